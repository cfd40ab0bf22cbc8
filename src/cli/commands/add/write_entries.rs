//! Shows new entries, checks the journal with them, and writes them: all of it, or nothing.

use super::entry_failure::to_failure;
use super::new_findings::new_findings;
use crate::add::new_entry::NewEntry;
use crate::add::placement::Placement;
use crate::cli::arguments::add_args::{ADD, AddWriting};
use crate::cli::command_context::CommandContext;
use crate::cli::emit::failure_json::failure_json;
use crate::cli::emit::first_findings::draw_findings;
use crate::cli::emit::json;
use crate::cli::emit::selected_findings::SelectedFindings;
use crate::cli::escape;
use crate::cli::exit::{CommandResult, ExitStatus, Failure};
use crate::cli::files::disk::STANDARD_INPUT;
use crate::cli::files::overlay::Overlay;
use crate::cli::files::writer::leftovers::sweep_leftovers;
use crate::cli::files::writer::replace::{FileChange, replace_file};
use crate::cli::prompt::InputSource;
use crate::language::add::AddWords;
use crate::pipeline::{CheckOutcome, Outcome};
use crate::text::diagnostic::{Diagnostic, Severity};
use crate::text::source::Sources;
use serde_json::{Value, json};
use std::path::Path;

/// The version of the shape of the JSON; raised when a program could misread it.
const SCHEMA: u32 = 1;

/// What is said where an entry would make the journal wrong.
const NOTHING_WRITTEN: &str =
    "nothing was written: the journal would have an error with this entry";

/// Entries that belong in one place, and the file with them in it.
struct PlacedEntries<'a> {
    path: &'a Path,
    before: Vec<u8>,
    after: Vec<u8>,
    /// The entries as a journal writes them.
    text: String,
    /// The line of the first.
    line: usize,
}

impl PlacedEntries<'_> {
    /// Whether a finding is about one of the entries.
    fn holds(&self, finding: &Diagnostic, sources: &Sources) -> bool {
        let located = sources.locate(finding.primary.span.origin());
        located.is_some_and(|(source, position)| {
            let line = position.line as usize;
            let behind = self.line.saturating_add(self.text.lines().count());
            source.path == self.path && (self.line..behind).contains(&line)
        })
    }
}

/// Entries that were shown and checked, and are still to be written.
pub struct CheckedEntries<'a> {
    placed: PlacedEntries<'a>,
    /// The journal with them.
    after: CheckOutcome,
    /// What the check finds then that it did not find before.
    found: Vec<Diagnostic>,
}

/// Shows entries of one day, checks them and writes them, without asking but at a terminal where the check warns.
pub fn write_entries(
    entries: &[NewEntry],
    writing: AddWriting,
    outcome: &Outcome,
    context: &CommandContext,
) -> CommandResult {
    let checked = check_entries(entries, outcome, context)?;
    if checked.has(Severity::Error) {
        return checked.refuse(context);
    }
    let asks = !writing.dry_run && !writing.yes && checked.has(Severity::Warning);
    if asks && !is_accepted(outcome, context)? {
        context.console.print_to_stderr("nothing was written\n");
        return Ok(ExitStatus::Findings);
    }
    checked.write(writing, context)
}

/// Shows entries of one day with what the check finds when they are in the journal.
pub fn check_entries<'a>(
    entries: &[NewEntry],
    outcome: &'a Outcome,
    context: &CommandContext,
) -> Result<CheckedEntries<'a>, Failure> {
    let placed = place_entries(entries, outcome, context)?;
    let is_json = context.console.failures_as_json();
    if !is_json {
        let shown = escape::escape_lines(&placed.text);
        context.console.print(shown.as_bytes())?;
    }
    let mut overlay = Overlay::new(&context.disk);
    let path = placed.path.to_owned();
    overlay.texts.insert(path, placed.after.clone());
    let after = context.check_journal(&overlay)?;
    let before = context.check_journal(&context.disk)?;
    let found = new_findings(&before, &after).into_iter();
    // Advice about other lines, such as a letter that is due now, is for `check` to tell.
    let found = found.filter(|finding| {
        finding.kind.severity <= Severity::Warning || placed.holds(finding, &after.sources)
    });
    let found: Vec<Diagnostic> = found.cloned().collect();
    let checked = CheckedEntries {
        placed,
        after,
        found,
    };
    if !is_json {
        checked.tell_findings(context);
    }
    Ok(checked)
}

