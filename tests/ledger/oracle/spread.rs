//! Money without a reference: after each share the whole queue is made anew.

use super::{Oracle, SettlementCause, is_known};
use chrono::NaiveDate;
use std::cmp::Reverse;
use tegoed::journal::model::{Component, CustomerIx, ItemIx, MovementIx};
use tegoed::value::currency::Currency;
use tegoed::value::money::Minor;
use tegoed::value::vocabulary::UnreferencedRule;

impl Oracle<'_> {
    pub fn can_allocate_unreferenced(&mut self, ix: MovementIx, customer: CustomerIx) -> bool {
        let movement = &self.journal.movements[ix];
        let business = || {
            self.journal
                .business
                .as_ref()
                .and_then(|it| it.policy.as_deref())
        };
        let name = self.journal.customers[customer]
            .policy
            .as_deref()
            .or_else(business);
        let policy = name.and_then(|name| self.journal.policy_on(name, movement.date));
        let oldest = policy
            .is_some_and(|it| self.journal.policies[it].unreferenced == UnreferencedRule::Oldest);
        let more = movement.extra.as_ref();
        let refers = more
            .and_then(|more| more.referenced_invoice)
            .is_some_and(|invoice| {
                self.journal.invoices[invoice].date <= self.today
                    && !self.open_parts(invoice).is_empty()
            });
        let said = more.is_some_and(|more| more.on_account || !more.designations.is_empty());
        oldest && movement.invoice.is_none() && !said && !refers
    }

    pub fn allocate_unreferenced(
        &mut self,
        ix: MovementIx,
        customer: CustomerIx,
        currency: Currency,
        money: Minor,
    ) -> Minor {
        let mut left = money;
        while left.is_positive() {
            // Every open item with its turn: the lowest turn is served first, equals together.
            let mut queue = Vec::new();
            for (invoice, written) in self.journal.invoices.iter() {
                let mine = written.customer == Some(customer) && written.currency == currency;
                if !is_known(self.journal, invoice) || written.date > self.today || !mine {
                    continue;
                }
                let rate = written
                    .policy
                    .and_then(|it| self.journal.policies[it].interest.agreed_rate());
                let mut items: Vec<ItemIx> = self.journal.items_of(invoice).collect();
                items.sort_by_key(|it| self.journal.items[*it].due.unwrap_or(NaiveDate::MAX));
                for (place, item) in items.into_iter().enumerate() {
                    let due = self.journal.items[item].due.unwrap_or(NaiveDate::MAX);
                    let mut open = self.open[&item].0;
                    if place == 0 {
                        open += self.charges_sum(invoice);
                    }
                    let turn = (due >= self.today, Reverse(rate), due);
                    let tie = (self.journal.invoice_no(invoice).to_lowercase(), item);
                    if open.is_positive() {
                        queue.push((turn, tie, item, open, place == 0));
                    }
                }
            }
            queue.sort();
            let Some(first) = queue.first().map(|it| it.0) else {
                break;
            };
            queue.retain(|it| it.0 == first);
            left = self.share_pro_rata(
                ix,
                queue.into_iter().map(|it| (it.2, it.3, it.4)).collect(),
                left,
            );
        }
        left
    }

    pub fn share_pro_rata(
        &mut self,
        ix: MovementIx,
        queue: Vec<(ItemIx, Minor, bool)>,
        money: Minor,
    ) -> Minor {
        let whole: i128 = queue.iter().map(|it| it.1.0).sum();
        let money_here = money.0.min(whole);
        let mut parts: Vec<i128> = queue.iter().map(|it| money_here * it.1.0 / whole).collect();
        let mut rest: Vec<(i128, usize)> = queue
            .iter()
            .enumerate()
            .map(|(place, it)| (-(money_here * it.1.0 % whole), place))
            .collect();
        rest.sort_unstable();
        let missing = money_here - parts.iter().sum::<i128>();
        for (_, place) in rest.into_iter().take(usize::try_from(missing).unwrap()) {
            parts[place] += 1;
        }
        let mut left = money;
        for ((item, _, first), amount) in queue.into_iter().zip(parts) {
            let invoice = self.journal.items[item].invoice;
            let mut places = self.open_parts(invoice);
            places.retain(|it| {
                if it.1 == Component::Principal {
                    it.0 == item
                } else {
                    first
                }
            });
            if amount > 0 {
                let unused = self.fill_parts(ix, &places, Minor(amount), SettlementCause::Money);
                if unused != Minor(amount) {
                    self.check_after_settlement(ix, invoice);
                }
                left -= Minor(amount) - unused;
            }
        }
        left
    }
}
