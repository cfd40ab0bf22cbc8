//! C013: an invoice that takes a customer on trial above the limit of the trial.

use super::shared::check_input::CheckInput;
use crate::insight::exposure::{Exposure, customers_with_limit};
use crate::insight::trial::{TrialProgress, TrialStatus, trial_progress_by_customer};
use crate::journal::model::CustomerIx;
use crate::text::diagnostic::{Diagnostic, Sink};
use crate::value::key_name::KeyName;

crate::check_rule! {
    "C013" "trial-limit-exceeded" Warning, needs Figures, page "trial_limit_exceeded.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let mut limits = customers_with_limit(input.day.journal);
    if limits.all(|(_, limits)| limits.trial.is_none()) {
        return;
    }
    let exposures = input.last_day.exposures();
    for (customer, course) in
        trial_progress_by_customer(input.day.journal, input.last_day.ledger, exposures)
    {
        let limit = course.trial.limit;
        let owing = exposures.get(customer, limit.currency);
        let history = owing.map_or(&[][..], |owing| &owing.history);
        for exposure in history {
            if exposure.amount_owed > limit.minor && course.is_limit_active(exposure.day) {
                report(input, customer, &course, exposure, sink);
            }
        }
    }
}

fn report(
    input: &CheckInput<'_>,
    customer: CustomerIx,
    course: &TrialProgress,
    exposure: &Exposure,
    sink: &mut Sink,
) {
    let who = input.format_customer(customer);
    let limit = course.trial.limit;
    let most = input.format_money(limit.minor, limit.currency);
    let owed = input.format_money(exposure.amount_owed, limit.currency);
    let invoice = &input.day.journal.invoices[exposure.invoice];
    let mut found = KIND.at(
        input.mention_span(invoice.origin, exposure.invoice),
        format!("expected {who} to owe at most {most} on trial, found {owed} with this invoice"),
    );
    if let Some(origin) = input.day.journal.customers[customer].origin {
        let line = input.value_span(origin, KeyName::Trial);
        found = found.related(line, "his trial");
    }
    sink.push(with_trial_notes(input, course, exposure, found).help(
        "ask for a deposit, or wait until something is paid; when you trust him, take the `trial:` line away",
    ));
}

/// How the trial stands, and why.
fn with_trial_notes(
    input: &CheckInput<'_>,
    course: &TrialProgress,
    exposure: &Exposure,
    found: Diagnostic,
) -> Diagnostic {
    let over = course.period.map_or(String::new(), |(first, over)| {
        format!("the trial runs from {first} to {over}")
    });
    match course.status {
        TrialStatus::Late(item, since) => {
            let number = input.day.journal.items[item].invoice;
            let no = input.format_invoice(number);
            found.note(format!("{over}; {no} was too late on {since}"))
        }
        TrialStatus::Exceeded(first) if first.invoice != exposure.invoice => {
            let no = input.format_invoice(first.invoice);
            found.note(format!("{over}; it failed with {no} on {}", first.day))
        }
        TrialStatus::Running | TrialStatus::Passed(_) | TrialStatus::Exceeded(_) => {
            found.note(over)
        }
    }
}
