//! Every report of the list of reports: read the journal, write the pages, hand them over.

use super::asks;
use super::console::Colours;
use super::desk::Desk;
use super::emit::people::Drawing;
use super::emit::summary;
use super::emit::verdict::Verdict;
use super::exit::{Code, Ended, Stop, keep_until_exit};
use super::output;
use crate::check::Reach;
use crate::pipeline::Outcome;
use crate::report::scope::{Ask, NotFound, Refused, Report, Scope};
use crate::text::diagnostic::{Findings, Severity};
use crate::text::source::Sources;
use crate::value::calendar::AsOf;
use clap::ArgMatches;

/// How many findings are shown before a report is refused.
const SHOWN: usize = 10;

/// Runs a report. A journal with errors gives none, unless `--even-so`; the errors are told either way.
pub fn run(report: &Report, matches: &ArgMatches, desk: &mut Desk) -> Ended {
    let usual_buckets = desk.settings.buckets.clone().unwrap_or_default();
    let mut ask = asks::read(report, matches, desk.today, &usual_buckets)?;
    if let Some(day) = asks::ahead(report, matches, desk.today, desk.as_of.0)? {
        ask.known_on = Some(desk.as_of.0);
        desk.as_of = AsOf(day);
    }
    let medium = output::medium(desk)?;
    ask.for_people = medium.for_people;
    let outcome = desk.read(Reach::Errors)?;
    let sound = tell_errors(&outcome, desk)?;
    if sound == Code::Findings && !desk.global.even_so {
        return Ok(Code::Findings);
    }
    let language = desk.language(&outcome)?;
    let pages = scoped(&outcome, &ask, desk, |scope| report.pages(scope))?;
    let pages = keep_until_exit(pages.map_err(refused)?);
    output::deliver(&pages, medium, language, &outcome.sources, desk)?;
    Ok(sound)
}

/// Gives a report all it may look at.
pub fn scoped<T>(
    outcome: &Outcome,
    ask: &Ask,
    desk: &Desk,
    tell: impl FnOnce(Scope<'_>) -> T,
) -> Result<T, Stop> {
    Ok(tell(Scope {
        journal: &outcome.journal,
        ledger: &outcome.ledger,
        archive: &outcome.journal_text(&desk.disk),
        file: &desk.file(),
        language: desk.language(outcome)?,
        ask,
    }))
}

/// Why there is no page, as the end of a command.
pub fn refused(why: Refused) -> Stop {
    match why {
        Refused::NotFound(missing) => not_found(&missing),
        Refused::Misasked(words, help) => Stop::usage(words).help(help),
        Refused::NoAnswer(words, help) => Stop::findings(words).help(help),
    }
}

/// There is no such customer or invoice.
pub fn not_found(missing: &NotFound) -> Stop {
    let stop = Stop::usage(format!(
        "the journal has no customer or invoice `{}`",
        missing.asked
    ));
    if missing.similar.is_empty() {
        return stop.help("`tegoed customers` and `tegoed invoices` list them");
    }
    stop.help(format!("similar: {}", missing.similar.join(", ")))
}

/// Tells the errors of a journal on standard error.
pub fn tell_errors(outcome: &Outcome, desk: &Desk) -> Result<Code, Stop> {
    if !outcome.findings.has_at_least(Severity::Error) {
        return Ok(Code::Fine);
    }
    draw_errors(&outcome.findings, &outcome.sources, &desk.file(), desk);
    if !desk.global.even_so {
        desk.console
            .tell("no report: its figures could not be trusted (`--even-so` prints it)\n");
    }
    Ok(Code::Findings)
}

/// Draws the first errors that were found in some files on standard error.
pub fn draw_errors(findings: &Findings, sources: &Sources, file: &str, desk: &Desk) {
    let verdict = Verdict::new(findings, |finding| finding.kind.severity == Severity::Error);
    let colours: Colours = desk.console.error();
    let drawing = Drawing::new(sources, colours, output::width());
    let mut words = String::new();
    for finding in verdict.findings.iter().take(SHOWN) {
        drawing.draw(finding, &mut words);
        words.push('\n');
    }
    let shown = verdict.findings.len().min(SHOWN);
    summary::write(&verdict, file, shown, &mut words);
    desk.console.tell(&words);
}
