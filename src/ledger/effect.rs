//! How much each entry and each step changes what a customer owes: the one place that says so.

use super::model::{Allocation, FaultEntry, Ledger, Rule};
use crate::journal::model::{
    CustomerIx, Invoice, InvoiceIx, Journal, Movement, MovementIx, MovementKind, NumberUse,
};
use crate::value::currency::Currency;
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// A change of what a customer owes: above zero, more.
#[derive(Clone, Copy, Debug)]
pub struct Effect {
    /// The day.
    pub date: NaiveDate,
    /// Whose balance.
    pub customer: CustomerIx,
    /// In which currency.
    pub currency: Currency,
    /// How much more, or less.
    pub amount: Minor,
    /// What does it.
    pub cause: Cause,
}

/// What changes a balance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// An invoice was written.
    Invoice(InvoiceIx),
    /// Money or a credit note came, or went back.
    Money(MovementIx),
    /// Something was claimed or closed on an invoice.
    Step {
        /// By this entry.
        from: MovementIx,
        /// By this rule.
        rule: Rule,
        /// On this invoice.
        invoice: InvoiceIx,
    },
}

/// Everything that changed a balance by the day of the ledger: invoices, then money, then steps.
pub fn effects<'a>(journal: &'a Journal, ledger: &'a Ledger) -> impl Iterator<Item = Effect> + 'a {
    let idle = not_carried_out(ledger);
    let invoices = journal
        .invoices
        .iter()
        .filter_map(|(ix, invoice)| of_invoice(journal, ledger, ix, invoice));
    let money = journal
        .movements
        .iter()
        .filter(move |(ix, movement)| {
            movement.date <= ledger.as_of.0 && !(undone_by_fault(movement) && idle.contains(ix))
        })
        .filter_map(|(ix, movement)| of_money(ix, movement));
    let steps = ledger
        .allocations
        .iter()
        .filter_map(|step| of_step(journal, step));
    invoices.chain(money).chain(steps)
}

fn not_carried_out(ledger: &Ledger) -> BTreeSet<MovementIx> {
    let movement = |entry| match entry {
        FaultEntry::Movement(ix) => Some(ix),
        FaultEntry::Assertion(_) => None,
    };
    ledger
        .faults
        .iter()
        .filter_map(|fault| movement(fault.entry))
        .collect()
}

/// A reversal or refund at fault is not carried out; payments and credit notes always count.
const fn undone_by_fault(movement: &Movement) -> bool {
    matches!(movement.kind, MovementKind::Reversal | MovementKind::Refund)
}

fn of_invoice(
    journal: &Journal,
    ledger: &Ledger,
    ix: InvoiceIx,
    invoice: &Invoice,
) -> Option<Effect> {
    if invoice.used != NumberUse::Invoice || invoice.date > ledger.as_of.0 {
        return None;
    }
    let mut amount = Minor::ZERO;
    for item in journal.items_of(ix) {
        amount += journal.items[item].amount.into();
    }
    Some(Effect {
        date: invoice.date,
        customer: invoice.customer?,
        currency: invoice.currency,
        amount,
        cause: Cause::Invoice(ix),
    })
}

fn of_money(ix: MovementIx, movement: &Movement) -> Option<Effect> {
    let amount = match movement.kind {
        MovementKind::Payment | MovementKind::Credit => -movement.minor(),
        MovementKind::Reversal | MovementKind::Refund => movement.minor(),
        MovementKind::Apply
        | MovementKind::Fee
        | MovementKind::Costs
        | MovementKind::Interest
        | MovementKind::Waive
        | MovementKind::Settle
        | MovementKind::Writeoff
        | MovementKind::Void => return None,
    };
    Some(Effect {
        date: movement.date,
        customer: movement.customer?,
        currency: movement.currency,
        amount,
        cause: Cause::Money(ix),
    })
}

/// Whether a step only carries money from an account to an invoice, or back: it changes no balance.
pub fn carries(journal: &Journal, step: &Allocation) -> bool {
    match step.rule {
        Rule::Named | Rule::Designated | Rule::Applied | Rule::Oldest | Rule::Reversed => true,
        Rule::Recovered | Rule::Voided => matches!(
            journal.movements[step.from].kind,
            MovementKind::Payment | MovementKind::Credit
        ),
        Rule::Claimed | Rule::Waived | Rule::Discount | Rule::Settlement | Rule::WrittenOff => {
            false
        }
    }
}

fn of_step(journal: &Journal, step: &Allocation) -> Option<Effect> {
    if carries(journal, step) {
        return None;
    }
    let invoice = journal.items[step.item].invoice;
    let written = &journal.invoices[invoice];
    Some(Effect {
        date: step.date,
        customer: written.customer?,
        currency: written.currency,
        amount: -Minor::from(step.amount),
        cause: Cause::Step {
            from: step.from,
            rule: step.rule,
            invoice,
        },
    })
}
