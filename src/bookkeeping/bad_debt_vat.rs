//! VAT on bad debts (SPEC.md 12.1), posted on the days that [`crate::claim::bad_debt_vat`] finds. While the debt stands in
//! the books, what was asked back is a provision against it; once it is given up, it lessens the loss.

use super::bookkeeping_entry::EntryLine;
use crate::journal::model::{Component, InvoiceIx};
use crate::ledger::model::{Allocation, AllocationRule};
use crate::value::exact_amount::ExactAmount;
use crate::value::ledger_account::LedgerAccount;
use crate::value::money::Minor;
use std::collections::BTreeMap;

/// Principal whose VAT was asked back, and that VAT.
#[derive(Clone, Copy, Debug, Default)]
struct RelievedVat {
    gross: Minor,
    vat: Minor,
}

/// What was asked back of one invoice.
#[derive(Clone, Copy, Debug, Default)]
struct RelievedInvoice {
    /// Of what stands in the books.
    provision: RelievedVat,
    /// Of what was given up.
    given_up: RelievedVat,
}

/// What was asked back so far, by invoice. Few invoices have any.
#[derive(Debug, Default)]
pub struct BadDebts {
    invoices: BTreeMap<InvoiceIx, RelievedInvoice>,
}

impl RelievedVat {
    /// Takes the VAT of a part: in proportion, and exactly all of it at the end.
    fn take(&mut self, gross: Minor) -> Self {
        self.take_known(self.part_of(gross, self.gross))
    }

    /// So much of it, and no more than there is room for, with its VAT in proportion.
    fn part_of(self, gross: Minor, room: Minor) -> Self {
        let gross = gross.min(room).min(self.gross).max(Minor::ZERO);
        let vat = ExactAmount::proportion_of_minor(self.vat, gross, self.gross).unwrap_or_default();
        Self { gross, vat }
    }

    /// Takes a part whose VAT is known; the last part takes what is left.
    fn take_known(&mut self, part: Self) -> Self {
        let gross = part.gross.min(self.gross).max(Minor::ZERO);
        let vat = if gross == self.gross {
            self.vat
        } else {
            part.vat.min(self.vat)
        };
        self.gross -= gross;
        self.vat -= vat;
        Self { gross, vat }
    }

    fn add(&mut self, other: Self) {
        self.gross += other.gross;
        self.vat += other.vat;
    }
}

impl BadDebts {
    /// VAT is asked back of what was given up, or of what stands in the books; says which account it lessens.
    pub fn relieve(
        &mut self,
        invoice: InvoiceIx,
        is_given_up: bool,
        (gross, vat): (Minor, Minor),
    ) -> LedgerAccount {
        let state = self.invoices.entry(invoice).or_default();
        let (part, account) = if is_given_up {
            (&mut state.given_up, LedgerAccount::BadDebt)
        } else {
            (&mut state.provision, LedgerAccount::Provision)
        };
        part.add(RelievedVat { gross, vat });
        account
    }

    /// VAT is owed again because so much came in or was credited: what of it was a provision, and what had lessened a loss.
    /// Of a credit note for one of several rates the VAT is that of its rate, and no share of all.
    pub fn owe_again(
        &mut self,
        invoice: InvoiceIx,
        recovered: Minor,
        (gross, vat): (Minor, Minor),
    ) -> [EntryLine; 2] {
        let state = self.invoices.entry(invoice).or_default();
        let known = RelievedVat { gross, vat };
        let standing = known.part_of(gross - recovered.min(gross), state.provision.gross);
        let standing = state.provision.take_known(standing);
        state.given_up.take_known(RelievedVat {
            gross: gross - standing.gross,
            vat: vat - standing.vat,
        });
        [
            EntryLine::new(LedgerAccount::Provision, standing.vat),
            EntryLine::new(LedgerAccount::BadDebt, vat - standing.vat),
        ]
    }

    /// A step that gives up what was relieved before moves its VAT from the provision to the loss; a settlement that fell
    /// moves it back. `newly` is what of the step is relieved by itself.
    pub fn take_step(
        &mut self,
        invoice: InvoiceIx,
        step: &Allocation,
        newly: Minor,
    ) -> [EntryLine; 2] {
        let amount = Minor::from(step.amount);
        let nothing = [Minor::ZERO; 2];
        let [provision, loss] = match self.invoices.get_mut(&invoice) {
            Some(state) if step.component == Component::Principal => {
                let moved = if amount.is_positive() {
                    let moved = state.provision.take(amount - newly);
                    state.given_up.add(moved);
                    moved.vat
                } else if step.rule == AllocationRule::Settlement {
                    let moved = state.given_up.take(-amount);
                    state.provision.add(moved);
                    -moved.vat
                } else {
                    Minor::ZERO
                };
                [moved, -moved]
            }
            _ => nothing,
        };
        [
            EntryLine::new(LedgerAccount::Provision, provision),
            EntryLine::new(LedgerAccount::BadDebt, loss),
        ]
    }
}
