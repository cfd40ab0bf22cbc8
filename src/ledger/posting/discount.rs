//! The early-payment discount: whoever pays in time may leave out its share, once per invoice.

use super::posting_state::PostingState;
use super::state::allocation_log::AllocationSource;
use super::state::invoice_flags::InvoiceFlag;
use crate::journal::model::InvoiceIx;
use crate::ledger::model::AllocationRule;
use crate::value::money::Minor;
use crate::value::rounding::share_of_amount;

impl PostingState<'_> {
    /// Closes the rest of an invoice as discount, when money in time has left no more open than that.
    pub fn earn_discount(&mut self, act: AllocationSource, invoice: InvoiceIx) {
        let Some(limit) = self.discount_in_time(act, invoice) else {
            return;
        };
        if self.has_had_discount(invoice) || !self.charges_of(invoice).sum().is_zero() {
            return;
        }
        let open = self.open_principal(invoice);
        if open.is_positive() && open <= limit {
            let act = AllocationSource {
                rule: AllocationRule::Discount,
                ..act
            };
            self.close_short(act, invoice, None);
        }
    }

    /// How much may be left out, if the money of an act is in time.
    fn discount_in_time(&mut self, act: AllocationSource, invoice: InvoiceIx) -> Option<Minor> {
        let written = &self.journal().invoices[invoice];
        let (share, time) = self.journal().policies[written.policy?].discount?;
        if act.entry_date > time.date_after(written.date)? {
            return None;
        }
        let credited = if self.has_flag(invoice, InvoiceFlag::Credited) {
            self.credit_notes().credited_amount(invoice)
        } else {
            Minor::ZERO
        };
        share_of_amount(share, Minor::from(written.amount()?) - credited)
    }

    /// A credit note about an invoice, of just the discount that was taken of it, stands in the place of the discount: what
    /// that had closed is open for the note.
    pub fn replace_discount(&mut self, act: AllocationSource, invoice: InvoiceIx, note: Minor) {
        if !self.has_flag(invoice, InvoiceFlag::ClosedShort) {
            return;
        }
        let Some(steps) = self.closings().discount_steps(invoice) else {
            return;
        };
        let taken = steps.clone().filter_map(|number| self.allocation(number));
        let taken: Minor = taken.map(|step| Minor::from(step.amount)).sum();
        if taken == note {
            self.closings().replace_discount(invoice);
            self.undo_closing(act, steps);
        }
    }

    fn has_had_discount(&mut self, invoice: InvoiceIx) -> bool {
        self.has_flag(invoice, InvoiceFlag::ClosedShort) && self.closings().has_discount(invoice)
    }
}
