//! Reading loses no byte, never stops, and a bad line costs one line.

use crate::journals::{self, MemoryFiles, RecordedEntry};
use proptest::prelude::{ProptestConfig, Strategy, any, prop, prop_assert, proptest};
use std::path::{Path, PathBuf};
use tegoed::load::{self, Roots};
use tegoed::pipeline::Outcome;
use tegoed::syntax::dialect::Dialect;
use tegoed::syntax::directive::TypedEntry;
use tegoed::syntax::entry::{Entry, EntryState, SourceText};
use tegoed::syntax::entry_fields::EntryFields;
use tegoed::syntax::journal_file::JournalFile;
use tegoed::syntax::lines::lines;
use tegoed::syntax::reader::{EntryVisitor, JournalReader};
use tegoed::text::diagnostic::{Findings, Severity, Sink};

#[test]
fn lines_joined_are_the_source() {
    for (name, text) in journals::all_text_journals() {
        let bare = text.strip_prefix('\u{feff}').unwrap_or(&text);
        let joined: String = lines(SourceText { str: bare, base: 0 })
            .flat_map(|line| [line.text, line.line_end()])
            .collect();
        assert!(joined == bare, "{name} is not what it was");
    }
}

#[test]
fn entries_lie_in_their_text_one_after_the_other() {
    for (name, text) in journals::all_text_journals() {
        let (said, _) = journals::record_entries(&text, Dialect::default());
        let mut last = 0;
        for entry in said {
            assert!(entry.lines.0 > last, "{name}: entries overlap");
            last = entry.lines.1;
        }
    }
}

// One bad line -------------------------------------------------------------------------------------------------

const GARBAGE: [&str; 4] = ["garbage ##", "%%%%", "2026-13-45 invoice", "xyzzy: 3"];
const GARBAGE_DETAILS: [&str; 3] = ["  garbage ##", "\t%%%%", "  xyzzy: 3"];

/// The sound journals that are read by people first, with all their files.
fn sound_examples() -> Vec<(String, MemoryFiles)> {
    let files = MemoryFiles::from_folder(&journals::repository_path("examples"));
    let roots = files.0.keys().filter(|path| {
        let folder = path.parent().unwrap();
        folder == Path::new("") || folder == Path::new("vectors")
    });
    let roots: Vec<PathBuf> = roots.cloned().collect();
    let mut found = Vec::new();
    for root in roots {
        let text = String::from_utf8_lossy(&files.0[&root]);
        let included = text
            .lines()
            .filter_map(|line| line.strip_prefix("include "));
        let folders: Vec<Option<&Path>> = included.map(|it| Path::new(it).parent()).collect();
        let mut own = MemoryFiles::default();
        for (path, bytes) in &files.0 {
            if *path == root || folders.contains(&path.parent()) {
                own = own.with_file(path, bytes);
            }
        }
        found.push((root.to_string_lossy().into_owned(), own));
    }
    assert!(found.len() > 10, "the examples are gone");
    found
}

