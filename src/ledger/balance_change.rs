//! How much each entry and each step changes what a customer owes: the one place that says so.

use super::model::{Allocation, AllocationRule, Ledger};
use crate::journal::model::{
    CustomerIx, Invoice, InvoiceIx, Journal, Movement, MovementIx, MovementKind, NumberUse,
};
use crate::value::currency::Currency;
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// A change of what a customer owes: above zero, more.
#[derive(Clone, Copy, Debug)]
pub struct BalanceChange {
    /// The day.
    pub date: NaiveDate,
    /// Whose balance.
    pub customer: CustomerIx,
    /// In which currency.
    pub currency: Currency,
    /// How much more, or less.
    pub amount: Minor,
    /// What does it.
    pub cause: BalanceCause,
}

/// What changes a balance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BalanceCause {
    /// An invoice was written.
    Invoice(InvoiceIx),
    /// Money or a credit note came, or went back.
    Money(MovementIx),
    /// Something was claimed or closed on an invoice.
    Allocation {
        /// By this entry.
        from: MovementIx,
        /// By this rule.
        rule: AllocationRule,
        /// On this invoice.
        invoice: InvoiceIx,
    },
}

/// Everything that changed a balance by the day of the ledger: invoices, then money, then steps.
pub fn balance_changes<'a>(
    journal: &'a Journal,
    ledger: &'a Ledger,
) -> impl Iterator<Item = BalanceChange> + 'a {
    let idle: BTreeSet<MovementIx> = ledger.movements_at_fault().collect();
    let invoices = journal
        .invoices
        .iter()
        .filter_map(|(ix, invoice)| invoice_change(journal, ledger, ix, invoice));
    let money = journal
        .movements
        .iter()
        .filter(move |(ix, movement)| {
            movement.date <= ledger.as_of && is_carried_out(&idle, *ix, movement)
        })
        .filter_map(|(ix, movement)| money_change(ix, movement));
    let steps = ledger
        .allocations
        .iter()
        .filter_map(|step| allocation_change(journal, step));
    invoices.chain(money).chain(steps)
}

/// A reversal or refund at fault is not carried out; payments and credit notes always count.
pub fn is_carried_out(
    at_fault: &BTreeSet<MovementIx>,
    ix: MovementIx,
    movement: &Movement,
) -> bool {
    let can_fail = matches!(movement.kind, MovementKind::Reversal | MovementKind::Refund);
    !(can_fail && at_fault.contains(&ix))
}

/// What an invoice adds; `None` where it is dated after the day, or nobody owes it.
pub fn invoice_change(
    journal: &Journal,
    ledger: &Ledger,
    ix: InvoiceIx,
    invoice: &Invoice,
) -> Option<BalanceChange> {
    if invoice.number_use != NumberUse::Invoice || invoice.date > ledger.as_of {
        return None;
    }
    let mut amount = Minor::ZERO;
    for item in journal.items_of(ix) {
        amount += journal.items[item].amount.into();
    }
    Some(BalanceChange {
        date: invoice.date,
        customer: invoice.customer?,
        currency: invoice.currency,
        amount,
        cause: BalanceCause::Invoice(ix),
    })
}

/// What money or a credit note takes off, or a reversal or a refund adds; `None` for other entries.
pub fn money_change(ix: MovementIx, movement: &Movement) -> Option<BalanceChange> {
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
    Some(BalanceChange {
        date: movement.date,
        customer: movement.customer?,
        currency: movement.currency,
        amount,
        cause: BalanceCause::Money(ix),
    })
}

/// Whether a step only carries money from an account to an invoice, or back: it changes no balance.
pub fn is_balance_neutral(journal: &Journal, step: &Allocation) -> bool {
    match step.rule {
        AllocationRule::Named
        | AllocationRule::Designated
        | AllocationRule::Applied
        | AllocationRule::Oldest
        | AllocationRule::Reversed => true,
        AllocationRule::Recovered | AllocationRule::Voided => matches!(
            journal.movements[step.movement].kind,
            MovementKind::Payment | MovementKind::Credit
        ),
        AllocationRule::Claimed
        | AllocationRule::Waived
        | AllocationRule::Discount
        | AllocationRule::Settlement
        | AllocationRule::WrittenOff => false,
    }
}

fn allocation_change(journal: &Journal, step: &Allocation) -> Option<BalanceChange> {
    if is_balance_neutral(journal, step) {
        return None;
    }
    let invoice = journal.items[step.item].invoice;
    let written = &journal.invoices[invoice];
    Some(BalanceChange {
        date: step.date,
        customer: written.customer?,
        currency: written.currency,
        amount: -Minor::from(step.amount),
        cause: BalanceCause::Allocation {
            from: step.movement,
            rule: step.rule,
            invoice,
        },
    })
}
