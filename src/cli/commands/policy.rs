//! `policy`: what was agreed about paying, and when one writes about it, as journal text.

use crate::cli::arguments::args::PolicyFlags;
use crate::cli::arguments::report_args;
use crate::cli::command_context::CommandContext;
use crate::cli::exit::{CommandResult, ExitStatus, Failure};
use crate::cli::output::output_bytes;
use crate::cli::report_pages::with_report_input;
use crate::cli::sound_journal::{SoundJournal, read_sound_journal};
use crate::render::medium::Audience;
use crate::report::policy;

/// Prints the policies in force, or every version of one.
pub fn run(flags: &PolicyFlags, context: &mut CommandContext) -> CommandResult {
    if context
        .global_flags
        .output_format
        .as_deref()
        .is_some_and(|form| form != "text")
    {
        return Err(Failure::usage(
            "`policy` prints journal text, and nothing else",
        ));
    }
    let Some(SoundJournal { outcome, status }) = read_sound_journal(context)? else {
        return Ok(ExitStatus::Findings);
    };
    let ask = report_args::default_options(&[])?;
    let name = flags.name.as_deref();
    let text = with_report_input(&outcome, &ask, context, |input| policy::write(input, name))?;
    let Some(text) = text else {
        let name = name.unwrap_or_default();
        return Err(
            Failure::usage(format!("the journal has no policy `{name}`"))
                .with_help("`tegoed policy` prints those in force"),
        );
    };
    output_bytes(text.as_bytes(), Audience::People, &outcome.sources, context)?;
    Ok(status)
}
