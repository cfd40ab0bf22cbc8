//! A mend leads to a journal with fewer mistakes: it takes its finding away and puts no error in its place.

use crate::journals::{self, MemoryFiles};
use crate::messages::{HABITS, INVOICE};
use std::path::Path;
use tegoed::pipeline::Outcome;
use tegoed::text::diagnostic::{Diagnostic, Severity};
use tegoed::text::edit::apply_edits;

/// The files with the mend of one finding applied.
fn apply_mend(files: &MemoryFiles, outcome: &Outcome, found: &Diagnostic) -> Option<MemoryFiles> {
    let edits = &found.fix.as_ref()?.edits;
    let mut mended = files.clone();
    for source in outcome.sources.as_slice() {
        let Ok(text) = std::str::from_utf8(source.bytes()) else {
            continue;
        };
        let (text, _) = apply_edits(text, source.base, edits);
        mended.0.insert(source.path.clone(), text.into_bytes());
    }
    Some(mended)
}

/// Where a finding stands, as file and line, and what it says.
fn place(outcome: &Outcome, found: &Diagnostic) -> (String, u32) {
    let (source, position) = outcome.sources.locate(found.primary.span.origin()).unwrap();
    (source.path.display().to_string(), position.line)
}

/// How many lines a mend puts before the line of its finding.
fn moved_lines(outcome: &Outcome, found: &Diagnostic) -> i64 {
    let start = found.primary.span.start;
    let edits = found.fix.iter().flat_map(|fix| &fix.edits);
    let before = edits
        .filter(|edit| edit.span.end <= start && edit.span.start < start || edit.span.end == 0);
    before
        .map(|edit| {
            let (source, _) = outcome.sources.locate(edit.span.origin()).unwrap();
            let text = String::from_utf8_lossy(source.bytes());
            let (from, to) = (edit.span.start - source.base, edit.span.end - source.base);
            let gone = text[from as usize..to as usize].matches('\n').count();
            i64::try_from(edit.text.matches('\n').count()).unwrap() - i64::try_from(gone).unwrap()
        })
        .sum()
}

/// Whether an error is about what a line says, not about the figures that follow from it.
fn says_line_is_wrong(error: &Diagnostic) -> bool {
    "SADRI".contains(&error.kind.code[..1])
}

fn unreadable_count(outcome: &Outcome) -> usize {
    let errors = journals::error_findings(outcome);
    errors.filter(|error| says_line_is_wrong(error)).count()
}

/// What each mend of a journal leaves behind that it should not.
fn broken_mends(root: &str, files: &MemoryFiles) -> Vec<String> {
    let before = journals::run_checks(root, files);
    let mut broken = Vec::new();
    for found in &before.findings.diagnostics {
        let Some(mended) = apply_mend(files, &before, found) else {
            continue;
        };
        let after = journals::run_checks(root, &mended);
        let (file, line) = place(&before, found);
        let line = u32::try_from(i64::from(line) + moved_lines(&before, found)).unwrap();
        let here: Vec<&Diagnostic> = after
            .findings
            .diagnostics
            .iter()
            .filter(|one| place(&after, one) == (file.clone(), line))
            .filter(|one| {
                one.kind == found.kind && one.message == found.message
                    || one.kind.severity == Severity::Error
                        && says_line_is_wrong(one)
                        && !before
                            .findings
                            .diagnostics
                            .iter()
                            .any(|old| old.kind == one.kind && old.message == one.message)
            })
            .collect();
        if !here.is_empty() || unreadable_count(&after) > unreadable_count(&before) {
            let words: Vec<&str> = found
                .fix
                .iter()
                .flat_map(|fix| &fix.edits)
                .map(|edit| &*edit.text)
                .collect();
            let said: Vec<String> = after
                .findings
                .diagnostics
                .iter()
                .filter(|d| d.kind.severity == Severity::Error || here.contains(d))
                .map(|one| {
                    format!(
                        "{} {}",
                        journals::finding_place(&after, one),
                        journals::finding_message(one)
                    )
                })
                .collect();
            broken.push(format!(
                "{root}: {} {} [{}] leaves {said:?}",
                journals::finding_place(&before, found),
                journals::finding_message(found),
                words.join("|"),
            ));
        }
    }
    broken
}

