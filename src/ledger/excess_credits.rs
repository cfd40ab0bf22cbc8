//! What of credit notes met nothing that was open of their invoices, and what became of it: it stands on account until it is
//! paid back or used for another invoice.

use super::model::{AllocationRule, Ledger};
use crate::journal::model::{Component, InvoiceIx, Journal, MovementIx, MovementKind};
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What of a credit note is beyond what was open of its invoice.
#[derive(Clone, Debug)]
pub struct ExcessCredit {
    /// The credit note.
    pub note: MovementIx,
    /// The day on which it counts.
    pub date: NaiveDate,
    /// How much.
    pub amount: Minor,
    /// What the customer got of it, in the order of days.
    pub uses: Vec<CreditUse>,
}

/// What a customer got of a credit note.
#[derive(Clone, Copy, Debug)]
pub struct CreditUse {
    /// The refund; the credit note itself where it was used for another invoice.
    pub movement: MovementIx,
    /// The day.
    pub date: NaiveDate,
    /// How much.
    pub amount: Minor,
}

/// Credit notes with something beyond what was open, by the invoice that they name.
pub fn excess_credits(
    journal: &Journal,
    ledger: &Ledger,
) -> BTreeMap<InvoiceIx, Vec<ExcessCredit>> {
    let notes = journal.movements.iter();
    let notes = notes.filter(|(_, it)| {
        it.kind == MovementKind::Credit && it.date <= ledger.as_of && it.invoice.is_some()
    });
    let mut all: BTreeMap<MovementIx, ExcessCredit> = notes
        .map(|(note, movement)| {
            let beyond = ExcessCredit {
                note,
                date: movement.date,
                amount: movement.minor(),
                uses: Vec::new(),
            };
            (note, beyond)
        })
        .collect();
    if all.is_empty() {
        return BTreeMap::new();
    }
    let steps = ledger.allocations.iter();
    for step in steps.filter(|step| step.component == Component::Principal) {
        let Some(note) = all.get_mut(&step.movement) else {
            continue;
        };
        let about = journal.items[step.item].invoice;
        let is_own = journal.movements[step.movement].invoice == Some(about);
        let amount = Minor::from(step.amount);
        if is_own && step.rule != AllocationRule::Voided {
            note.date = note.date.max(step.date);
            note.amount -= amount;
        } else if !is_own {
            note.uses.push(CreditUse {
                movement: step.movement,
                date: step.date,
                amount,
            });
        }
    }
    for back in &ledger.paid_back {
        if let Some(note) = all.get_mut(&back.credit) {
            note.uses.push(CreditUse {
                movement: back.refund,
                date: journal.movements[back.refund].date,
                amount: back.amount,
            });
        }
    }
    let mut by_invoice: BTreeMap<InvoiceIx, Vec<ExcessCredit>> = BTreeMap::new();
    for mut beyond in all.into_values().filter(|it| it.amount.is_positive()) {
        beyond.uses.sort_by_key(|it| it.date);
        if let Some(invoice) = journal.movements[beyond.note].invoice {
            by_invoice.entry(invoice).or_default().push(beyond);
        }
    }
    by_invoice
}
