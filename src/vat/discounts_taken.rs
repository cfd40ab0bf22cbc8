//! Discounts for paying early that were taken in a period. They are off what is owed, not off what was invoiced: where VAT is
//! owed when it is invoiced, a credit note alone lowers it (SPEC.md 12.2).

use crate::journal::model::{InvoiceIx, Journal, MovementKind};
use crate::ledger::model::{AllocationRule, Ledger, Status};
use crate::value::money::{Minor, Money};
use crate::value::period::Period;
use std::collections::BTreeMap;

/// What was taken off each invoice, with VAT; below zero what was lost again with a payment that was reversed. Invoices that
/// were voided have none: all of their VAT was taken back. Nor have those for whose discount a credit note stands, in this
/// period or later.
pub fn discounts_taken(
    journal: &Journal,
    ledger: &Ledger,
    period: Period,
) -> BTreeMap<InvoiceIx, Money> {
    let mut taken: BTreeMap<InvoiceIx, Money> = BTreeMap::new();
    let steps = ledger.allocations.iter();
    let discounts = steps.filter(|step| {
        step.rule == AllocationRule::Discount && ledger.items[step.item].status != Status::Void
    });
    for step in discounts {
        let invoice = journal.items[step.item].invoice;
        if journal.movements[step.movement].kind == MovementKind::Credit && step.amount.0 < 0 {
            taken.remove(&invoice);
        } else if period.contains(step.date) {
            let nothing = Money::new(Minor::ZERO, journal.invoices[invoice].currency);
            taken.entry(invoice).or_insert(nothing).minor += Minor::from(step.amount);
        }
    }
    taken.retain(|_, amount| !amount.minor.is_zero());
    taken
}