#[test]
fn a_mend_takes_its_mistake_away_and_makes_no_other() {
    let mut broken = Vec::new();
    for folder in ["tests/diagnostics", "grammar/cases/invalid"] {
        let files = MemoryFiles::from_folder(&journals::repository_path(folder));
        let roots = files.0.keys().filter(|path| {
            path.extension().is_some_and(|end| end == "tegoed")
                && path.parent() == Some(Path::new(""))
        });
        for root in roots {
            broken.extend(broken_mends(&root.to_string_lossy(), &files));
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

/// Every line of a journal with one slip of the fingers in it, each a journal of its own.
fn slips(text: &str) -> Vec<(String, String)> {
    let lines: Vec<&str> = text.lines().collect();
    let mut all = Vec::new();
    for (number, line) in lines.iter().enumerate() {
        if line.trim().is_empty() || line.trim_start().starts_with(';') {
            continue;
        }
        let mut put = |changed: String| {
            if changed != *line {
                let mut copy: Vec<&str> = lines.clone();
                copy[number] = &changed;
                all.push((changed.clone(), copy.join("\n") + "\n"));
            }
        };
        let words: Vec<(usize, &str)> = line
            .split(' ')
            .scan(0, |at, word| {
                let start = *at;
                *at += word.len() + 1;
                Some((start, word))
            })
            .filter(|(_, word)| !word.is_empty())
            .collect();
        for (at, word) in &words {
            let (before, behind) = (&line[..*at], &line[at + word.len()..]);
            let letters: Vec<char> = word.chars().collect();
            let swapped = |one: usize| {
                let mut letters = letters.clone();
                letters.swap(one, one + 1);
                letters.into_iter().collect::<String>()
            };
            let middle = letters.len() / 2;
            let mut forms = vec![
                letters
                    .iter()
                    .enumerate()
                    .filter(|(n, _)| *n != middle)
                    .map(|(_, c)| c)
                    .collect(),
                letters[1..].iter().collect(),
                letters[..letters.len() - 1].iter().collect(),
                word.to_uppercase(),
                format!("{word}{word}"),
                format!("{word},"),
                format!("{word};"),
                format!("{word}:"),
                format!("\"{word}\""),
                format!("{word} {word}"),
                format!("{word} ; hm"),
                format!("{word} | hm"),
                format!("x{word}"),
                word.replace(['#', '@', '%', ':'], ""),
                word.replace('-', "/"),
                word.replace('.', ","),
                word.replace('-', " - "),
                word.replace(',', " "),
                word.replace('2', "3"),
                String::new(),
            ];
            if letters.len() > 2 {
                forms.extend([swapped(middle), swapped(0)]);
            }
            for form in forms {
                put(format!("{before}{form}{behind}"));
            }
            if let Some(rest) = behind.strip_prefix(' ') {
                put(format!("{before}{word}{rest}"));
                put(format!("{before}{word}\u{a0}{rest}"));
                put(format!("{before}{word}\t{rest}"));
            }
        }
        put(format!("  {line}"));
        put(line.trim_start().to_owned());
    }
    all
}

/// An entry of every sort, in the journal of somebody who types quickly.
const TYPED: &str = "\
; as of 2026-06-30
format 1
decimal-mark ,

policy huis
  terms: 30 days
  stage: reminder 3 days after due deadline 7 days via email
  stage: demand 14 days after due gap 7 days fee 10,00

customer @vliet
  name: Vliet Optiek
  kind: business
  policy: huis
  no: agency,phone

2026-01-02 agreed @vliet
2026-01-05 invoice #1 @vliet 1210,00 vat 21% due 2026-02-04 | Etalage
  item: 2 x 500,00 vat 21% | Kast
2026-01-06 invoice #2 @vliet 605,00 vat 21% | Toonbank
  due: 300,00 on 2026-02-05
  due: 305,00 on 2026-03-05
2026-01-20 payment #1 500,00
  id: b1
2026-01-23 payment unknown 50,00
  id: b3
2026-01-24 credit #C1 for #2 121,00 vat 21% | Kras
2026-02-08 sent reminder #1 via email
  deadline: 2026-02-15
2026-02-09 phone @vliet #1 | Betaalt vrijdag
  outcome: promised
2026-02-09 promise #1 610,00 by 2026-02-13
2026-02-20 plan #2
  due: 242,00 on 2026-07-10
  due: 242,00 on 2026-08-10
  signed: yes
2026-03-02 reversal #1 500,00 of 2026-01-20
2026-03-03 reversal unknown 50,00 of 2026-01-23
";

/// Each line alone, with what stands indented below it.
#[test]
fn a_habit_is_mended_or_left() {
    let mut broken = Vec::new();
    for (_, lines) in HABITS {
        let entries = lines.replace("\n  ", "\u{1}");
        for entry in entries.lines().map(|entry| entry.replace('\u{1}', "\n  ")) {
            let text = format!(
                "; as of 2026-06-30\nformat 1\ndecimal-mark ,\n\npolicy huis\n  terms: 30 days\n\ncustomer @vliet\n  \
                 kind: business\n  policy: huis\n\n{INVOICE}{entry}\n"
            );
            let files = MemoryFiles::single(&text);
            broken.extend(broken_mends("main.tegoed", &files));
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

/// Names are not known where a line is read: a mend may write one that nobody declared, which the next reading refuses.
#[test]
fn a_slip_of_the_fingers_is_mended_or_left() {
    let mut broken = Vec::new();
    for (line, text) in slips(TYPED).into_iter().step_by(7) {
        let files = MemoryFiles::single(&text);
        let left = broken_mends("main.tegoed", &files).into_iter();
        let left = left.filter(|said| !said.contains("\"R001 ") && !said.contains("\"R002 "));
        broken.extend(left.map(|said| format!("`{line}` {said}")));
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}
