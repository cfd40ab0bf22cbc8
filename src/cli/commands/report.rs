//! Every report of the list of reports: read the journal, write the pages, hand them over.

use crate::check::CheckScope;
use crate::cli::arguments::report_args;
use crate::cli::command_context::CommandContext;
use crate::cli::emit::finding_printer::FindingPrinter;
use crate::cli::emit::selected_findings::SelectedFindings;
use crate::cli::emit::summary;
use crate::cli::exit::{CommandResult, ExitStatus, Failure, keep_until_exit};
use crate::cli::output;
use crate::pipeline::Outcome;
use crate::render::medium::{Audience, TerminalStyle};
use crate::report::shared::lookup::NotFound;
use crate::report::shared::report_definition::{Report, ReportError};
use crate::report::shared::report_input::{ReportInput, ReportOptions};
use crate::text::diagnostic::{Findings, Severity};
use crate::text::source::Sources;
use crate::value::calendar::AsOf;
use clap::ArgMatches;

/// How many findings are shown before a report is refused.
const MAX_SHOWN: usize = 10;

/// Runs a report. A journal with errors gives none, unless `--even-so`; the errors are told either way.
pub fn run(report: &Report, matches: &ArgMatches, desk: &mut CommandContext) -> CommandResult {
    let usual_buckets = desk.settings.buckets.clone().unwrap_or_default();
    let mut ask = report_args::read_options(report, matches, desk.today, &usual_buckets)?;
    if let Some(day) = ask.look_ahead_to {
        if day < desk.as_of.0 {
            return Err(Failure::usage(format!(
                "expected a day to look ahead to, from {} on, found {day}",
                desk.as_of.0
            )));
        }
        ask.known_on = Some(desk.as_of.0);
        desk.as_of = AsOf(day);
    }
    let medium = output::chosen_medium(desk)?;
    ask.for_people = medium.audience == Audience::People;
    let outcome = desk.read_journal(CheckScope::Errors)?;
    let sound = report_errors(&outcome, desk)?;
    if sound == ExitStatus::Findings && !desk.global_flags.even_so {
        return Ok(ExitStatus::Findings);
    }
    let language = desk.language(&outcome)?;
    let pages = with_report_input(&outcome, &ask, desk, |scope| report.write_pages(scope))?;
    let pages = keep_until_exit(pages.map_err(to_failure)?);
    output::output_pages(&pages, medium, language, &outcome.sources, desk)?;
    Ok(sound)
}

/// Gives a report all it may look at.
pub fn with_report_input<T>(
    outcome: &Outcome,
    ask: &ReportOptions,
    desk: &CommandContext,
    tell: impl FnOnce(ReportInput<'_>) -> T,
) -> Result<T, Failure> {
    Ok(tell(ReportInput {
        journal: &outcome.journal,
        ledger: &outcome.ledger,
        source_lookup: &outcome.journal_text(&desk.disk),
        root_file: &desk.root_file_name(),
        language: desk.language(outcome)?,
        options: ask,
    }))
}

/// Why there is no page, as the end of a command.
pub fn to_failure(why: ReportError) -> Failure {
    match why {
        ReportError::NotFound(missing) => not_found_failure(&missing),
        ReportError::Usage(words, help) => Failure::usage(words).with_help(help),
        ReportError::NoAnswer(words, help) => Failure::findings(words).with_help(help),
    }
}

/// There is no such customer or invoice.
pub fn not_found_failure(missing: &NotFound) -> Failure {
    let stop = Failure::usage(format!(
        "the journal has no customer or invoice `{}`",
        missing.query
    ));
    if missing.similar.is_empty() {
        return stop.with_help("`tegoed customers` and `tegoed invoices` list them");
    }
    stop.with_help(format!("similar: {}", missing.similar.join(", ")))
}

/// Tells the errors of a journal on standard error.
pub fn report_errors(outcome: &Outcome, desk: &CommandContext) -> Result<ExitStatus, Failure> {
    if !outcome.findings.has_at_least(Severity::Error) {
        return Ok(ExitStatus::Success);
    }
    print_errors(
        &outcome.findings,
        &outcome.sources,
        &desk.root_file_name(),
        desk,
    );
    if !desk.global_flags.even_so {
        desk.console.print_to_stderr(
            "no report: its figures could not be trusted (`--even-so` prints it)\n",
        );
    }
    Ok(ExitStatus::Findings)
}

/// Draws the first errors that were found in some files on standard error.
pub fn print_errors(findings: &Findings, sources: &Sources, file: &str, desk: &CommandContext) {
    let verdict =
        SelectedFindings::new(findings, |finding| finding.kind.severity == Severity::Error);
    let colours: TerminalStyle = desk.console.error_colours();
    let drawing = FindingPrinter::new(sources, colours, output::terminal_width());
    let mut words = String::new();
    for finding in verdict.findings.iter().take(MAX_SHOWN) {
        drawing.write_finding(finding, &mut words);
        words.push('\n');
    }
    let shown = verdict.findings.len().min(MAX_SHOWN);
    summary::write(&verdict, file, shown, &mut words);
    desk.console.print_to_stderr(&words);
}
