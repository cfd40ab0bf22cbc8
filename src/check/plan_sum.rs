//! P010: the terms of a plan are not what was owed.

use super::shared::check_input::CheckInput;
use crate::journal::model::{Event, InvoiceIx, NumberUse};
use crate::text::diagnostic::{Diagnostic, Sink};
use crate::text::span::Origin;
use crate::value::money::{Minor, Money};
use std::collections::BTreeSet;

crate::check_rule! {
    "P010" "plan-sum" Warning, needs Figures, page "plan_sum.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let events = input.day.journal.events.iter();
    // Of a plan with a part in another currency than its invoices A007 tells that.
    let faults = input.day.journal.currency_faults.iter();
    let mixed: BTreeSet<Origin> = faults.map(|fault| fault.origin).collect();
    let plans = events.filter(|event| event.plan().is_some());
    for plan in plans.filter(|plan| !mixed.contains(&plan.origin)) {
        let owed = amount_owed(input, plan);
        if let Some(told) = owed.and_then(|owed| compare_sums(input, plan, owed)) {
            sink.push(told);
        }
    }
}

/// Whether the parts of a plan are not what was owed: then nobody knows what it let fall due.
pub fn has_wrong_sum(input: &CheckInput<'_>, plan: &Event) -> bool {
    let parts = plan.plan().map_or(&[][..], |plan| &plan.instalments);
    let sum: Minor = parts.iter().map(|part| part.amount.minor).sum();
    amount_owed(input, plan).is_some_and(|owed| owed.minor != sum)
}

/// What was owed on the invoices of a plan at the end of its day; `None` where that is no single sum.
fn amount_owed(input: &CheckInput<'_>, plan: &Event) -> Option<Money> {
    let mut currency = None;
    let mut owed = Minor::ZERO;
    for number in plan.invoices() {
        let invoice = &input.day.journal.invoices[number];
        let known = invoice.number_use == NumberUse::Invoice && invoice.date <= plan.date;
        if !known || *currency.get_or_insert(invoice.currency) != invoice.currency {
            return None;
        }
        let mut open: Minor = invoice.amount()?.into();
        let until = input.last_day.claims().allocations_of(number).iter();
        for step in until.filter(|step| step.date <= plan.date) {
            open -= step.amount.into();
        }
        owed += open - conceded_of(input, number, open, plan);
    }
    Some(Money::new(owed, currency?))
}

/// What of an invoice of which so much was open when a plan was made had been conceded to the customer and not credited yet:
/// that is not owed (SPEC.md 10.2).
fn conceded_of(input: &CheckInput<'_>, invoice: InvoiceIx, open: Minor, plan: &Event) -> Minor {
    let dunning = input.last_day.dunning();
    let mut ended = dunning.history_of_invoice(invoice).disputes.clone();
    ended.retain(|dispute| dispute.end.is_some_and(|end| end.date <= plan.date));
    let reductions = &dunning.rules.reductions;
    let waiting = reductions
        .uncredited(invoice, &ended, plan.date)
        .into_iter();
    let conceded: Minor = waiting.map(|it| it.amount.unwrap_or(open)).sum();
    conceded.min(open).max(Minor::ZERO)
}

/// What is wrong with the terms of a plan, if anything is.
fn compare_sums(input: &CheckInput<'_>, plan: &Event, open: Money) -> Option<Diagnostic> {
    let terms = plan.plan().map_or(&[][..], |plan| &plan.instalments);
    let span = input.keyword_span(plan.origin);
    let shown = |minor| input.format_money(minor, open.currency);
    if terms.is_empty() {
        let none = KIND.at(
            span,
            "expected `due:` lines that say what is paid when, found none",
        );
        return Some(none.help(format!(
            "add them below, a line a part, such as `due: {} on {}`; `tegoed explain plan` shows a rule for several",
            shown(open.minor),
            plan.date
        )));
    }
    let sum: Minor = terms.iter().map(|term| term.amount.minor).sum();
    if sum == open.minor {
        return None;
    }
    let told = KIND.at(
        span,
        format!(
            "expected terms that add up to the {} owed on {}, found {}",
            shown(open.minor),
            plan.date,
            shown(sum)
        ),
    );
    let (by_how_much, which) = if sum < open.minor {
        (format!("{} too little", shown(open.minor - sum)), "less")
    } else {
        (format!("{} too much", shown(sum - open.minor)), "more")
    };
    Some(told.note(by_how_much).help(format!(
        "mend a term, name the invoices it is about, or say why it is {which}: `allow: P010` and why"
    )))
}
