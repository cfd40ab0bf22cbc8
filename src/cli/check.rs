//! `check`: what is wrong, what looks wrong, and on request the mend.

use super::args::CheckFlags;
use super::desk::Desk;
use super::disk::STANDARD_INPUT;
use super::emit::people::Drawing;
use super::emit::verdict::Verdict;
use super::emit::{concise, json, statistics, summary};
use super::escape;
use super::exit::{Code, Ended, Stop, keep_until_exit};
use super::mend::{Boldness, Mended, mend};
use super::output::{self, Reader, hand_over};
use super::patch::patch;
use super::select::Selection;
use super::writer::replace::{Change, replace};
use crate::pipeline::CheckOutcome;
use crate::text::diagnostic::Severity;
use std::path::Path;

/// How many findings people are shown; programs get all.
const SHOWN: usize = 100;

/// In which form findings are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Text,
    Concise,
    Json,
}

/// Checks the journal.
pub fn run(flags: &CheckFlags, desk: &mut Desk) -> Ended {
    let selection = Selection::read(flags)?;
    let form = form(desk.global.output_format.as_deref())?;
    let mut checked = desk.check(&desk.disk)?;
    let boldness = if flags.unsafe_fixes {
        Boldness::Choices
    } else {
        Boldness::Certain
    };
    if flags.diff {
        let mended = mend(&checked, &selection, boldness, desk)?;
        return show(&mended, &checked, flags, desk);
    }
    if flags.fix {
        let mended = mend(&checked, &selection, boldness, desk)?;
        write(&mended, &checked, desk)?;
        checked = desk.check(&desk.disk)?;
    }
    let checked = keep_until_exit(checked);
    let verdict = Verdict::new(&checked.findings, |finding| selection.takes(finding.kind));
    tell(&verdict, &checked, form, flags, desk)?;
    Ok(code(&verdict, flags))
}

fn code(verdict: &Verdict<'_>, flags: &CheckFlags) -> Code {
    let failing = if flags.strict {
        Severity::Warning
    } else {
        Severity::Error
    };
    // What waits for unreadable lines may be among what was asked for.
    let unsound = verdict.reaches(failing) || verdict.withheld > 0;
    if unsound && !flags.exit_zero {
        Code::Findings
    } else {
        Code::Fine
    }
}

fn form(asked: Option<&str>) -> Result<Form, Stop> {
    match asked {
        None | Some("text") => Ok(Form::Text),
        Some("concise") => Ok(Form::Concise),
        Some("json") => Ok(Form::Json),
        Some(other) => Err(output::unknown_format(other, &["text", "concise", "json"])),
    }
}

fn tell(
    verdict: &Verdict<'_>,
    checked: &CheckOutcome,
    form: Form,
    flags: &CheckFlags,
    desk: &mut Desk,
) -> Result<(), Stop> {
    let file = desk.file();
    let words = match form {
        Form::Json => json::write(verdict, &checked.sources, desk.as_of.0, &file)?,
        Form::Text if flags.statistics => counted(verdict, &file),
        Form::Text => drawn(verdict, checked, &file, desk),
        Form::Concise => one_a_line(verdict, checked),
    };
    let reader = match form {
        Form::Text => Reader::Person,
        Form::Concise | Form::Json => Reader::Program,
    };
    hand_over(
        words.as_bytes(),
        reader,
        &checked.sources,
        &desk.global,
        &mut desk.console,
    )
}

fn drawn(verdict: &Verdict<'_>, checked: &CheckOutcome, file: &str, desk: &Desk) -> String {
    let drawing = Drawing::new(&checked.sources, desk.console.out(), output::width());
    let mut words = String::new();
    for finding in verdict.findings.iter().take(SHOWN) {
        drawing.draw(finding, &mut words);
        words.push('\n');
    }
    let shown = verdict.findings.len().min(SHOWN);
    summary::write(verdict, file, shown, &mut words);
    words
}

fn counted(verdict: &Verdict<'_>, file: &str) -> String {
    let mut words = String::new();
    statistics::write(verdict, &mut words);
    summary::write(verdict, file, usize::MAX, &mut words);
    words
}

fn one_a_line(verdict: &Verdict<'_>, checked: &CheckOutcome) -> String {
    let mut words = String::new();
    for finding in &verdict.findings {
        concise::write(finding, &checked.sources, &mut words);
    }
    words
}

/// Shows what `--fix` would change.
fn show(mended: &Mended, checked: &CheckOutcome, flags: &CheckFlags, desk: &mut Desk) -> Ended {
    let mut words = String::new();
    for (path, after) in &mended.texts {
        words.push_str(&patch(
            path,
            before(path, checked),
            after,
            desk.console.out(),
        ));
    }
    let reader = Reader::Person;
    hand_over(
        words.as_bytes(),
        reader,
        &checked.sources,
        &desk.global,
        &mut desk.console,
    )?;
    Ok(if words.is_empty() || flags.exit_zero {
        Code::Fine
    } else {
        Code::Findings
    })
}

/// Writes the mended files, each whole or not at all.
fn write(mended: &Mended, checked: &CheckOutcome, desk: &Desk) -> Result<(), Stop> {
    if mended.texts.contains_key(Path::new(STANDARD_INPUT)) {
        return Err(Stop::usage("standard input cannot be mended in place")
            .help("`check --diff` shows what would change"));
    }
    for (path, after) in &mended.texts {
        let change = Change {
            path,
            before: before(path, checked),
            after,
        };
        replace(change, still_text)?;
    }
    if mended.count > 0 {
        let findings = if mended.count == 1 {
            "finding"
        } else {
            "findings"
        };
        let files: Vec<String> = mended.texts.keys().map(|path| escape::path(path)).collect();
        desk.console.tell(&format!(
            "mended {} {findings} in {}\n",
            mended.count,
            files.join(", ")
        ));
    }
    Ok(())
}

fn before<'o>(path: &Path, checked: &'o CheckOutcome) -> &'o [u8] {
    let mut sources = checked.sources.as_slice().iter();
    sources
        .find(|source| source.path == path)
        .map_or(&[], |source| source.bytes())
}

fn still_text(bytes: &[u8]) -> Result<(), String> {
    std::str::from_utf8(bytes)
        .map(|_| ())
        .map_err(|error| format!("the mended text would not be UTF-8 ({error})"))
}
