//! Inside an invoice: where money goes, and what is given up and recovered.

use super::{CHARGES, Oracle, OracleSettlement, SettlementCause};
use chrono::NaiveDate;
use tegoed::journal::model::{Component, InvoiceIx, ItemIx, MovementIx, MovementKind as Kind};
use tegoed::ledger::model::{FaultKind, Status};
use tegoed::value::money::Minor;

impl Oracle<'_> {
    /// What is open of an invoice, in the order in which money settles it.
    pub fn open_parts(&self, invoice: InvoiceIx) -> Vec<(ItemIx, Component, Minor)> {
        let first = self.journal.invoices[invoice].first_item.unwrap();
        let mut places: Vec<_> = CHARGES
            .iter()
            .map(|it| (first, *it, self.charge_amount(invoice, *it)))
            .collect();
        let mut items: Vec<ItemIx> = self.journal.items_of(invoice).collect();
        items.sort_by_key(|it| self.journal.items[*it].due.unwrap_or(NaiveDate::MAX));
        places.extend(
            items
                .into_iter()
                .map(|it| (it, Component::Principal, self.open[&it].0)),
        );
        places.retain(|(_, _, open)| open.is_positive());
        places
    }

    pub fn lower_open(
        &mut self,
        item: ItemIx,
        component: Component,
        amount: Minor,
        status: Status,
    ) {
        let invoice = self.journal.items[item].invoice;
        if component != Component::Principal {
            *self.charges.entry((invoice, component)).or_default() -= amount;
            return;
        }
        let state = self.open.get_mut(&item).unwrap();
        state.0 -= amount;
        if state.0.is_zero() {
            (state.1, state.2) = (status, Some(self.today));
        }
    }

    pub fn raise_open(&mut self, item: ItemIx, component: Component, amount: Minor) {
        let invoice = self.journal.items[item].invoice;
        if component == Component::Principal {
            let open = self.open[&item].0 + amount;
            self.open.insert(item, (open, Status::Open, None));
        } else {
            *self.charges.entry((invoice, component)).or_default() += amount;
        }
    }

    pub fn add_settlement(
        &mut self,
        from: MovementIx,
        place: (ItemIx, Component),
        amount: Minor,
        why: SettlementCause,
    ) {
        let (item, component) = place;
        let (invoice, after) = (self.journal.items[item].invoice, self.settlements.len());
        let gone = false;
        self.settlements.push(OracleSettlement {
            from,
            invoice,
            item,
            component,
            amount,
            cause: why,
            length_before: after,
            is_undone: gone,
        });
    }

    /// Money on an invoice; what is left of it.
    pub fn settle_invoice(&mut self, from: MovementIx, invoice: InvoiceIx, money: Minor) -> Minor {
        let places = self.open_parts(invoice);
        let left = self.fill_parts(from, &places, money, SettlementCause::Money);
        let used = money - left;
        let left = self.recover_written_off(from, invoice, left);
        if used.is_positive() {
            self.check_after_settlement(from, invoice);
        }
        left
    }

    pub fn fill_parts(
        &mut self,
        from: MovementIx,
        places: &[(ItemIx, Component, Minor)],
        money: Minor,
        why: SettlementCause,
    ) -> Minor {
        let status = match self.journal.movements[from].kind {
            Kind::Credit => Status::Credited,
            _ => Status::Paid,
        };
        let mut left = money;
        for (item, component, open) in places {
            let part = left.min(*open);
            if part.is_positive() {
                self.lower_open(*item, *component, part, status);
                self.add_settlement(from, (*item, *component), part, why);
                left -= part;
            }
        }
        left
    }

    pub fn check_after_settlement(&mut self, from: MovementIx, invoice: InvoiceIx) {
        self.check_settlement(invoice);
        self.check_discount(from, invoice);
    }

    pub fn recover_written_off(
        &mut self,
        from: MovementIx,
        invoice: InvoiceIx,
        money: Minor,
    ) -> Minor {
        let mut left = money;
        loop {
            let next = self
                .written_off
                .iter()
                .enumerate()
                .filter(|(_, it)| it.0 == invoice && it.4.is_positive())
                .min_by_key(|(place, it)| {
                    let due = self.journal.items[it.1].due.unwrap_or(NaiveDate::MAX);
                    (it.2, due, it.1, *place)
                })
                .map(|(place, _)| place);
            let (Some(place), true) = (next, left.is_positive()) else {
                return left;
            };
            let (_, item, component, lost, amount) = self.written_off[place];
            let part = left.min(amount);
            self.written_off[place].4 -= part;
            left -= part;
            self.add_settlement(
                from,
                (item, component),
                part,
                SettlementCause::Recovery(lost),
            );
            let more = self
                .written_off
                .iter()
                .any(|it| it.1 == item && it.2 == Component::Principal && it.4.is_positive());
            let state = self.open.get_mut(&item).unwrap();
            if component == Component::Principal && !more && state.0.is_zero() {
                (state.1, state.2) = (Status::Paid, Some(self.today));
            }
        }
    }

    pub fn write_off(&mut self, ix: MovementIx, invoice: InvoiceIx) {
        let amount = self.journal.movements[ix].minor();
        let open = self.open_principal(invoice);
        if amount > open {
            self.faults
                .push((ix, FaultKind::WriteoffExceedsOpen { open }));
            return;
        }
        let mut places = self.open_parts(invoice);
        let mut left = open + self.charges_sum(invoice);
        if amount.is_positive() {
            places.retain(|it| it.1 == Component::Principal);
            left = amount;
        }
        for (item, component, open) in places {
            let part = left.min(open);
            left -= part;
            if part.is_positive() {
                self.lower_open(item, component, part, Status::WrittenOff);
                self.written_off.push((invoice, item, component, ix, part));
            }
        }
    }
}