impl CheckedEntries<'_> {
    /// Whether something of this severity was found.
    pub fn has(&self, severity: Severity) -> bool {
        self.found.iter().any(|it| it.kind.severity == severity)
    }

    /// Says that nothing is written.
    pub fn refuse(&self, context: &CommandContext) -> CommandResult {
        if context.console.failures_as_json() {
            let stop = Failure::findings(NOTHING_WRITTEN);
            let words = failure_json(&stop, Some(&self.findings_json(context)?));
            context.console.print_to_stderr(&words);
        } else {
            context
                .console
                .print_to_stderr(&format!("{NOTHING_WRITTEN}\n"));
        }
        Ok(ExitStatus::Findings)
    }

    /// Writes them, and says where.
    pub fn write(&self, writing: AddWriting, context: &CommandContext) -> CommandResult {
        if !writing.dry_run {
            write_file(&self.placed, context)?;
        }
        let told = if context.console.failures_as_json() {
            self.as_json(writing, context)?
        } else if writing.dry_run {
            return Ok(ExitStatus::Success);
        } else {
            let file = escape::escape_path(self.placed.path);
            format!("wrote {file}:{}\n", self.placed.line)
        };
        context.console.print(told.as_bytes())?;
        Ok(ExitStatus::Success)
    }

    fn tell_findings(&self, context: &CommandContext) {
        let words = draw_findings(
            self.found.iter(),
            &self.after.sources,
            context.console.error_colours(),
        );
        context.console.print_to_stderr(&words);
    }

    /// The entry for programs: what was written, where, and what the check says of it.
    fn as_json(&self, writing: AddWriting, context: &CommandContext) -> Result<String, Failure> {
        let findings = self.findings_json(context)?;
        let findings: Value = serde_json::from_str(&findings)
            .map_err(|error| Failure::internal(format!("no JSON: {error}")))?;
        let placed = &self.placed;
        let object = json!({
            "schema": SCHEMA,
            "command": ADD,
            "as_of": context.as_of.to_string(),
            "entry": placed.text,
            "file": placed.path.to_string_lossy(),
            "line": placed.line.to_string(),
            "written": if writing.dry_run { "no" } else { "yes" },
            "findings": findings.get("rows"),
        });
        Ok(format!("{object}\n"))
    }

    fn findings_json(&self, context: &CommandContext) -> Result<String, Failure> {
        let verdict =
            SelectedFindings::new(&self.after.findings, |finding| self.found.contains(finding));
        let file = context.root_file_name();
        json::write(&verdict, &self.after.sources, context.as_of, &file)
    }
}

fn place_entries<'a>(
    entries: &[NewEntry],
    outcome: &'a Outcome,
    context: &CommandContext,
) -> Result<PlacedEntries<'a>, Failure> {
    let dialect = outcome.journal.dialect();
    let printed = entries.iter().map(|entry| entry.print(dialect));
    let text: Result<String, _> = printed.collect();
    let text = text.map_err(to_failure)?;
    let fetched = outcome.sources.reload_texts(&context.disk);
    fetched.map_err(|error| Failure::environment(error.to_string()))?;
    let placement = entries
        .first()
        .and_then(|first| Placement::find(first, &outcome.journal, &outcome.sources));
    let placement = placement.ok_or_else(|| {
        Failure::findings(
            "no place can be found for the entry: the file that it belongs in is no UTF-8",
        )
        .with_help("`tegoed check` says what is wrong with it")
    })?;
    let path = placement.source.path.as_path();
    let before = if path == Path::new(STANDARD_INPUT) {
        placement.source.bytes().to_vec()
    } else {
        let read = context.disk.read_file(path);
        read.map_err(|error| Failure::file_error("read", path, error))?
    };
    // What stands before the text that was read is a mark of its encoding.
    let mark = before
        .strip_suffix(placement.source.bytes())
        .ok_or_else(|| Failure::changed_meanwhile(path))?;
    let placed = placement.insert(&text);
    let after = [mark, &placed.bytes].concat();
    Ok(PlacedEntries {
        path,
        after,
        before,
        text,
        line: placed.line,
    })
}

/// Whether a person at the terminal takes warnings for good. Where nobody can be asked they are told, and that is all.
fn is_accepted(outcome: &Outcome, context: &CommandContext) -> Result<bool, Failure> {
    if InputSource::find() != InputSource::Terminal {
        return Ok(true);
    }
    let words = &context.language(outcome)?.phrases.add;
    let answer = InputSource::Terminal.ask(
        words.write_all_the_same,
        Some(words.no),
        |answer| Ok(is_yes(answer, words)),
        &context.console,
    )?;
    Ok(answer.unwrap_or(false))
}

/// Whether an answer says yes, in the language of the questions or in English.
pub fn is_yes(answer: &str, words: &AddWords) -> bool {
    let answer = answer.trim().to_lowercase();
    let mut yes = [words.yes, "yes"].into_iter();
    !answer.is_empty() && yes.any(|yes| yes.starts_with(&answer))
}

fn write_file(placed: &PlacedEntries<'_>, context: &CommandContext) -> Result<(), Failure> {
    let path = placed.path;
    if path == Path::new(STANDARD_INPUT) {
        return Err(
            Failure::usage("a journal on standard input cannot be added to")
                .with_help("name its file with `-f FILE`, or see the entry with `--dry-run`"),
        );
    }
    sweep_leftovers(path.parent().unwrap_or(Path::new("")), &context.console);
    let change = FileChange {
        path,
        before: &placed.before,
        after: &placed.after,
    };
    replace_file(change, |_| Ok(()))
}
