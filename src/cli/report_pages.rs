//! Pages of reports: what a report is given, and why there is no page.

use super::command_context::CommandContext;
use super::exit::{Failure, keep_until_exit};
use crate::day::Day;
use crate::pipeline::Outcome;
use crate::report::shared::lookup::NotFound;
use crate::report::shared::report_definition::ReportError;
use crate::report::shared::report_input::{ReportInput, ReportOptions};

/// Gives a report all it may look at.
pub fn with_report_input<T>(
    outcome: &Outcome,
    ask: &ReportOptions,
    context: &CommandContext,
    write: impl FnOnce(ReportInput<'_>) -> T,
) -> Result<T, Failure> {
    let text = outcome.journal_text(&context.disk);
    let day = Day::new(&outcome.journal, &outcome.ledger, &text);
    let day = keep_until_exit(day.asked_on(ask.known_on));
    Ok(write(ReportInput {
        day: &day,
        root_file: &context.root_file_name(),
        language: context.language(outcome)?,
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

/// There is no such customer or invoice, or there are several.
pub fn not_found_failure(missing: &NotFound) -> Failure {
    if missing.is_ambiguous {
        let named = missing.similar.join(", ");
        let several = Failure::usage(format!("`{}` may be {named}", missing.query));
        return several.with_help("write more of the name, or the id");
    }
    if let Some(customer) = &missing.invoice_of {
        let asked = &missing.query;
        return Failure::usage(format!("expected a customer, found the invoice `{asked}`"))
            .with_help(format!("it is one of `{customer}`: write that"));
    }
    let stop = Failure::usage(format!(
        "the journal has no customer or invoice `{}`",
        missing.query
    ));
    if missing.similar.is_empty() {
        return stop.with_help("`tegoed customers` and `tegoed invoices` list them");
    }
    stop.with_help(format!("similar: {}", missing.similar.join(", ")))
}
