//! Every report of the list of reports: read the journal, write the pages, hand them over.

use crate::cli::arguments::report_args;
use crate::cli::command_context::CommandContext;
use crate::cli::exit::{CommandResult, ExitStatus, Failure, keep_until_exit};
use crate::cli::output;
use crate::cli::report_pages::{to_failure, with_report_input};
use crate::cli::sound_journal::{SoundJournal, read_sound_journal};
use crate::render::medium::Audience;
use crate::report::shared::report_definition::Report;
use clap::ArgMatches;

/// Runs a report. A journal with errors gives none, unless `--even-so`; the errors are reported either way.
pub fn run(report: &Report, matches: &ArgMatches, context: &mut CommandContext) -> CommandResult {
    let usual_buckets = context.settings.buckets.clone().unwrap_or_default();
    let mut ask = report_args::read_options(report, matches, context.as_of, &usual_buckets)?;
    if let Some(day) = ask.look_ahead_to {
        if day < context.as_of {
            return Err(Failure::usage(format!(
                "expected a day to look ahead to, from {} on, found {day}",
                context.as_of
            )));
        }
        ask.known_on = Some(context.as_of);
        context.as_of = day;
    }
    let medium = output::chosen_medium(context)?;
    ask.for_people = medium.audience == Audience::People;
    let Some(SoundJournal { outcome, status }) = read_sound_journal(context)? else {
        return Ok(ExitStatus::Findings);
    };
    let language = context.language(&outcome)?;
    let pages = with_report_input(&outcome, &ask, context, |input| report.write_pages(input))?;
    let pages = keep_until_exit(pages.map_err(to_failure)?);
    output::output_pages(&pages, medium, language, &outcome.sources, context)?;
    Ok(status)
}
