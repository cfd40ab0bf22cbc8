//! Inside an invoice: costs, then fee, then interest, then principal, earliest due instalment first.

use super::posting_state::PostingState;
use super::state::allocation_log::AllocationSource;
use super::state::invoice_flags::InvoiceFlag;
use crate::journal::model::{Component, InvoiceIx, MovementKind};
use crate::value::money::Minor;

/// The order in which charges are settled.
const CHARGES: [Component; 3] = [Component::Costs, Component::Fee, Component::Interest];

impl PostingState<'_> {
    /// Settles what the money can of an invoice, and says what is left of the money.
    pub fn allocate_to_invoice(
        &mut self,
        act: AllocationSource,
        invoice: InvoiceIx,
        money: Minor,
    ) -> Minor {
        let mut left = self.allocate_to_charges(act, invoice, None, money);
        left = self.allocate_to_principal(act, invoice, left);
        let used = money - left;
        if self.has_flag(invoice, InvoiceFlag::WrittenOff) {
            left = self.recover_writeoff(act, invoice, left);
        }
        if used.is_positive() {
            self.after_allocation(act, invoice, used);
        }
        left
    }

    /// What follows from money on an invoice: a settlement reached, a discount earned.
    pub fn after_allocation(&mut self, act: AllocationSource, invoice: InvoiceIx, used: Minor) {
        if act.kind == MovementKind::Payment && self.has_flag(invoice, InvoiceFlag::ToBeSettled) {
            self.count_for_settlement(act, invoice, used);
        }
        if self.has_discounts() {
            self.earn_discount(act, invoice);
        }
    }

    /// Settles charges of an invoice, or one of them, and says what is left of the money.
    pub fn allocate_to_charges(
        &mut self,
        act: AllocationSource,
        invoice: InvoiceIx,
        only: Option<Component>,
        money: Minor,
    ) -> Minor {
        if !self.has_flag(invoice, InvoiceFlag::Charged) {
            return money;
        }
        let mut left = money;
        for component in CHARGES {
            if only.is_none_or(|only| only == component) {
                left -= self.allocate_to_charge(act, invoice, component, left);
            }
        }
        left
    }

    fn allocate_to_charge(
        &mut self,
        act: AllocationSource,
        invoice: InvoiceIx,
        component: Component,
        money: Minor,
    ) -> Minor {
        let claimed = self.charges_of(invoice).amount_of(component);
        let part = money.min(claimed);
        if part.is_positive() {
            self.change_charge(act, invoice, component, -part);
        }
        part
    }

    /// Settles principal of an invoice, and says what is left of the money.
    pub fn allocate_to_principal(
        &mut self,
        act: AllocationSource,
        invoice: InvoiceIx,
        money: Minor,
    ) -> Minor {
        let mut left = money;
        while left.is_positive() {
            let Some((item, open)) = self.first_open_item(invoice) else {
                break;
            };
            let part = left.min(open);
            self.lower_principal(act, item, part);
            left -= part;
        }
        left
    }

    /// Closes all that is open of an invoice, charges included, and says how much that was.
    pub fn close_invoice(&mut self, act: AllocationSource, invoice: InvoiceIx) -> Minor {
        let charges = self.charges_of(invoice).sum();
        let whole = charges + self.open_principal(invoice);
        self.allocate_to_charges(act, invoice, None, charges);
        self.allocate_to_principal(act, invoice, whole - charges);
        whole
    }
}
