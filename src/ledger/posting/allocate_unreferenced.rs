//! The statutory order for money without a reference: due before not due, the higher interest rate first, then what
//! was due earlier; what is equal in all of that shares in proportion.

use super::posting_state::PostingState;
use super::state::allocation_log::AllocationSource;
use super::state::allocation_queue::QueueKey;
use crate::journal::model::{ItemIx, MovementIx};
use crate::ledger::model::AllocationRule;
use crate::ledger::posting_order::compare_invoice_numbers;
use crate::value::money::Minor;
use crate::value::rounding::split_pro_rata;

impl PostingState<'_> {
    /// Spreads a payment over what is open, if the policy of its day says so, and says what is left of it.
    pub fn allocate_unreferenced(&mut self, ix: MovementIx, money: Minor) -> Minor {
        let (journal, today) = (self.journal(), self.today());
        let movement = &journal.movements[ix];
        let (Some(queue), Some(customer)) = (self.queue(), movement.customer) else {
            return money;
        };
        if !queue.is_oldest_in_force(journal, customer, movement.date) {
            return money;
        }
        queue.admit_invoices(journal, customer, today);
        let stretches = queue.ranges(customer, movement.currency, today);
        let mut left = money;
        for (from, to) in stretches {
            left = self.allocate_range(ix, from, to, left);
        }
        left
    }

    fn allocate_range(
        &mut self,
        ix: MovementIx,
        from: QueueKey,
        to: QueueKey,
        money: Minor,
    ) -> Minor {
        let mut left = money;
        while left.is_positive() {
            let Some(queue) = self.queue() else {
                break;
            };
            let together = queue.equal_rank_items(from, to);
            if together.is_empty() {
                break;
            }
            left = self.allocate_to_equal_rank(ix, together, left);
        }
        left
    }

    /// Settles items of equal turn, in proportion where the money does not cover them all.
    fn allocate_to_equal_rank(
        &mut self,
        ix: MovementIx,
        together: Vec<QueueKey>,
        money: Minor,
    ) -> Minor {
        let mut items = self.open_amounts(together);
        let mut whole = Minor::ZERO;
        for (_, open) in &items {
            whole += *open;
        }
        if money < whole {
            items = self.divide_pro_rata(items, money);
        }
        let act = self.allocation_source(ix, AllocationRule::Oldest);
        let mut left = money;
        for (item, part) in items {
            left -= part - self.allocate_to_item(act, item, part);
        }
        left
    }

    /// The share of each item in money that does not cover them all; odd cents go by number, then instalment.
    fn divide_pro_rata(
        &self,
        mut items: Vec<(ItemIx, Minor)>,
        money: Minor,
    ) -> Vec<(ItemIx, Minor)> {
        let journal = self.journal();
        let invoice = |item: ItemIx| Some(journal.items[item].invoice);
        items.sort_by(|(a, _), (b, _)| {
            compare_invoice_numbers(journal, invoice(*a), invoice(*b)).then_with(|| a.cmp(b))
        });
        let weights: Vec<Minor> = items.iter().map(|(_, open)| *open).collect();
        let parts = split_pro_rata(money, &weights);
        let shared = items.into_iter().map(|(item, _)| item).zip(parts);
        shared.filter(|(_, part)| part.is_positive()).collect()
    }

    /// What is open of each item; those of which nothing is open leave the queue.
    fn open_amounts(&mut self, together: Vec<QueueKey>) -> Vec<(ItemIx, Minor)> {
        let mut items = Vec::with_capacity(together.len());
        for turn in together {
            let item = turn.4;
            let weight = self.open_with_charges(item);
            if weight.is_positive() {
                items.push((item, weight));
            } else if let Some(queue) = self.queue() {
                queue.remove(&turn);
            }
        }
        items
    }

    /// What is open of an item. The charges of an invoice go with its first instalment.
    fn open_with_charges(&self, item: ItemIx) -> Minor {
        let invoice = self.journal().items[item].invoice;
        let mut open = Minor::from(self.item_state(item).open);
        let charges = self.charges_of(invoice).sum();
        if charges.is_positive() && self.journal().first_instalment(invoice) == Some(item) {
            open += charges;
        }
        open
    }

    fn allocate_to_item(&mut self, act: AllocationSource, item: ItemIx, money: Minor) -> Minor {
        let invoice = self.journal().items[item].invoice;
        let mut left = money;
        if self.journal().first_instalment(invoice) == Some(item) {
            left = self.allocate_to_charges(act, invoice, None, left);
        }
        let part = left.min(self.item_state(item).open.into());
        if part.is_positive() {
            self.lower_principal(act, item, part);
            left -= part;
        }
        let used = money - left;
        if used.is_positive() {
            self.after_allocation(act, invoice, used);
        }
        left
    }
}
