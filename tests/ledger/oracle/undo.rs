//! Voids and reversals.

use super::{Oracle, OracleSettlement, SettlementCause, counts_from, same_day_rank};
use std::collections::BTreeMap;
use tegoed::journal::model::{Component, InvoiceIx, Movement, MovementIx, MovementKind as Kind};
use tegoed::ledger::model::{FaultKind, Status};
use tegoed::value::money::Minor;

impl Oracle<'_> {
    pub fn void_invoice(&mut self, invoice: InvoiceIx) {
        let lapses = |it: &Movement| it.kind == Kind::Credit && it.invoice == Some(invoice);
        let mut kept = self.keep_for_handed_out(invoice);
        for place in 0..self.settlements.len() {
            let settled = self.settlements[place].clone();
            let money = matches!(
                settled.cause,
                SettlementCause::Money | SettlementCause::Credit | SettlementCause::Recovery(_)
            );
            if settled.invoice != invoice || settled.is_undone {
                continue;
            }
            self.settlements[place].is_undone = true;
            if money && !lapses(&self.journal.movements[settled.from]) {
                let kept = kept.remove(&place).unwrap_or(Minor::ZERO);
                self.add_deposit(settled.from, settled.amount - kept);
            }
        }
        let blocked: Vec<MovementIx> = self.faults.iter().map(|(ix, _)| *ix).collect();
        for deposit in &mut self.deposits {
            if lapses(&self.journal.movements[deposit.from]) && !blocked.contains(&deposit.from) {
                deposit.left = Minor::ZERO;
            }
        }
        for (item, component, open) in self.open_parts(invoice) {
            self.lower_open(item, component, open, Status::Void);
        }
        for item in self.journal.items_of(invoice) {
            self.open
                .insert(item, (Minor::ZERO, Status::Void, Some(self.today)));
        }
        self.written_off.retain(|it| it.0 != invoice);
        self.terms.remove(&invoice);
        self.void.push(invoice);
    }

    /// The money that stays with an invoice that is voided, by its place in the list: as much as the customer got of credit
    /// notes for it, of principal before charges.
    fn keep_for_handed_out(&mut self, invoice: InvoiceIx) -> BTreeMap<usize, Minor> {
        let own = |it: &Movement| it.kind == Kind::Credit && it.invoice == Some(invoice);
        let mut got = Minor::ZERO;
        for (ix, note) in self.journal.movements.iter() {
            let met = !self.faults.iter().any(|(fault, _)| *fault == ix);
            if own(note) && met && self.has_come(ix) {
                got += note.minor();
            }
        }
        for deposit in &self.deposits {
            let met = !self.faults.iter().any(|(fault, _)| *fault == deposit.from);
            if own(&self.journal.movements[deposit.from]) && met {
                got -= deposit.left;
            }
        }
        let mut money: Vec<usize> = Vec::new();
        for (place, it) in self.settlements.iter().enumerate() {
            if it.invoice != invoice || it.is_undone {
                continue;
            }
            if own(&self.journal.movements[it.from]) {
                if matches!(it.cause, SettlementCause::Money | SettlementCause::Credit) {
                    got -= it.amount;
                }
            } else if matches!(
                it.cause,
                SettlementCause::Money | SettlementCause::Credit | SettlementCause::Recovery(_)
            ) {
                money.push(place);
            }
        }
        money.sort_by_key(|place| self.settlements[*place].component != Component::Principal);
        let mut kept = BTreeMap::new();
        for place in money {
            let it = &self.settlements[place];
            let part = got.min(it.amount);
            if part.is_positive() {
                got -= part;
                *self.refunded.entry(it.from).or_insert(Minor::ZERO) += part;
                kept.insert(place, part);
            }
        }
        kept
    }

    /// Whether a credit note was booked by today.
    fn has_come(&self, note: MovementIx) -> bool {
        self.deposits.iter().any(|it| it.from == note)
            || self.settlements.iter().any(|it| it.from == note)
    }

    pub fn apply_reversal(&mut self, ix: MovementIx) {
        let movement = &self.journal.movements[ix];
        let more = movement.extra.as_ref();
        let of = more.and_then(|more| more.of_date);
        let id = more.and_then(|more| more.of_bank_id.clone());
        let fits = |payment: MovementIx, it: &Movement| {
            let names = movement.invoice.is_none_or(|invoice| {
                it.invoices().any(|named| named == invoice)
                    || it.designations().iter().any(|line| line.invoice == invoice)
            });
            it.kind == Kind::Payment
                && it.customer == movement.customer
                && (it.amount, it.currency) == (movement.amount, movement.currency)
                && it.date <= movement.date
                && of.is_none_or(|of| of == it.date)
                && (id.is_none() || it.extra.as_ref().and_then(|more| more.bank_id.clone()) == id)
                && names
                && !self.reversed.contains(&payment)
        };
        let mut found: Vec<MovementIx> = self
            .journal
            .movements
            .iter()
            .filter(|(payment, it)| fits(*payment, it))
            .map(|(payment, _)| payment)
            .collect();
        found.sort_by_cached_key(|it| {
            (
                self.journal.movements[*it].date,
                same_day_rank(self.journal, *it),
            )
        });
        let what = match found.as_slice() {
            [payment] => match self.refunded.get(payment) {
                Some(refunded) => FaultKind::RefundedAlready {
                    payment: *payment,
                    refunded: *refunded,
                },
                None => return self.undo_payment(*payment),
            },
            [] => FaultKind::NothingToReverse,
            [first, ..] => FaultKind::SeveralToReverse {
                count: found.len().min(10),
                first: *first,
            },
        };
        self.faults.push((ix, what));
    }

    pub fn undo_payment(&mut self, payment: MovementIx) {
        self.reversed.push(payment);
        for deposit in self.deposits.iter_mut().filter(|it| it.from == payment) {
            deposit.left = Minor::ZERO;
        }
        let mut touched: Vec<(InvoiceIx, usize)> = Vec::new();
        for place in 0..self.settlements.len() {
            let settled = self.settlements[place].clone();
            if settled.from != payment || settled.is_undone {
                continue;
            }
            match settled.cause {
                SettlementCause::Money | SettlementCause::Credit => {
                    self.raise_open(settled.item, settled.component, settled.amount);
                    touched.push((settled.invoice, place));
                }
                SettlementCause::Recovery(lost) => self.write_off_again(&settled, lost),
                SettlementCause::Discount | SettlementCause::Settlement(_) => continue,
            }
            self.settlements[place].is_undone = true;
        }
        for (invoice, place) in touched {
            self.undo_discounts(invoice, place);
            if let Some((ix, begin, true)) = self.terms.get(&invoice).copied() {
                let done = self.is_reached(invoice, ix, begin, usize::MAX);
                self.terms.insert(invoice, (ix, begin, done));
            }
        }
    }

    pub fn write_off_again(&mut self, settled: &OracleSettlement, lost: MovementIx) {
        let entry = self
            .written_off
            .iter_mut()
            .find(|it| (it.1, it.2, it.3) == (settled.item, settled.component, lost));
        entry.unwrap().4 += settled.amount;
        let state = self.open.get_mut(&settled.item).unwrap();
        if settled.component == Component::Principal && state.0.is_zero() {
            (state.1, state.2) = (Status::WrittenOff, Some(self.journal.movements[lost].date));
        }
    }

    /// Discounts and settlements that rested on what is gone now.
    pub fn undo_discounts(&mut self, invoice: InvoiceIx, gone: usize) {
        for place in 0..self.settlements.len() {
            let settled = self.settlements[place].clone();
            if settled.invoice != invoice || settled.is_undone || settled.length_before <= gone {
                continue;
            }
            let stands = match settled.cause {
                SettlementCause::Discount => false,
                SettlementCause::Settlement(ix) => {
                    let begin = counts_from(self.journal, &self.journal.movements[ix]);
                    self.is_reached(invoice, ix, begin, settled.length_before)
                }
                _ => continue,
            };
            if !stands {
                self.settlements[place].is_undone = true;
                self.raise_open(settled.item, settled.component, settled.amount);
            }
        }
    }
}
