//! Letters of a step that has a fee in the policy, and no fee was charged with them.

use super::stage_events::{StageEvent, of_open_invoices};
use crate::journal::model::{CustomerIx, Event, InvoiceIx, Journal, MovementKind};
use crate::text::span::Origin;
use crate::value::money::Money;
use crate::value::vocabulary::CustomerKind;
use chrono::NaiveDate;
use std::collections::BTreeSet;
use std::ops::Bound;

/// A letter without the fee of its step.
#[derive(Clone, Copy, Debug)]
pub struct FeeNotAsked<'j> {
    /// The letter.
    pub letter: &'j Event,
    /// The first of its invoices whose policy has the fee.
    pub invoice: InvoiceIx,
    /// The step.
    pub stage: &'j str,
    /// What the policy adds with it.
    pub fee: Money,
}

/// The letters to businesses whose step has a fee, and no `fee` to the customer follows before the next such letter. The
/// first letter of a step has it and no later one; before the due date there is none, and of a consumer none is asked
/// (SPEC.md 11.6).
pub fn find_fees_not_asked<'j>(
    journal: &Journal,
    events: &[StageEvent<'j>],
) -> Vec<FeeNotAsked<'j>> {
    let with_fee: Vec<FeeNotAsked<'j>> = of_open_invoices(events)
        .filter(|letter| letter.previous.is_none() && !letter.is_before_due())
        .filter_map(|letter| fee_of_step(journal, letter))
        .collect();
    if with_fee.is_empty() {
        return with_fee;
    }
    let customer_of = |it: &FeeNotAsked<'_>| journal.invoices[it.invoice].customer;
    let letters = with_fee.iter().map(|it| (customer_of(it), it.letter.date));
    let letters: BTreeSet<(Option<CustomerIx>, NaiveDate)> = letters.collect();
    let fees = journal.movements.as_slice().iter();
    let fees = fees.filter(|movement| movement.kind == MovementKind::Fee);
    let fees = fees.map(|movement| (movement.customer, movement.date));
    let fees: BTreeSet<(Option<CustomerIx>, NaiveDate)> = fees.collect();
    let mut told: BTreeSet<Origin> = BTreeSet::new();
    let mut found = with_fee;
    found.retain(|asked| {
        let (customer, from) = (customer_of(asked), asked.letter.date);
        let of_customer = |(whose, _): &&(Option<CustomerIx>, NaiveDate)| *whose == customer;
        let behind = (Bound::Excluded((customer, from)), Bound::Unbounded);
        let next = letters.range(behind).next().filter(of_customer);
        let fee = fees.range((customer, from)..).next().filter(of_customer);
        let is_charged = fee.is_some_and(|(_, day)| next.is_none_or(|(_, until)| day < until));
        !is_charged && told.insert(asked.letter.origin)
    });
    found
}

fn fee_of_step<'j>(journal: &Journal, letter: &StageEvent<'j>) -> Option<FeeNotAsked<'j>> {
    letter.event.sent_letter()?;
    let invoice = &journal.invoices[letter.invoice];
    let kind = journal.customers[invoice.customer?].kind;
    let stage = letter.stage()?;
    let fee = stage.fee.filter(|fee| fee.currency == invoice.currency)?;
    (kind != Some(CustomerKind::Consumer)).then_some(FeeNotAsked {
        letter: letter.event,
        invoice: letter.invoice,
        stage: &stage.name,
        fee,
    })
}
