//! Payments, credit notes, and money on account.

use super::{Deposit, Oracle, SettlementCause};
use tegoed::journal::model::{Component, CustomerIx, InvoiceIx, MovementIx, MovementKind as Kind};
use tegoed::ledger::model::FaultKind;
use tegoed::value::money::Minor;

impl Oracle<'_> {
    pub fn add_deposit(&mut self, from: MovementIx, left: Minor) {
        if left.is_positive() {
            self.deposits.push(Deposit {
                from,
                since: self.today,
                left,
            });
        }
    }

    pub fn apply_payment(&mut self, ix: MovementIx, customer: CustomerIx) {
        if self.reversed.contains(&ix) {
            return;
        }
        let movement = &self.journal.movements[ix];
        let mut left = movement.minor();
        for (invoice, limit, checked) in self.named_invoices(ix) {
            if self.can_apply(ix, invoice, checked) {
                let money = limit.min(left);
                left = left - money + self.settle_invoice(ix, invoice, money);
            }
        }
        if left.is_positive() && self.can_allocate_unreferenced(ix, customer) {
            left = self.allocate_unreferenced(ix, customer, movement.currency, left);
        }
        self.add_deposit(ix, left);
    }

    /// What a payment names, in order: `for:` lines with their amounts, then its header.
    pub fn named_invoices(&mut self, ix: MovementIx) -> Vec<(InvoiceIx, Minor, bool)> {
        let movement = &self.journal.movements[ix];
        let lines = movement.designations();
        let mut sum = Minor::ZERO;
        for line in lines {
            sum += line.amount.into();
        }
        let over = sum > movement.minor();
        if over && movement.date == self.today {
            self.faults.push((ix, FaultKind::OverAllocated { sum }));
        }
        let mut all: Vec<_> = lines
            .iter()
            .filter(|_| !over)
            .map(|line| (line.invoice, Minor::from(line.amount), true))
            .collect();
        for (place, invoice) in movement.invoices().enumerate() {
            if lines.iter().all(|line| line.invoice != invoice) {
                all.push((invoice, movement.minor(), place > 0));
            }
        }
        all
    }

    /// Money dated earlier meets the invoices of today.
    pub fn apply_prepayment(&mut self, ix: MovementIx) {
        let movement = &self.journal.movements[ix];
        if movement.customer.is_none() {
            return;
        }
        let meetings = if movement.kind == Kind::Payment {
            self.named_invoices(ix)
        } else {
            movement
                .invoice
                .map(|it| (it, movement.minor(), false))
                .into_iter()
                .collect()
        };
        for (invoice, limit, checked) in meetings {
            let mut left = Minor::ZERO;
            for deposit in self.deposits.iter().filter(|it| it.from == ix) {
                left += deposit.left;
            }
            let money = limit.min(left);
            if self.journal.invoices[invoice].date != self.today
                || !money.is_positive()
                || !self.can_apply(ix, invoice, checked)
            {
                continue;
            }
            let left = if movement.kind == Kind::Payment {
                self.settle_invoice(ix, invoice, money)
            } else {
                self.credit_invoice(ix, invoice, money)
            };
            let mut used = money - left;
            for deposit in self.deposits.iter_mut().filter(|it| it.from == ix) {
                let part = used.min(deposit.left);
                deposit.left -= part;
                used -= part;
            }
        }
    }

    pub fn apply_credit_note(&mut self, ix: MovementIx) {
        let movement = &self.journal.movements[ix];
        let mut left = movement.minor();
        if let Some(invoice) = movement.invoice
            && self.can_apply(ix, invoice, false)
        {
            if let Some(status) = self.closed_status(invoice) {
                self.faults
                    .push((ix, FaultKind::InvoiceClosed { invoice, status }));
            } else {
                left = self.credit_invoice(ix, invoice, left);
            }
        }
        self.add_deposit(ix, left);
    }

    pub fn credit_invoice(&mut self, ix: MovementIx, invoice: InvoiceIx, money: Minor) -> Minor {
        let mut places = self.open_parts(invoice);
        places.retain(|it| it.1 == Component::Principal);
        let left = self.fill_parts(ix, &places, money, SettlementCause::Credit);
        self.check_discount(ix, invoice);
        left
    }

    /// Where money on account lies that an entry may draw on, oldest first.
    pub fn available_deposits(&self, ix: MovementIx) -> (Vec<usize>, Minor) {
        let movement = &self.journal.movements[ix];
        let of = movement.extra.as_ref().and_then(|more| more.of_date);
        let mut sum = Minor::ZERO;
        let mut places = Vec::new();
        for (place, deposit) in self.deposits.iter().enumerate() {
            let from = &self.journal.movements[deposit.from];
            let same = from.customer == movement.customer && from.currency == movement.currency;
            if same && of.is_none_or(|of| of == deposit.since) {
                places.push(place);
                sum += deposit.left;
            }
        }
        (places, sum)
    }

    pub fn apply_on_account(&mut self, ix: MovementIx) {
        let movement = &self.journal.movements[ix];
        let Some(invoice) = movement.invoice else {
            return;
        };
        if !self.can_apply(ix, invoice, false) {
            return;
        }
        let (places, available) = self.available_deposits(ix);
        let mut wanted = movement.minor();
        if wanted > available {
            self.faults.push((ix, FaultKind::Overspent { available }));
            return;
        }
        for place in places {
            let offer = wanted.min(self.deposits[place].left);
            let left = self.settle_invoice(self.deposits[place].from, invoice, offer);
            self.deposits[place].left -= offer - left;
            wanted -= offer - left;
        }
    }

    pub fn apply_refund(&mut self, ix: MovementIx) {
        let (places, available) = self.available_deposits(ix);
        let mut wanted = self.journal.movements[ix].minor();
        if wanted > available {
            self.faults.push((ix, FaultKind::Overspent { available }));
            return;
        }
        for place in places {
            let deposit = &mut self.deposits[place];
            let part = wanted.min(deposit.left);
            deposit.left -= part;
            wanted -= part;
            if part.is_positive() {
                *self.refunded.entry(deposit.from).or_default() += part;
            }
        }
    }
}
