//! Inside an invoice: costs, then fee, then interest, then principal, earliest due instalment first.

use super::books::Books;
use super::marks::Mark;
use super::steps::Act;
use crate::journal::model::{Component, InvoiceIx, MovementKind};
use crate::value::money::Minor;

/// The order in which charges are settled.
const CHARGES: [Component; 3] = [Component::Costs, Component::Fee, Component::Interest];

impl Books<'_> {
    /// Settles what the money can of an invoice, and says what is left of the money.
    pub fn settle(&mut self, act: Act, invoice: InvoiceIx, money: Minor) -> Minor {
        let mut left = self.settle_charges(act, invoice, None, money);
        left = self.settle_principal(act, invoice, left);
        let used = money - left;
        if self.marks[invoice].has(Mark::GivenUp) {
            left = self.recover(act, invoice, left);
        }
        if used.is_positive() {
            self.after_money(act, invoice, used);
        }
        left
    }

    /// What follows from money on an invoice: a settlement reached, a discount earned.
    pub fn after_money(&mut self, act: Act, invoice: InvoiceIx, used: Minor) {
        if act.kind == MovementKind::Payment && self.marks[invoice].has(Mark::ToBeSettled) {
            self.count_for_settlement(act, invoice, used);
        }
        if self.discounts {
            self.earn_discount(act, invoice);
        }
    }

    /// Settles charges of an invoice, or one of them, and says what is left of the money.
    pub fn settle_charges(
        &mut self,
        act: Act,
        invoice: InvoiceIx,
        only: Option<Component>,
        money: Minor,
    ) -> Minor {
        if !self.marks[invoice].has(Mark::Charged) {
            return money;
        }
        let mut left = money;
        for component in CHARGES {
            if only.is_none_or(|only| only == component) {
                left -= self.settle_charge(act, invoice, component, left);
            }
        }
        left
    }

    fn settle_charge(
        &mut self,
        act: Act,
        invoice: InvoiceIx,
        component: Component,
        money: Minor,
    ) -> Minor {
        let claimed = self.charges_of(invoice).of(component);
        let part = money.min(claimed);
        if part.is_positive() {
            self.change_charge(act, invoice, component, -part);
        }
        part
    }

    /// Settles principal of an invoice, and says what is left of the money.
    pub fn settle_principal(&mut self, act: Act, invoice: InvoiceIx, money: Minor) -> Minor {
        let mut left = money;
        while left.is_positive() {
            let Some((item, open)) = self.principal.first_open(invoice) else {
                break;
            };
            let part = left.min(open);
            self.lower(act, item, part);
            left -= part;
        }
        left
    }

    /// Closes all that is open of an invoice, charges included, and says how much that was.
    pub fn close_all(&mut self, act: Act, invoice: InvoiceIx) -> Minor {
        let charges = self.charges_of(invoice).sum();
        let whole = charges + self.principal.open(invoice);
        self.settle_charges(act, invoice, None, charges);
        self.settle_principal(act, invoice, whole - charges);
        whole
    }
}
