//! Money of a customer that is here already: it waits to be placed, or stands on account (a credit note, an overpayment, a
//! prepayment). Whatever asks him for money takes it off what is asked, in one order, item by item (SPEC.md 10.6): letters,
//! statements, calls, the work list, stages.

use super::dunning_state::{DunningState, ItemPosition};
use super::item_cover::ItemCover;
use crate::claim::waiting_money::debt_rank;
use crate::journal::model::{AccountKey, ByAccount, CustomerIx, InvoiceIx, ItemIx, MovementKind};
use crate::ledger::unallocated::unallocated_money;
use crate::value::currency::Currency;
use crate::value::money::{Minor, Money};
use std::collections::BTreeMap;

impl<'j> DunningState<'j> {
    /// All money of a customer that waits or stands on account in a currency.
    pub fn money_in_hand_of(&self, customer: Option<CustomerIx>, currency: Currency) -> Minor {
        let account = customer.map(|customer| (customer, currency));
        let sum = account.and_then(|account| self.money_in_hand().sums.get(&account));
        sum.copied().unwrap_or_default()
    }

    /// The same in every currency in which there is some.
    pub fn money_in_hand_by_currency(&self, customer: CustomerIx) -> Vec<Money> {
        let sums = self.money_in_hand().sums.iter();
        let own = sums.filter(|((owner, _), _)| *owner == customer);
        own.map(|((_, currency), sum)| Money::new(*sum, *currency))
            .collect()
    }

    /// Whether a payment is among it: a credit note is credit, and nothing that was received.
    pub fn has_payment_in_hand(&self, customer: CustomerIx, currency: Currency) -> bool {
        unallocated_money(self.journal, self.ledger).any(|money| {
            (money.customer, money.currency) == (customer, currency)
                && money.movement.kind == MovementKind::Payment
        })
    }

    /// How much of what is asked of an item is covered by money that is here already.
    pub fn covered_of(&self, item: ItemIx) -> Minor {
        let covered = self.money_in_hand().covered.get(&item);
        covered.copied().unwrap_or_default()
    }

    /// The same of several items.
    pub fn covered_of_all(&self, positions: &[&ItemPosition<'j>]) -> Minor {
        let items = positions.iter().map(|position| position.item);
        items.map(|item| self.covered_of(item)).sum()
    }

    /// What of it covers invoices of an account other than some.
    pub fn covered_elsewhere(
        &self,
        account: AccountKey,
        invoices: &[InvoiceIx],
    ) -> BTreeMap<InvoiceIx, Minor> {
        let mut elsewhere = BTreeMap::new();
        for (item, amount) in &self.money_in_hand().covered {
            let invoice = self.journal.items[*item].invoice;
            let is_other =
                !invoices.contains(&invoice) && self.account_of(invoice) == Some(account);
            if is_other && amount.is_positive() {
                *elsewhere.entry(invoice).or_default() += *amount;
            }
        }
        elsewhere
    }

    /// Whether nothing is left to ask of an item, because money that is here already covers it.
    pub fn is_fully_covered(&self, item: ItemIx) -> bool {
        self.money_in_hand().fully_covered.contains(&item)
    }

    fn money_in_hand(&self) -> &ItemCover {
        self.money_in_hand
            .get_or_init(|| self.calculate_money_in_hand())
    }

    fn calculate_money_in_hand(&self) -> ItemCover {
        let mut sums: ByAccount<Minor> = BTreeMap::new();
        for money in unallocated_money(self.journal, self.ledger) {
            *sums.entry((money.customer, money.currency)).or_default() += money.remaining;
        }
        let asked = if sums.is_empty() {
            ByAccount::new()
        } else {
            self.items_asked(&sums)
        };
        ItemCover::new(sums, asked)
    }

    /// What is asked of each open item of some accounts, in the order in which money covers it: what is late and asked
    /// now, what is late and held, what is not late; among these as money without a reference pays (SPEC.md 12).
    fn items_asked(&self, accounts: &ByAccount<Minor>) -> ByAccount<Vec<(ItemIx, Minor)>> {
        let mut found: ByAccount<Vec<(bool, ItemPosition<'j>)>> = BTreeMap::new();
        for (item, state) in self.ledger.items.iter() {
            let invoice = self.journal.items[item].invoice;
            if state.open.is_positive()
                && let Some(account) = self.account_of(invoice)
                && accounts.contains_key(&account)
            {
                let position = self.position_without_blockers(item);
                let mut holds = position.ladder_position.active_holds(self.as_of());
                let is_held = holds.any(|held| held.covers_whole_invoice);
                drop(holds);
                found.entry(account).or_default().push((is_held, position));
            }
        }
        let found = found.into_iter();
        found
            .map(|(account, items)| (account, self.amounts_in_order(items)))
            .collect()
    }

    fn account_of(&self, invoice: InvoiceIx) -> Option<AccountKey> {
        let record = &self.journal.invoices[invoice];
        Some((record.customer?, record.currency))
    }

    fn amounts_in_order(&self, mut items: Vec<(bool, ItemPosition<'j>)>) -> Vec<(ItemIx, Minor)> {
        items.sort_by_key(|(is_held, position)| {
            let (is_later, rate, due, item) = debt_rank(self.journal, self.as_of(), position.item);
            (is_later, *is_held, rate, due, item)
        });
        let mut left: BTreeMap<InvoiceIx, AskedOfInvoice> = BTreeMap::new();
        let amounts = items.iter().map(|(_, position)| {
            let left = left
                .entry(position.invoice)
                .or_insert_with(|| self.asked_of_invoice(position));
            let due = self.journal.items[position.item].due;
            if due.is_none_or(|due| due >= self.as_of()) {
                // Charges are asked before the first of its items is late.
                left.late += std::mem::take(&mut left.later);
            }
            let budget = &mut left.late;
            // Charges count with the first of its items.
            let charges = std::mem::take(&mut left.charges);
            let open = Minor::from(self.ledger.items[position.item].open) + charges;
            let asked = open.min(*budget);
            *budget -= asked;
            (position.item, asked)
        });
        amounts.filter(|(_, asked)| asked.is_positive()).collect()
    }

    /// What is asked of an invoice: of what a plan leaves for later nothing is.
    fn asked_of_invoice(&self, position: &ItemPosition<'j>) -> AskedOfInvoice {
        let invoice = position.invoice;
        let (late, owed) = (self.late_on(invoice), self.owed_on(invoice));
        let charges = self.charges_on(invoice);
        let asked = owed - self.not_asked(position, owed).sum();
        // Charges are asked with what is late; where nothing is, with what is open.
        let asked_late = if late > charges {
            late - self.not_asked(position, late).sum()
        } else {
            Minor::ZERO
        };
        AskedOfInvoice {
            late: asked_late,
            later: (asked - asked_late).max(Minor::ZERO),
            charges,
        }
    }
}

/// What is asked of the parts of an invoice that are late, charges included, and of those that are not.
struct AskedOfInvoice {
    late: Minor,
    later: Minor,
    charges: Minor,
}
