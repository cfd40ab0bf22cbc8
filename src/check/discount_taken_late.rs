//! P019: a payment that left the discount out after its time.

use super::shared::check_input::{CheckInput, date_span};
use crate::journal::model::{Component, InvoiceIx, Journal, MovementKind, NumberUse};
use crate::ledger::model::{Allocation, AllocationRule as Reason};
use crate::text::diagnostic::Sink;
use crate::value::index_vec::IndexVec;
use crate::value::money::Minor;
use crate::value::rounding::share_of_amount;
use chrono::NaiveDate;

crate::check_rule! {
    "P019" "discount-taken-late" Advice, needs Figures, page "discount_taken_late.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    if !journal.any_policy(|policy| policy.discount.is_some()) {
        return;
    }
    let mut open = IndexVec::from_elem(Minor::ZERO, journal.invoices.len());
    for (number, invoice) in journal.invoices.iter() {
        open[number] = invoice.amount().map_or(Minor::ZERO, Minor::from);
    }
    let mut steps = input.last_day.ledger.allocations.iter().peekable();
    while let Some(step) = steps.next() {
        if step.component != Component::Principal {
            continue;
        }
        let number = journal.items[step.item].invoice;
        open[number] -= step.amount.into();
        let goes_on = steps.peek().is_some_and(|next| {
            next.movement == step.movement && journal.items[next.item].invoice == number
        });
        if !goes_on && let Some((window, discount)) = late_discount(journal, step, number) {
            let off = open[number] - discount;
            if open[number].is_positive() && off.0.unsigned_abs() <= 1 {
                report(input, step, number, window, open[number], sink);
            }
        }
    }
}

/// Whether a step is money that came after the discount's time: the last day, and how much the discount was.
fn late_discount(
    journal: &Journal,
    step: &Allocation,
    number: InvoiceIx,
) -> Option<(NaiveDate, Minor)> {
    let invoice = &journal.invoices[number];
    let payment = &journal.movements[step.movement];
    let money = payment.kind == MovementKind::Payment
        && matches!(step.rule, Reason::Named | Reason::Designated);
    if !money || invoice.number_use != NumberUse::Invoice {
        return None;
    }
    let (share, within) = journal.policies[invoice.policy?].discount?;
    let last = within.date_after(invoice.date)?;
    let discount = share_of_amount(share, invoice.amount()?.into())?;
    (payment.date > last).then_some((last, discount))
}

fn report(
    input: &CheckInput<'_>,
    step: &Allocation,
    number: InvoiceIx,
    last: NaiveDate,
    open: Minor,
    sink: &mut Sink,
) {
    let payment = &input.day.journal.movements[step.movement];
    let invoice = &input.day.journal.invoices[number];
    let left = input.format_money(open, invoice.currency);
    let no = input.format_invoice(number);
    sink.push(
        KIND.at(
            input.amount_span(payment.origin),
            format!(
                "expected a discount until {last}, found it taken on {}",
                payment.date
            ),
        )
        .note(format!("{left} stays open"))
        .related(date_span(invoice.origin), format!("{no} is written here"))
        .help(format!(
            "ask for the {left}, or grant it: `credit #NUMBER for {no} {left}`"
        )),
    );
}
