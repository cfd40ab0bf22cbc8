//! Discounts for paying early that were taken in a period. They are off what is owed, not off what was invoiced: where VAT is
//! owed when it is invoiced, a credit note alone lowers it (SPEC.md 12.2).

use crate::journal::model::{InvoiceIx, Journal};
use crate::ledger::model::{AllocationRule, Ledger, Status};
use crate::value::money::{Minor, Money};
use crate::value::period::Period;
use std::collections::BTreeMap;

/// What was taken off each invoice, with VAT; below zero what was lost again with a payment that was reversed. Invoices that
/// were voided have none: all of their VAT was taken back.
pub fn discounts_taken(
    journal: &Journal,
    ledger: &Ledger,
    period: Period,
) -> BTreeMap<InvoiceIx, Money> {
    let mut taken: BTreeMap<InvoiceIx, Money> = BTreeMap::new();
    let steps = ledger.allocations.iter();
    let own = steps.filter(|step| {
        step.rule == AllocationRule::Discount
            && period.contains(step.date)
            && ledger.items[step.item].status != Status::Void
    });
    for step in own {
        let invoice = journal.items[step.item].invoice;
        let nothing = Money::new(Minor::ZERO, journal.invoices[invoice].currency);
        taken.entry(invoice).or_insert(nothing).minor += Minor::from(step.amount);
    }
    taken.retain(|_, amount| !amount.minor.is_zero());
    taken
}
