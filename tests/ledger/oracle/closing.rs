//! Settlements and discounts: the list of what came in is added up anew each time.

use super::{Oracle, SettlementCause};
use chrono::NaiveDate;
use tegoed::journal::model::{InvoiceIx, MovementIx, MovementKind as Kind};
use tegoed::ledger::model::Status;
use tegoed::value::money::Minor;
use tegoed::value::rounding::share_of_amount;

impl Oracle<'_> {
    /// Payments in a stretch of days that stand on an invoice now.
    pub fn received_between(
        &self,
        invoice: InvoiceIx,
        begin: NaiveDate,
        end: Option<NaiveDate>,
        upto: usize,
    ) -> Minor {
        let mut sum = Minor::ZERO;
        for settled in self.settlements.iter().take(upto) {
            let movement = &self.journal.movements[settled.from];
            if settled.invoice == invoice
                && settled.cause == SettlementCause::Money
                && !settled.is_undone
                && movement.kind == Kind::Payment
                && movement.date >= begin
                && end.is_none_or(|end| movement.date <= end)
            {
                sum += settled.amount;
            }
        }
        sum
    }

    pub fn check_settlement(&mut self, invoice: InvoiceIx) {
        let Some((ix, begin, done)) = self.terms.get(&invoice).copied() else {
            return;
        };
        if !done && self.is_reached(invoice, ix, begin, usize::MAX) {
            self.terms.insert(invoice, (ix, begin, true));
            self.close_rest(
                ix,
                invoice,
                SettlementCause::Settlement(ix),
                Status::Settled,
            );
        }
    }

    pub fn is_reached(
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
        self.received_between(invoice, begin, end, upto) >= movement.minor()
    }

    pub fn check_discount(&mut self, from: MovementIx, invoice: InvoiceIx) {
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
        let had = self.settlements.iter().any(|it| {
            it.invoice == invoice && it.cause == SettlementCause::Discount && !it.is_undone
        });
        if !in_time || had || !self.charges_sum(invoice).is_zero() || self.void.contains(&invoice) {
            return;
        }
        let mut total = Minor::from(written.amount().unwrap());
        for settled in &self.settlements {
            if settled.invoice == invoice && settled.cause == SettlementCause::Credit {
                total -= settled.amount;
            }
        }
        let open = self.open_principal(invoice);
        if open.is_positive() && open <= share_of_amount(share, total).unwrap() {
            self.close_rest(from, invoice, SettlementCause::Discount, Status::Paid);
        }
    }

    pub fn close_rest(
        &mut self,
        from: MovementIx,
        invoice: InvoiceIx,
        why: SettlementCause,
        status: Status,
    ) {
        let after = self.settlements.len();
        for (item, component, open) in self.open_parts(invoice) {
            self.lower_open(item, component, open, status);
            self.add_settlement(from, (item, component), open, why);
            self.settlements.last_mut().unwrap().length_before = after;
        }
    }
}