#[test]
fn a_bad_line_costs_one_line() {
    let mut wrong = Vec::new();
    for (root, files) in sound_examples() {
        let sound = journals::run_checks(&root, &files);
        assert!(
            journals::error_findings(&sound).next().is_none(),
            "{root} is not sound"
        );
        for (path, bytes) in &files.0 {
            let text = std::str::from_utf8(bytes).unwrap();
            let before = journals::record_entries(text, sound.dialect).0;
            let many = text.lines().count() > 40;
            for (number, line) in text.lines().enumerate() {
                let detail = line.starts_with(' ') && !line.trim_start().starts_with(';');
                let indented: &[&str] = if detail { &GARBAGE_DETAILS } else { &[] };
                let bad = GARBAGE.iter().chain(indented);
                // A long journal gets one sort of garbage on each line, in turn.
                let pick = |place: usize| !many || place == number % GARBAGE.len();
                for (_, garbage) in bad.enumerate().filter(|(place, _)| pick(*place)) {
                    let broken = replace_line(text, number, garbage);
                    let map = files.clone().with_file(path, &broken);
                    let place = format!("{root} {}:{} {garbage:?}", path.display(), number + 1);
                    wrong.extend(
                        unexpected_faults(&root, &map, path, number + 1)
                            .map(|it| format!("{place}: {it}")),
                    );
                    if !is_amount_setting(line) {
                        let after = journals::record_entries(&broken, sound.dialect).0;
                        wrong.extend(
                            first_changed_entry(&before, &after, number + 1)
                                .map(|it| format!("{place}: {it}")),
                        );
                    }
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} lines:\n{}",
        wrong.len(),
        wrong[..wrong.len().min(60)].join("\n")
    );
}

fn is_amount_setting(line: &str) -> bool {
    line.starts_with("decimal-mark") || line.starts_with("currency")
}

fn replace_line(text: &str, number: usize, garbage: &str) -> String {
    let replaced = text.split_inclusive('\n').enumerate().map(|(place, line)| {
        if place == number {
            format!("{garbage}\n")
        } else {
            line.to_owned()
        }
    });
    replaced.collect()
}

/// What is wrong when there is not exactly one error, on that line of that file.
fn unexpected_faults(root: &str, files: &MemoryFiles, path: &Path, line: usize) -> Option<String> {
    let outcome = journals::run_checks(root, files);
    let found: Vec<String> = journals::error_findings(&outcome)
        .map(|found| {
            let (source, position) = outcome.sources.locate(found.primary.span.origin()).unwrap();
            format!("{}:{}", source.path.display(), position.line)
        })
        .collect();
    let expected = format!("{}:{line}", path.display());
    if found == [expected] {
        return None;
    }
    let told: Vec<String> = journals::error_findings(&outcome)
        .map(|found| {
            format!(
                "{} {}",
                journals::finding_place(&outcome, found),
                journals::finding_message(found)
            )
        })
        .collect();
    Some(format!("{told:?}"))
}

/// The first entry elsewhere that is not what it was.
fn first_changed_entry(
    before: &[RecordedEntry],
    after: &[RecordedEntry],
    line: usize,
) -> Option<String> {
    let elsewhere = |said: &&RecordedEntry| !(said.lines.0..=said.lines.1).contains(&line);
    let touched: Vec<(usize, usize)> = before
        .iter()
        .filter(|said| !elsewhere(said))
        .map(|said| said.lines)
        .collect();
    let kept = before.iter().filter(elsewhere);
    let same_place = |said: &&RecordedEntry| {
        !touched
            .iter()
            .any(|lines| (lines.0..=lines.1).contains(&said.lines.0))
    };
    let mut now = after.iter().filter(same_place);
    for said in kept {
        if now.next() != Some(said) {
            return Some(format!("the entry on line {} changed", said.lines.0));
        }
    }
    now.next()
        .map(|said| format!("an entry on line {} appeared", said.lines.0))
}

#[test]
fn a_bad_detail_costs_that_detail() {
    for (root, files) in sound_examples() {
        let dialect = journals::run_checks(&root, &files).dialect;
        for bytes in files.0.values() {
            let text = std::str::from_utf8(bytes).unwrap();
            let before = journals::record_entries(text, dialect).0;
            for entry in before.iter().filter(|said| !said.details.is_empty()) {
                let line = entry.details[0].line;
                let (after, _) =
                    journals::record_entries(&replace_line(text, line - 1, "  %%%%"), dialect);
                let now = after
                    .iter()
                    .find(|said| said.lines.0 == entry.lines.0)
                    .unwrap();
                assert_eq!(now.details[..], entry.details[1..], "{root}:{line}");
                assert_eq!(now.state, EntryState::DetailMissing, "{root}:{line}");
            }
        }
    }
}

#[test]
fn a_journal_cut_off_anywhere_is_wrong_on_its_last_line_only() {
    for (root, files) in sound_examples() {
        let text = String::from_utf8(files.0[Path::new(&root)].clone()).unwrap();
        let dialect = journals::run_checks(&root, &files).dialect;
        let stride = if text.len() > 5_000 { 53 } else { 1 };
        for end in (0..text.len()).step_by(stride) {
            let Some(cut) = text.get(..end) else { continue };
            let last = u32::try_from(cut.rfind('\n').map_or(0, |at| at + 1)).unwrap();
            let (_, found) = journals::record_entries(cut, dialect);
            for found in found
                .iter()
                .filter(|found| found.kind.severity == Severity::Error)
            {
                assert!(
                    found.primary.span.start >= last,
                    "{root} cut at {end}: {} at {}, before {last}",
                    journals::finding_message(found),
                    found.primary.span.start
                );
            }
        }
    }
}

#[test]
fn a_journal_cut_off_anywhere_is_read_to_its_end() {
    for (root, files) in sound_examples() {
        let text = files.0[Path::new(&root)].clone();
        let stride = if text.len() > 5_000 { 211 } else { 17 };
        for end in (0..text.len()).step_by(stride) {
            assert_well_formed(&journals::run_checks(
                &root,
                &files.clone().with_file(&root, &text[..end]),
            ));
        }
    }
}

#[test]
fn the_last_line_needs_no_line_end() {
    for (name, text) in journals::all_text_journals() {
        let Some(bare) = text.strip_suffix('\n') else {
            continue;
        };
        let whole = journals::record_entries(&text, Dialect::default());
        let without = journals::record_entries(bare.trim_end_matches('\r'), Dialect::default());
        assert_eq!(whole.0, without.0, "{name}");
        assert_eq!(whole.1, without.1, "{name}");
    }
}

// Strange files ------------------------------------------------------------------------------------------------

const HEAD: &str = "format 1\ncustomer @x\n  name: X\n  terms: 30 days\n";
const SOUND: &str = "format 1\n\ncustomer @x\n  name: X\n  terms: 30 days\n\n2026-01-05 invoice #1 @x 121.00 | Advice\n  order: PO-1\n";

fn numbered_lines(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).map(line).collect()
}

fn place_findings(text: impl AsRef<[u8]>) -> Vec<String> {
    journals::error_places(&journals::check_text(text))
}

#[test]
fn a_byte_order_mark_and_carriage_returns_change_nothing() {
    let plain = journals::record_entries(SOUND, Dialect::default());
    let marked = format!("\u{feff}{SOUND}");
    let returned = SOUND.replace('\n', "\r\n");
    for text in [&marked, &returned] {
        assert_eq!(place_findings(text), [""; 0]);
        assert_eq!(
            journals::record_entries(text, Dialect::default()).0,
            plain.0
        );
    }
    let broken = "\u{feff}garbage\r\n".to_owned() + SOUND;
    assert_eq!(place_findings(broken), ["S001 1:1"]);
}

#[test]
fn bytes_that_are_no_text_are_told_with_their_place() {
    let cases: [(&[u8], &str); 8] = [
        (b"customer \xFC\n", "S007 5:10"),
        (b"2026-01-05 note | caf\xE9 \xE9\n", "S007 5:22"),
        (b"; caf\xE9\n", "S007 5:6"),
        (b"\xFF\xFE\n", "S007 5:1"),
        (b"2026-01-05 note | a\0b\n", "S008 5:20"),
        (b"2026-01-05 note | a\rb\n", "S008 5:20"),
        ("2026-01-05 note | a\u{202E}b\n".as_bytes(), "S008 5:20"),
        (b"2026-01-05\tnote\n", "S014 5:11"),
    ];
    for (line, expected) in cases {
        let text = [HEAD.as_bytes(), line].concat();
        assert_eq!(place_findings(&text), [expected], "{line:?}");
    }
}

#[test]
fn dates_out_of_range_are_told() {
    for date in [
        "1899-12-31",
        "2201-01-01",
        "0024-01-05",
        "9999-12-31",
        "2026-02-29",
        "2026-00-10",
    ] {
        let text = format!("{HEAD}{date} note | x\n");
        assert_eq!(place_findings(text), ["D001 5:1"], "{date}");
    }
    for date in ["1900-01-01", "2200-12-31", "2024-02-29"] {
        assert_eq!(
            place_findings(format!("{HEAD}{date} note | x\n")),
            [""; 0],
            "{date}"
        );
    }
}

#[test]
fn amounts_of_forty_digits_are_told() {
    let amount = "1".repeat(40);
    let text = format!("{HEAD}2026-01-05 invoice #1 @x {amount}.00\n2026-02-01 payment #1 5.00\n");
    assert_eq!(place_findings(text), ["A008 5:26"]);
    let largest = "9".repeat(15);
    let many = numbered_lines(500, |number| {
        format!("2026-01-05 invoice #{number} @x {largest}.99\n")
    });
    assert_eq!(place_findings(format!("{HEAD}{many}")), [""; 0]);
}

#[test]
fn an_unfinished_merge_is_one_finding() {
    let text = format!(
        "{HEAD}<<<<<<< ours\n2026-01-05 invoice #1 @x 10.00\n  order: 1\n||||||| base\n=======\n2026-01-05 invoice #1 @x 20.00\n>>>>>>> theirs\n2026-02-01 payment #1 10.00\n"
    );
    assert_eq!(place_findings(text), ["S006 5:1"]);
    let inside = format!(
        "{HEAD}2026-01-05 invoice #1 @x 10.00\n<<<<<<< ours\n  order: 1\n=======\n  order: 2\n>>>>>>> theirs\n"
    );
    assert_eq!(place_findings(inside), ["S006 6:1"]);
}

#[test]
fn files_that_cannot_be_had_are_findings_at_their_include() {
    let cases = [
        ("include gone.tegoed\n", "I001 5:9"),
        ("include gone/*.tegoed\n", "I001 5:9"),
        ("include folder\n", "I005 5:9"),
        ("include main.tegoed\n", "I003 5:9"),
        (
            "include folder/b.tegoed\ninclude folder/b.tegoed\n",
            "I002 6:9",
        ),
        ("include ../elsewhere.tegoed\n", "I004 5:9"),
        ("include /etc/passwd\n", "I004 5:9"),
        ("include folder/a.tegoed\n", "I003 folder/a.tegoed:1:9"),
    ];
    for (line, expected) in cases {
        let files = MemoryFiles::single(format!("{HEAD}{line}"))
            .with_file("folder/a.tegoed", "include ../main.tegoed\n")
            .with_file("folder/b.tegoed", "; nothing\n");
        let outcome = journals::run_checks("main.tegoed", &files);
        assert_eq!(journals::error_places(&outcome), [expected], "{line}");
    }
}

#[test]
fn a_root_file_that_cannot_be_read_is_named() {
    let files = MemoryFiles::single(HEAD);
    let read = |root: &str| {
        let roots = Roots::from_file(root);
        let visitor = |_| journals::EntryRecorder::default();
        load::load_journal(&roots, &files, visitor)
            .map(|_| ())
            .unwrap_err()
    };
    assert!(read("gone.tegoed").to_string().contains("gone.tegoed"));
}

#[test]
fn a_chain_of_files_may_be_long() {
    let mut files = MemoryFiles::default();
    for number in 0..2_000 {
        let next = format!("include {}.tegoed\n", number + 1);
        let text = if number == 1_999 { HEAD } else { &next };
        files = files.with_file(format!("{number}.tegoed"), text);
    }
    let found = journals::error_places(&journals::run_checks("0.tegoed", &files));
    assert_eq!(found, ["S017 1999.tegoed:1:1"]);
}

// Large and odd --------------------------------------------------------------------------------------------------

/// Looks at everything a run found: each finding has a place, all are in order.
fn assert_well_formed(outcome: &Outcome) {
    let mut last = 0;
    for found in &outcome.findings.diagnostics {
        let (source, position) = outcome.sources.locate(found.primary.span.origin()).unwrap();
        assert!(position.line > 0 && position.column > 0);
        assert!(
            journals::finding_message(found).chars().count() <= 400,
            "{}",
            journals::finding_message(found)
        );
        assert!(
            found.primary.span.start <= found.primary.span.end,
            "{}",
            journals::finding_message(found)
        );
        assert!(
            found.primary.span.end <= source.end(),
            "{}",
            journals::finding_message(found)
        );
        assert!(
            found.primary.span.start >= last,
            "findings in the order of the text"
        );
        last = found.primary.span.start;
        for label in &found.related {
            assert!(outcome.sources.locate(label.span.origin()).is_some());
        }
    }
}

/// Reads a large text. Debug builds are slow: the limit only tells linear from quadratic, and it is one of the
/// processor's time for this thread, which does not depend on what else the machine does.
fn run_within_limit(text: &[u8]) -> Outcome {
    let start = processor_seconds();
    let outcome = journals::check_text(text);
    let took = processor_seconds() - start;
    assert!(took < 120, "took {took} s");
    assert_well_formed(&outcome);
    outcome
}

fn processor_seconds() -> i64 {
    use nix::sys::resource::{UsageWho, getrusage};
    use nix::sys::time::TimeValLike;
    let usage = getrusage(UsageWho::RUSAGE_THREAD).expect("the processor's time is known");
    usage.user_time().num_seconds() + usage.system_time().num_seconds()
}

#[test]
fn ten_megabytes_on_one_line_are_one_finding() {
    const MEGABYTE: usize = 1_000_000;
    const SOME: usize = MEGABYTE / 4;
    for (piece, length) in [
        ("x", 10 * MEGABYTE),
        ("#1 ", MEGABYTE),
        ("2026-01-05 ", SOME),
        ("| ", SOME),
        (";", SOME),
        ("\u{e9}", SOME),
        ("1.", SOME),
        ("@x #1 10.00 due ", SOME),
    ] {
        let line = piece.repeat(length / piece.len());
        let header = run_within_limit(line.as_bytes());
        assert!(journals::error_findings(&header).count() <= 1, "{piece:?}");
        let payment = format!("{HEAD}2026-01-05 note {line}\n");
        assert!(
            journals::error_findings(&run_within_limit(payment.as_bytes())).count() <= 1,
            "{piece:?}"
        );
        let detail = format!("{HEAD}2026-01-05 note\n  {line}\n");
        assert!(
            journals::error_findings(&run_within_limit(detail.as_bytes())).count() <= 1,
            "{piece:?}"
        );
    }
}

#[test]
fn a_hundred_thousand_details_are_read() {
    for (detail, errors) in [
        ("  > words\n", 0),
        ("  document: a.pdf\n", 0),
        ("  allow: P006 because\n", 0),
        ("  order: 1\n", 99_999),
        ("  item: 1 x 0.00 | x\n", 0),
        ("  nonsense\n", 100_000),
    ] {
        let text = format!(
            "{HEAD}2026-01-05 invoice #1 @x 0.00\n{}",
            detail.repeat(100_000)
        );
        let outcome = run_within_limit(text.as_bytes());
        let counted: usize = outcome
            .findings
            .counts
            .iter()
            .filter(|(code, _)| code.starts_with('S'))
            .map(|(_, count)| count)
            .sum();
        assert_eq!(counted, errors, "{detail}");
    }
}

#[test]
fn a_hundred_thousand_unknown_names_take_linear_time() {
    let payments = numbered_lines(100_000, |number| {
        format!("2026-01-05 payment #n{number} @c{number} 1.00\n")
    });
    run_within_limit(format!("{HEAD}{payments}").as_bytes());
    let twice = numbered_lines(100_000, |number| {
        format!("2026-01-05 invoice #{} @x 1.00\n", number / 2)
    });
    run_within_limit(format!("{HEAD}{twice}").as_bytes());
}

// Anything at all ------------------------------------------------------------------------------------------------

/// A piece of something a person may type.
fn piece_strategy() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "2026-01-05",
        "2026-02-30",
        "31-01-2026",
        "invoice",
        "payment",
        "credit",
        "customer",
        "policy",
        "sent",
        "apply",
        "reversal",
        "balance",
        "void",
        "writeoff",
        "plan",
        "include",
        "format",
        "1",
        "decimal-mark",
        ",",
        ".",
        "#1",
        "#2",
        "@x",
        "@y",
        "10.00",
        "1.210",
        "2420,00",
        "€",
        "EUR",
        "USD",
        "-5",
        "30%",
        "due",
        "for",
        "of",
        "by",
        "|",
        ";",
        ":",
        "item:",
        "due:",
        "for:",
        "terms:",
        "30 days",
        "x",
        "vat",
        "21%",
        "on",
        "name:",
        "> hi",
        "\"",
        "\t",
        "\u{a0}",
        "é",
        "\u{202E}",
        "<<<<<<<",
        "=======",
        "# ",
        "main.tegoed",
        "*",
    ]);
    known.prop_map(str::to_owned)
}

