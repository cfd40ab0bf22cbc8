//! Money and credit notes: what they settle on their day, and what goes on account.

use super::books::{Books, Fit, Naming};
use super::marks::Mark;
use super::model::{Credit, FaultKind, Rule};
use super::prepayment::Prepayment;
use crate::journal::model::{InvoiceIx, Movement, MovementIx};
use crate::value::money::Minor;
use std::collections::BTreeSet;

impl Books<'_> {
    /// Receives a payment: first what it names, then what the policy says of money without a reference.
    pub fn receive(&mut self, ix: MovementIx) {
        if self.reversible.is_reversed(ix) {
            return;
        }
        let movement = &self.journal.movements[ix];
        let whole = movement.minor();
        let mut left = self.settle_designated(ix, movement);
        let designated: BTreeSet<InvoiceIx> = movement
            .designations()
            .iter()
            .map(|line| line.invoice)
            .collect();
        for (place, invoice) in movement.invoices().enumerate() {
            if !designated.contains(&invoice) {
                let naming = Naming::at(place);
                left = self.meet(ix, invoice, naming, Rule::Named, whole, left);
            }
        }
        if left.is_positive() && self.queue.is_some() && self.is_unreferenced(movement) {
            left = self.spread_oldest(ix, left);
        }
        self.put_on_account(ix, left);
    }

    fn settle_designated(&mut self, ix: MovementIx, movement: &Movement) -> Minor {
        let mut left = movement.minor();
        let lines = movement.designations();
        let mut sum = Minor::ZERO;
        for line in lines {
            sum += line.amount.into();
        }
        if sum > left {
            self.fault(ix, FaultKind::OverAllocated { sum });
            return left;
        }
        for line in lines {
            let limit = line.amount.into();
            left = self.meet(
                ix,
                line.invoice,
                Naming::Further,
                Rule::Designated,
                limit,
                left,
            );
        }
        left
    }

    /// Lets a payment meet an invoice it names, with up to `limit` of what is left of it. Where the invoice is yet
    /// to be written, the money waits on account.
    fn meet(
        &mut self,
        ix: MovementIx,
        invoice: InvoiceIx,
        naming: Naming,
        rule: Rule,
        limit: Minor,
        left: Minor,
    ) -> Minor {
        match self.fit(ix, invoice, naming) {
            Fit::Never => left,
            Fit::Later(day) => {
                self.wait_for(
                    day,
                    Prepayment {
                        from: ix,
                        invoice,
                        naming,
                        rule,
                        limit,
                    },
                );
                left
            }
            Fit::Now => {
                let money = limit.min(left);
                let rest = self.settle(self.act(ix, rule), invoice, money);
                left - money + rest
            }
        }
    }

    /// Puts what is left of a payment or credit note on account.
    pub fn put_on_account(&mut self, ix: MovementIx, left: Minor) {
        if let Some(owner) = self.owner(&self.journal.movements[ix]) {
            let date = self.today;
            self.accounts.put(
                owner,
                Credit {
                    from: ix,
                    date,
                    left,
                },
            );
        }
    }

    /// Books a credit note: it lowers the principal of the invoice it names; the rest goes on account.
    pub fn credit(&mut self, ix: MovementIx) {
        let left = self.journal.movements[ix].minor();
        let rest = match self.journal.movements[ix].invoice {
            Some(invoice) => self.credit_invoice(ix, invoice, left),
            None => left,
        };
        self.put_on_account(ix, rest);
    }

    fn credit_invoice(&mut self, ix: MovementIx, invoice: InvoiceIx, left: Minor) -> Minor {
        match self.fit(ix, invoice, Naming::First) {
            Fit::Never => left,
            Fit::Later(day) => {
                let (naming, rule) = (Naming::First, Rule::Named);
                self.wait_for(
                    day,
                    Prepayment {
                        from: ix,
                        invoice,
                        naming,
                        rule,
                        limit: left,
                    },
                );
                left
            }
            Fit::Now => {
                if let Some(status) = self.closed_for_good(invoice) {
                    self.fault(ix, FaultKind::InvoiceClosed { invoice, status });
                    return left;
                }
                self.lower_by_credit(ix, invoice, left)
            }
        }
    }

    /// Lowers principal by a credit note, never charges, and says what is left of it.
    pub fn lower_by_credit(&mut self, ix: MovementIx, invoice: InvoiceIx, money: Minor) -> Minor {
        let act = self.act(ix, Rule::Named);
        let left = self.settle_principal(act, invoice, money);
        self.marks[invoice].set(Mark::Credited);
        let credited = self.credited.entry(invoice).or_default();
        credited.sum += money - left;
        credited.notes.push(ix);
        if self.discounts {
            self.earn_discount(act, invoice);
        }
        left
    }

    /// Uses money on account for an invoice: the oldest first, and no more than the invoice can take.
    pub fn apply(&mut self, ix: MovementIx) {
        let movement = &self.journal.movements[ix];
        let (Some(invoice), Some(owner)) = (self.fitting(ix), self.owner(movement)) else {
            return;
        };
        let of = movement.more.as_ref().and_then(|more| more.of);
        let mut wanted = movement.minor();
        if !self.covers(ix) {
            return;
        }
        while wanted.is_positive() {
            let Some((place, credit)) = self.accounts.oldest(owner, of) else {
                break;
            };
            let offer = wanted.min(credit.left);
            let act = self.act(credit.from, Rule::Applied);
            let used = offer - self.settle(act, invoice, offer);
            self.accounts.take(owner, place, used);
            wanted -= used;
            if used < offer {
                break;
            }
        }
    }

    /// Pays back money on account, the oldest first.
    pub fn refund(&mut self, ix: MovementIx) {
        let movement = &self.journal.movements[ix];
        let Some(owner) = self.owner(movement) else {
            return;
        };
        let of = movement.more.as_ref().and_then(|more| more.of);
        let mut wanted = movement.minor();
        if !self.covers(ix) {
            return;
        }
        while wanted.is_positive() {
            let Some((place, credit)) = self.accounts.oldest(owner, of) else {
                break;
            };
            let part = wanted.min(credit.left);
            self.accounts.take(owner, place, part);
            *self.refunded.entry(credit.from).or_default() += part;
            wanted -= part;
        }
    }

    /// Whether there is enough on account for an `apply` or a `refund`.
    fn covers(&mut self, ix: MovementIx) -> bool {
        let movement = &self.journal.movements[ix];
        let Some(owner) = self.owner(movement) else {
            return false;
        };
        let of = movement.more.as_ref().and_then(|more| more.of);
        let available = self.accounts.available(owner, of);
        let enough = movement.minor() <= available;
        if !enough {
            self.fault(ix, FaultKind::Overspent { available });
        }
        enough
    }

    /// Whether nobody said what a payment is for. A `ref:` that names an invoice which is open says so too: it
    /// settles nothing, but keeps the money from going elsewhere.
    fn is_unreferenced(&mut self, movement: &Movement) -> bool {
        let Some(more) = &movement.more else {
            return movement.invoice.is_none();
        };
        let refers_to_open = more
            .refers_to
            .is_some_and(|invoice| self.is_open_today(invoice));
        movement.invoice.is_none()
            && more.designated.is_empty()
            && !more.on_account
            && !refers_to_open
    }

    fn is_open_today(&mut self, invoice: InvoiceIx) -> bool {
        self.journal.invoices[invoice].date <= self.today
            && (self.principal.open(invoice).is_positive()
                || self.charges_of(invoice).sum().is_positive())
    }
}
