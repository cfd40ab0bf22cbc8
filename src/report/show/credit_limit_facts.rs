//! The credit limit and the trial of a customer, with the entries they rest on.

use crate::document::{Cell, Fact};
use crate::insight::exposure::{CustomerExposure, Exposure};
use crate::insight::trial::{TrialProgress, TrialStatus, trial_progress_by_customer};
use crate::journal::model::{CustomerIx, InvoiceIx};
use crate::report::shared::page::fact;
use crate::report::shared::report_input::ReportInput;
use crate::value::currency::Currency;
use crate::value::money::{Minor, Money};

/// What a page of a customer says about their limits; nothing where there are none.
pub fn limit_facts(input: ReportInput<'_>, customer: CustomerIx) -> Vec<Fact> {
    let Some(limits) = input.day.journal.customers[customer].limits.as_deref() else {
        return Vec::new();
    };
    let exposures = input.day.exposures();
    let mut facts = Vec::new();
    if let Some(limit) = limits.credit {
        let owing = exposures.get(customer, limit.currency);
        facts.extend(owing.map(|owing| credit_fact(input, limit, owing)));
        let history = owing.map_or(&[][..], |owing| &owing.history);
        let above = history.iter().filter(|it| it.amount_owed > limit.minor);
        facts.extend(above.map(|it| exceeded_fact(input, limit.currency, it)));
    }
    let trials = trial_progress_by_customer(input.day.journal, input.day.ledger, exposures);
    if let Some(course) = trials.get(&customer) {
        facts.extend(trial_facts(input, course));
    }
    facts
}

fn credit_fact(input: ReportInput<'_>, limit: Money, owing: &CustomerExposure) -> Fact {
    let words = &input.language.phrases.habit.limit;
    let said = |minor| {
        input
            .language
            .format_money(Money::new(minor, limit.currency))
    };
    let used = owing.now.max(Minor::ZERO);
    let say = if used > limit.minor {
        words.above_limit
    } else {
        words.of_limit
    };
    let text = say(&said(limit.minor), &said(used));
    fact("credit_limit", words.credit_limit, Cell::text(&text))
}

fn exceeded_fact(input: ReportInput<'_>, currency: Currency, exposure: &Exposure) -> Fact {
    let words = &input.language.phrases.habit.limit;
    let (no, owed) = invoice_and_debt(input, currency, exposure);
    let text = (words.exceeded_with)(no, &owed, exposure.day);
    fact("exceeded", words.exceeded, Cell::text(&text))
}

/// The number of the invoice, and what was owed with it.
fn invoice_and_debt<'s>(
    input: ReportInput<'s>,
    currency: Currency,
    exposure: &Exposure,
) -> (&'s str, String) {
    let owed = input
        .language
        .format_money(Money::new(exposure.amount_owed, currency));
    (invoice_number(input, exposure.invoice), owed)
}

fn invoice_number(input: ReportInput<'_>, invoice: InvoiceIx) -> &str {
    input.day.journal.invoice_no(invoice)
}

/// The time of a trial and how it goes.
fn trial_facts(input: ReportInput<'_>, course: &TrialProgress) -> Vec<Fact> {
    let words = &input.language.phrases.habit.limit;
    let limit = input.language.format_money(course.trial.limit);
    let line = |text: String| fact("trial", words.trial, Cell::text(&text));
    let Some((first, over)) = course.period else {
        return vec![line((words.not_begun)(&limit))];
    };
    let currency = course.trial.limit.currency;
    let stand = match course.status {
        TrialStatus::Passed(day) => (words.passed)(day, course.settled),
        TrialStatus::Running if over <= input.day.as_of() => words.unproven.to_owned(),
        TrialStatus::Running => (words.running)(course.settled),
        TrialStatus::Exceeded(exposure) => {
            let (no, owed) = invoice_and_debt(input, currency, &exposure);
            (words.failed_above)(exposure.day, no, &owed)
        }
        TrialStatus::Late(item, day) => {
            let invoice = input.day.journal.items[item].invoice;
            (words.failed_late)(day, invoice_number(input, invoice))
        }
    };
    vec![line((words.trial_dates)(&limit, first, over)), line(stand)]
}