fn line_strategy() -> impl Strategy<Value = String> {
    let indent = prop::sample::select(vec!["", "", "  ", "\t"]);
    let words = prop::collection::vec(piece_strategy(), 0..8);
    let end = prop::sample::select(vec!["\n", "\n", "\n", "\r\n", ""]);
    (indent, words, end)
        .prop_map(|(indent, words, end)| format!("{indent}{}{end}", words.join(" ")))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_to_their_end(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        assert_well_formed(&journals::check_text(&bytes));
    }

    #[test]
    fn any_lines_are_read_to_their_end(text in prop::collection::vec(line_strategy(), 0..30)) {
        let text = text.concat();
        assert_well_formed(&journals::check_text(&text));
        assert_well_formed(&journals::check_text(format!("{HEAD}{text}")));
    }

    #[test]
    fn no_two_mistakes_of_a_line_stand_at_one_place(line in line_strategy()) {
        let (_, found) = journals::record_entries(&line, Dialect::default());
        for (number, one) in found.iter().enumerate() {
            let one = one.primary.span;
            for other in found.iter().skip(number + 1).map(|other| other.primary.span) {
                let apart = one.end <= other.start || other.end <= one.start;
                prop_assert!(apart && one.start != other.start, "{line:?}: {found:#?}");
            }
        }
    }
}

