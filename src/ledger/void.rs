//! Void: an invoice that was wrong. What is open of it lapses, and money it received goes on account.

use super::books::{Books, Fit, Naming};
use super::marks::Mark;
use super::model::{Credit, Rule, Status};
use super::steps::{Act, StepNo};
use crate::journal::model::{Component, InvoiceIx, MovementIx, MovementKind};
use crate::value::money::Minor;

/// The credit notes that name an invoice.
#[derive(Debug, Default)]
pub struct Credited {
    /// How much of it they lowered.
    pub sum: Minor,
    /// Which they are.
    pub notes: Vec<MovementIx>,
}

impl Books<'_> {
    /// Voids every invoice an entry names.
    pub fn void(&mut self, ix: MovementIx) {
        for (place, invoice) in self.journal.movements[ix].invoices().enumerate() {
            if self.fit(ix, invoice, Naming::at(place)) == Fit::Now {
                self.void_one(ix, invoice);
            }
        }
    }

    fn void_one(&mut self, ix: MovementIx, invoice: InvoiceIx) {
        let act = self.act(ix, Rule::Voided);
        for number in self.steps.undo_invoice(invoice) {
            self.release(act, invoice, number);
        }
        for note in self.credited.remove(&invoice).unwrap_or_default().notes {
            self.lapse(act, invoice, note);
        }
        self.close_all(act, invoice);
        self.forget(invoice);
        for item in self.journal.items_of(invoice) {
            self.principal.restate(item, Status::Void, self.today);
        }
    }

    /// Nothing that was agreed on the invoice, or closed it, counts any more.
    fn forget(&mut self, invoice: InvoiceIx) {
        self.given_up.remove(&invoice);
        self.terms.remove(&invoice);
        self.closings.remove(&invoice);
        self.marks[invoice].set(Mark::Void);
    }

    /// Money that settled the invoice goes on account. A credit note that names the invoice lapses with it.
    fn release(&mut self, void: Act, invoice: InvoiceIx, number: StepNo) {
        let Some(step) = self.steps.get(number) else {
            return;
        };
        let movement = &self.journal.movements[step.from];
        if movement.kind == MovementKind::Credit && movement.invoice == Some(invoice) {
            return;
        }
        let (from, date, left) = (step.from, self.today, Minor::from(step.amount));
        if let Some(owner) = self.owner(movement) {
            self.accounts.put(owner, Credit { from, date, left });
        }
        self.step(
            self.act(from, Rule::Voided),
            step.item,
            step.component,
            -left,
        );
        self.step(void, step.item, step.component, left);
    }

    /// What is left on account of a credit note that names the invoice lapses.
    fn lapse(&mut self, void: Act, invoice: InvoiceIx, note: MovementIx) {
        let owner = self.owner(&self.journal.movements[note]);
        let item = self.journal.invoices[invoice].first_item;
        let (Some(owner), Some(item)) = (owner, item) else {
            return;
        };
        let left = self.accounts.left_of(owner, note);
        self.accounts.take_of(owner, note, left);
        self.step(
            self.act(note, Rule::Voided),
            item,
            Component::Principal,
            left,
        );
        self.step(void, item, Component::Principal, -left);
    }
}
