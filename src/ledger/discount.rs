//! The early-payment discount: whoever pays in time may leave out its share, once per invoice.

use super::books::Books;
use super::marks::Mark;
use super::model::Rule;
use super::steps::Act;
use crate::journal::model::InvoiceIx;
use crate::value::money::Minor;
use crate::value::share::part;

impl Books<'_> {
    /// Closes the rest of an invoice as discount, when money in time has left no more open than that.
    pub fn earn_discount(&mut self, act: Act, invoice: InvoiceIx) {
        let Some(limit) = self.discount_in_time(act, invoice) else {
            return;
        };
        if self.had_discount(invoice) || !self.charges_of(invoice).sum().is_zero() {
            return;
        }
        let open = self.principal.open(invoice);
        if open.is_positive() && open <= limit {
            let act = Act {
                rule: Rule::Discount,
                ..act
            };
            self.close_short(act, invoice, None);
        }
    }

    /// How much may be left out, if the money of an act is in time.
    fn discount_in_time(&self, act: Act, invoice: InvoiceIx) -> Option<Minor> {
        let written = &self.journal.invoices[invoice];
        let (share, time) = self.journal.policies[written.policy?].discount?;
        if act.dated > time.after(written.date)? {
            return None;
        }
        let credited = if self.marks[invoice].has(Mark::Credited) {
            self.credited
                .get(&invoice)
                .map_or(Minor::ZERO, |credited| credited.sum)
        } else {
            Minor::ZERO
        };
        part(share, Minor::from(written.amount()?) - credited)
    }

    fn had_discount(&self, invoice: InvoiceIx) -> bool {
        self.marks[invoice].has(Mark::ClosedShort)
            && self
                .closings
                .get(&invoice)
                .is_some_and(|closings| closings.iter().any(|closing| closing.terms.is_none()))
    }
}
