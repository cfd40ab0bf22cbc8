//! The statutory order for money without a reference: due before not due, the higher interest rate first, then what
//! was due earlier; what is equal in all of that shares in proportion.

use super::books::Books;
use super::model::Rule;
use super::order::named;
use super::principal::turn;
use super::queue::Turn;
use super::steps::Act;
use crate::journal::model::{InvoiceIx, ItemIx, Journal, MovementIx};
use crate::value::money::Minor;
use crate::value::share::pro_rata;

impl Books<'_> {
    /// Spreads a payment over what is open, if the policy of its day says so, and says what is left of it.
    pub fn spread_oldest(&mut self, ix: MovementIx, money: Minor) -> Minor {
        let (journal, today) = (self.journal, self.today);
        let movement = &journal.movements[ix];
        let (Some(queue), Some(customer)) = (&mut self.queue, movement.customer) else {
            return money;
        };
        if !queue.holds(journal, customer, movement.date) {
            return money;
        }
        queue.take_in(journal, customer, today);
        let stretches = queue.stretches(customer, movement.currency, today);
        let mut left = money;
        for (from, to) in stretches {
            left = self.spread_range(ix, from, to, left);
        }
        left
    }

    fn spread_range(&mut self, ix: MovementIx, from: Turn, to: Turn, money: Minor) -> Minor {
        let mut left = money;
        while left.is_positive() {
            let Some(queue) = &self.queue else {
                break;
            };
            let together = queue.together(from, to);
            if together.is_empty() {
                break;
            }
            left = self.share_out(ix, together, left);
        }
        left
    }

    /// Settles items of equal turn, in proportion where the money does not cover them all.
    fn share_out(&mut self, ix: MovementIx, together: Vec<Turn>, money: Minor) -> Minor {
        let mut items = self.open_of(together);
        let mut whole = Minor::ZERO;
        for (_, open) in &items {
            whole += *open;
        }
        if money < whole {
            items = self.in_proportion(items, money);
        }
        let act = self.act(ix, Rule::Oldest);
        let mut left = money;
        for (item, part) in items {
            left -= part - self.settle_item(act, item, part);
        }
        left
    }

    /// The share of each item in money that does not cover them all; odd cents go by number, then instalment.
    fn in_proportion(&self, mut items: Vec<(ItemIx, Minor)>, money: Minor) -> Vec<(ItemIx, Minor)> {
        let journal = self.journal;
        let invoice = |item: ItemIx| Some(journal.items[item].invoice);
        items.sort_by(|(a, _), (b, _)| {
            named(journal, invoice(*a), invoice(*b)).then_with(|| a.cmp(b))
        });
        let weights: Vec<Minor> = items.iter().map(|(_, open)| *open).collect();
        let parts = pro_rata(money, &weights);
        let shared = items.into_iter().map(|(item, _)| item).zip(parts);
        shared.filter(|(_, part)| part.is_positive()).collect()
    }

    /// What is open of each item; those of which nothing is open leave the queue.
    fn open_of(&mut self, together: Vec<Turn>) -> Vec<(ItemIx, Minor)> {
        let mut items = Vec::with_capacity(together.len());
        for turn in together {
            let item = turn.4;
            let weight = self.open_with_charges(item);
            if weight.is_positive() {
                items.push((item, weight));
            } else if let Some(queue) = &mut self.queue {
                queue.remove(&turn);
            }
        }
        items
    }

    /// What is open of an item. The charges of an invoice go with its first instalment.
    fn open_with_charges(&self, item: ItemIx) -> Minor {
        let invoice = self.journal.items[item].invoice;
        let mut open = Minor::from(self.principal.item(item).open);
        let charges = self.charges_of(invoice).sum();
        if charges.is_positive() && leading(self.journal, invoice) == Some(item) {
            open += charges;
        }
        open
    }

    fn settle_item(&mut self, act: Act, item: ItemIx, money: Minor) -> Minor {
        let invoice = self.journal.items[item].invoice;
        let mut left = money;
        if leading(self.journal, invoice) == Some(item) {
            left = self.settle_charges(act, invoice, None, left);
        }
        let part = left.min(self.principal.item(item).open.into());
        if part.is_positive() {
            self.lower(act, item, part);
            left -= part;
        }
        let used = money - left;
        if used.is_positive() {
            self.after_money(act, invoice, used);
        }
        left
    }

    /// Lets an item that is open again take part.
    pub fn consider_for_spread(&mut self, item: ItemIx) {
        if let Some(queue) = &mut self.queue
            && let Some(customer) = self.journal.invoices[self.journal.items[item].invoice].customer
            && queue.concerns(customer)
        {
            queue.add(self.journal, item);
        }
    }

    /// Lets an invoice on which something is claimed take part.
    pub fn consider_charges_for_spread(&mut self, invoice: InvoiceIx) {
        if self.queue.is_some()
            && let Some(item) = leading(self.journal, invoice)
        {
            self.consider_for_spread(item);
        }
    }
}

/// The instalment of an invoice that comes first.
fn leading(journal: &Journal, invoice: InvoiceIx) -> Option<ItemIx> {
    journal
        .items_of(invoice)
        .min_by_key(|item| turn(journal, *item))
}
