//! `policy`: what was agreed about paying, and when one writes about it, as journal text.

use crate::check::CheckScope;
use crate::cli::arguments::args::PolicyFlags;
use crate::cli::arguments::report_args;
use crate::cli::command_context::CommandContext;
use crate::cli::exit::{CommandResult, ExitStatus, Failure};
use crate::cli::output::output_bytes;
use crate::cli::report_pages::with_report_input;
use crate::cli::sound_journal::print_errors;
use crate::render::medium::Audience;
use crate::report::policy;
use crate::text::diagnostic::Severity;

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
    // A policy has no figures of the journal: it is printed beside errors, which may be what sends one here.
    let outcome = context.read_journal(CheckScope::Errors)?;
    let has_errors = outcome.findings.has_at_least(Severity::Error);
    if has_errors {
        let file = context.root_file_name();
        print_errors(&outcome.findings, &outcome.sources, &file, context);
    }
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
    Ok(if has_errors {
        ExitStatus::Findings
    } else {
        ExitStatus::Success
    })
}
