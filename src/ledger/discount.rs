//! The early-payment discount: whoever pays in time may leave out its share, once per invoice.

use super::allocation_log::AllocationSource;
use super::invoice_flags::InvoiceFlag;
use super::model::AllocationRule;
use super::posting_state::PostingState;
use crate::journal::model::InvoiceIx;
use crate::value::money::Minor;
use crate::value::share::share_of_amount;

impl PostingState<'_> {
    /// Closes the rest of an invoice as discount, when money in time has left no more open than that.
    pub fn earn_discount(&mut self, act: AllocationSource, invoice: InvoiceIx) {
        let Some(limit) = self.discount_in_time(act, invoice) else {
            return;
        };
        if self.has_had_discount(invoice) || !self.charges_of(invoice).sum().is_zero() {
            return;
        }
        let open = self.principal.open_amount(invoice);
        if open.is_positive() && open <= limit {
            let act = AllocationSource {
                rule: AllocationRule::Discount,
                ..act
            };
            self.close_short(act, invoice, None);
        }
    }

    /// How much may be left out, if the money of an act is in time.
    fn discount_in_time(&self, act: AllocationSource, invoice: InvoiceIx) -> Option<Minor> {
        let written = &self.journal.invoices[invoice];
        let (share, time) = self.journal.policies[written.policy?].discount?;
        if act.entry_date > time.date_after(written.date)? {
            return None;
        }
        let credited = if self.flags[invoice].has(InvoiceFlag::Credited) {
            self.credit_notes
                .get(&invoice)
                .map_or(Minor::ZERO, |credited| credited.sum)
        } else {
            Minor::ZERO
        };
        share_of_amount(share, Minor::from(written.amount()?) - credited)
    }

    fn has_had_discount(&self, invoice: InvoiceIx) -> bool {
        self.flags[invoice].has(InvoiceFlag::ClosedShort)
            && self
                .closings
                .get(&invoice)
                .is_some_and(|closings| closings.iter().any(|closing| closing.settlement.is_none()))
    }
}
