//! Settlements and discounts: the list of what came in is added up anew each time.

use super::{Oracle, Why};
use chrono::NaiveDate;
use tegoed::journal::model::{InvoiceIx, MovementIx, MovementKind as Kind};
use tegoed::ledger::model::Status;
use tegoed::value::money::Minor;
use tegoed::value::share::share_of_amount;

impl Oracle<'_> {
    /// Payments in a stretch of days that stand on an invoice now.
    pub fn received(
        &self,
        invoice: InvoiceIx,
        begin: NaiveDate,
        end: Option<NaiveDate>,
        upto: usize,
    ) -> Minor {
        let mut sum = Minor::ZERO;
        for settled in self.settled.iter().take(upto) {
            let movement = &self.journal.movements[settled.from];
            if settled.invoice == invoice
                && settled.why == Why::Money
                && !settled.gone
                && movement.kind == Kind::Payment
                && movement.date >= begin
                && end.is_none_or(|end| movement.date <= end)
            {
                sum += settled.amount;
            }
        }
        sum
    }

    pub fn look_at_settlement(&mut self, invoice: InvoiceIx) {
        let Some((ix, begin, done)) = self.terms.get(&invoice).copied() else {
            return;
        };
        if !done && self.reaches(invoice, ix, begin, usize::MAX) {
            self.terms.insert(invoice, (ix, begin, true));
            self.close_rest(ix, invoice, Why::Settlement(ix), Status::Settled);
        }
    }

    pub fn reaches(
        &self,
        invoice: InvoiceIx,
        ix: MovementIx,
        begin: NaiveDate,
        upto: usize,
    ) -> bool {
        let movement = &self.journal.movements[ix];
        let end = movement
            .extra
            .as_ref()
            .and_then(|more| more.settlement_deadline);
        self.received(invoice, begin, end, upto) >= movement.minor()
    }

    pub fn look_at_discount(&mut self, from: MovementIx, invoice: InvoiceIx) {
        let written = &self.journal.invoices[invoice];
        let discount = written
            .policy
            .and_then(|policy| self.journal.policies[policy].discount);
        let Some((share, time)) = discount else {
            return;
        };
        let in_time = time
            .date_after(written.date)
            .is_some_and(|end| self.journal.movements[from].date <= end);
        let had = self
            .settled
            .iter()
            .any(|it| it.invoice == invoice && it.why == Why::Discount && !it.gone);
        if !in_time || had || !self.all_charges(invoice).is_zero() || self.void.contains(&invoice) {
            return;
        }
        let mut total = Minor::from(written.amount().unwrap());
        for settled in &self.settled {
            if settled.invoice == invoice && settled.why == Why::Credit {
                total -= settled.amount;
            }
        }
        let open = self.principal(invoice);
        if open.is_positive() && open <= share_of_amount(share, total).unwrap() {
            self.close_rest(from, invoice, Why::Discount, Status::Paid);
        }
    }

    pub fn close_rest(&mut self, from: MovementIx, invoice: InvoiceIx, why: Why, status: Status) {
        let after = self.settled.len();
        for (item, component, open) in self.places(invoice) {
            self.lower(item, component, open, status);
            self.note(from, (item, component), open, why);
            self.settled.last_mut().unwrap().after = after;
        }
    }
}
