//! The journal, for commands whose figures people rely on: one with errors gives none, unless `--even-so`.

use super::command_context::CommandContext;
use super::emit::failure_json::failure_json;
use super::emit::first_findings::draw_first_findings;
use super::emit::json;
use super::emit::selected_findings::SelectedFindings;
use super::exit::{ExitStatus, Failure};
use crate::check::CheckScope;
use crate::pipeline::Outcome;
use crate::text::diagnostic::{Findings, Severity};
use crate::text::source::Sources;
use std::mem::ManuallyDrop;

/// How many findings are shown before a report is refused.
const MAX_SHOWN: usize = 10;

/// A journal that figures may rest on, and how the command that shows them ends.
pub struct SoundJournal {
    /// What was read.
    pub outcome: ManuallyDrop<Outcome>,
    /// Findings where there are errors, and `--even-so` was given.
    pub status: ExitStatus,
}

/// Reads the journal and reports its errors; `None` where it has some and nobody said `--even-so`.
pub fn read_sound_journal(context: &CommandContext) -> Result<Option<SoundJournal>, Failure> {
    read_sound_journal_with(CheckScope::Errors, context)
}

/// The same with other checks than those without which figures cannot be trusted.
pub fn read_sound_journal_with(
    scope: CheckScope,
    context: &CommandContext,
) -> Result<Option<SoundJournal>, Failure> {
    let outcome = context.read_journal(scope)?;
    let status = report_errors(&outcome, context)?;
    let may_be_shown = status == ExitStatus::Success || context.global_flags.even_so;
    Ok(may_be_shown.then_some(SoundJournal { outcome, status }))
}

/// Reports the errors of a journal on standard error.
pub fn report_errors(outcome: &Outcome, context: &CommandContext) -> Result<ExitStatus, Failure> {
    if !outcome.findings.has_at_least(Severity::Error) {
        return Ok(ExitStatus::Success);
    }
    if context.console.failures_as_json() && !context.global_flags.even_so {
        return print_errors_as_json(outcome, context);
    }
    print_errors(
        &outcome.findings,
        &outcome.sources,
        &context.root_file_name(),
        context,
    );
    if !context.global_flags.even_so {
        context
            .console
            .print_to_stderr(&format!("{NO_REPORT} ({EVEN_SO})\n"));
    }
    Ok(ExitStatus::Findings)
}

/// Why a journal with errors gives no report.
const NO_REPORT: &str = "no report: its figures could not be trusted";
/// What gives it anyway.
const EVEN_SO: &str = "`--even-so` prints it";

/// The same for programs, with the errors as `check` gives them.
fn print_errors_as_json(
    outcome: &Outcome,
    context: &CommandContext,
) -> Result<ExitStatus, Failure> {
    let verdict = SelectedFindings::new(&outcome.findings, |finding| {
        finding.kind.severity == Severity::Error
    });
    let file = context.root_file_name();
    let findings = json::write(&verdict, &outcome.sources, context.as_of, &file)?;
    let stop = Failure::findings(NO_REPORT).with_help(EVEN_SO);
    let words = failure_json(&stop, Some(&findings));
    context.console.print_to_stderr(&words);
    Ok(ExitStatus::Findings)
}

/// Draws the first errors that were found in some files on standard error.
pub fn print_errors(findings: &Findings, sources: &Sources, file: &str, context: &CommandContext) {
    let verdict =
        SelectedFindings::new(findings, |finding| finding.kind.severity == Severity::Error);
    let words = draw_first_findings(
        &verdict,
        MAX_SHOWN,
        sources,
        file,
        context.console.error_colours(),
    );
    context.console.print_to_stderr(&words);
}