// A file that is kept ------------------------------------------------------------------------------------------

/// Takes down all that a visitor sees of entries.
struct Transcript(Vec<String>);

impl EntryVisitor for Transcript {
    fn visit_entry(&mut self, entry: &Entry, text: SourceText<'_>, _: &mut Sink) {
        let typed = TypedEntry::read(EntryFields { entry, text });
        self.0.push(format!("{entry:?} {typed:?}"));
    }
}

#[test]
fn a_file_that_is_kept_gives_out_what_streaming_gives_out() {
    const BASE: u32 = 1_000;
    for (name, text) in journals::all_text_journals() {
        let bare = text.strip_prefix('\u{feff}').unwrap_or(&text);
        let (mut streamed, mut sink) = (Transcript(Vec::new()), Sink::default());
        let shifted = SourceText {
            str: bare,
            base: BASE,
        };
        JournalReader::new(Dialect::default()).read(shifted, &[], &mut streamed, &mut sink);
        let file = JournalFile::read(bare.to_owned(), &[], Dialect::default());
        let mut kept = Transcript(Vec::new());
        file.visit(BASE, &mut kept, &mut Sink::default());
        assert_eq!(streamed.0, kept.0, "{name}");
        let places = |found: &Findings, base| -> Vec<_> {
            let all = found.diagnostics.iter();
            all.map(|it| (it.primary.span.offset_by(base), it.kind.code))
                .collect()
        };
        let streamed = places(&sink.into_findings(), 0);
        assert_eq!(streamed, places(file.findings(), BASE), "{name}");
        for entry in file.entries() {
            let found = file.entry_at(entry.keyword.start).expect("an entry");
            assert_eq!(found.span, entry.span, "{name}");
        }
    }
}
