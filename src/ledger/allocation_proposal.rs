//! What money that waits may be for: a plan for all of it together, never carried out. What is proposed for one payment is
//! not proposed for another.

use super::model::Ledger;
use super::unallocated::UnallocatedMoney;
use crate::journal::model::{AccountKey, ByAccount, InvoiceIx, ItemIx, Journal};
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// So many choices are tried for one payment. The sum of a few invoices among fifty is found; what is not found is spread
/// over what is due earliest.
const MAX_TRIES: usize = 100_000;

/// What a payment is proposed to pay.
#[derive(Clone, Debug, Default)]
pub struct AllocationProposal {
    /// How much of which invoice.
    pub lines: Vec<(InvoiceIx, Minor)>,
    /// Whether it is just the sum of what is open of these.
    pub is_exact: bool,
}

/// Why a payment may be for some invoices, the best reason first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProposalReason {
    /// Its reference names the invoice.
    Reference,
    /// It is just the sum of what is open of them.
    ExactSum,
    /// They are due earliest.
    DueEarliest,
}

/// What is left of the open items of some accounts when what was proposed is taken off.
#[derive(Debug)]
pub struct AllocationPlan<'a> {
    journal: &'a Journal,
    /// Earliest due first, those without a day last; with what is left of each.
    items: ByAccount<Vec<(ItemIx, Minor)>>,
}

impl<'a> AllocationPlan<'a> {
    /// The open items of these accounts.
    pub fn for_accounts(
        journal: &'a Journal,
        ledger: &'a Ledger,
        accounts: impl Iterator<Item = AccountKey>,
    ) -> Self {
        let mut items: BTreeMap<_, Vec<(ItemIx, Minor)>> =
            accounts.map(|account| (account, Vec::new())).collect();
        for (ix, item) in journal.items.iter() {
            let invoice = &journal.invoices[item.invoice];
            if ledger.items[ix].open.is_positive()
                && let Some(customer) = invoice.customer
                && let Some(own) = items.get_mut(&(customer, invoice.currency))
            {
                own.push((ix, ledger.items[ix].open.into()));
            }
        }
        for own in items.values_mut() {
            own.sort_by_cached_key(|(ix, _)| journal.settlement_order(*ix));
        }
        Self { journal, items }
    }

    /// What each payment may be for, in the order given: first what references name, then what is just the sum of open
    /// items, then, of what is left, what is due earliest.
    pub fn propose(&mut self, money: &[UnallocatedMoney<'_>]) -> Vec<AllocationProposal> {
        let mut found: Vec<Option<AllocationProposal>> = money
            .iter()
            .map(|money| self.propose_named(money))
            .collect();
        for (found, money) in found.iter_mut().zip(money) {
            if found.is_none() {
                *found = self.propose_exact(money);
            }
        }
        let all = found.into_iter().zip(money);
        all.map(|(found, money)| found.unwrap_or_else(|| self.take(money, |_| true)))
            .collect()
    }

    /// The invoice that the reference of a payment names; nothing where that is of somebody else.
    fn propose_named(&mut self, money: &UnallocatedMoney<'_>) -> Option<AllocationProposal> {
        let named = money.movement.extra.as_ref()?.referenced_invoice?;
        let journal = self.journal;
        Some(self.take(money, |ix| journal.items[ix].invoice == named))
    }

    /// Open items whose sum is just what came in: as few as possible, those due earliest first.
    fn propose_exact(&mut self, money: &UnallocatedMoney<'_>) -> Option<AllocationProposal> {
        let own = self.items.get(&(money.customer, money.currency))?;
        let open = own.iter().filter(|(_, left)| left.is_positive());
        let open: Vec<(ItemIx, Minor)> = open.copied().collect();
        let amounts: Vec<Minor> = open.iter().map(|(_, left)| *left).collect();
        let chosen = SubsetSearch::new(&amounts).find(money.remaining)?;
        let chosen: BTreeSet<ItemIx> = chosen
            .into_iter()
            .filter_map(|place| Some(open.get(place)?.0))
            .collect();
        Some(AllocationProposal {
            is_exact: true,
            ..self.take(money, |ix| chosen.contains(&ix))
        })
    }

    /// Every way in which a payment may be placed by itself, the best reason first; of those that are the same, the first.
    pub fn list_choices(
        journal: &'a Journal,
        ledger: &'a Ledger,
        money: &UnallocatedMoney<'_>,
    ) -> Vec<(ProposalReason, AllocationProposal)> {
        let account = (money.customer, money.currency);
        let plan = || Self::for_accounts(journal, ledger, std::iter::once(account));
        let ways = [
            (ProposalReason::Reference, plan().propose_named(money)),
            (ProposalReason::ExactSum, plan().propose_exact(money)),
            (
                ProposalReason::DueEarliest,
                Some(plan().take(money, |_| true)),
            ),
        ];
        let mut found: Vec<(ProposalReason, AllocationProposal)> = Vec::new();
        for (reason, proposal) in ways {
            let new = proposal.filter(|new| {
                let is_known = found.iter().any(|(_, known)| known.lines == new.lines);
                !new.lines.is_empty() && !is_known
            });
            found.extend(new.map(|new| (reason, new)));
        }
        found
    }

    /// What money on account may be used for: what is late on a day, the earliest first.
    pub fn propose_overdue(
        &mut self,
        money: &UnallocatedMoney<'_>,
        as_of: NaiveDate,
    ) -> Vec<(InvoiceIx, Minor)> {
        let journal = self.journal;
        let is_late = |ix: ItemIx| journal.items[ix].due.is_some_and(|due| due < as_of);
        self.take(money, is_late).lines
    }

    /// Whether something of the account of some money is open and proposed for nothing.
    pub fn has_open_items(&self, money: &UnallocatedMoney<'_>) -> bool {
        let own = self.items.get(&(money.customer, money.currency));
        own.into_iter()
            .flatten()
            .any(|(_, left)| left.is_positive())
    }

    /// Lets money take what is left of some items, in their order.
    fn take(
        &mut self,
        money: &UnallocatedMoney<'_>,
        is_wanted: impl Fn(ItemIx) -> bool,
    ) -> AllocationProposal {
        let mut proposal = AllocationProposal::default();
        let mut left = money.remaining;
        let own = self.items.get_mut(&(money.customer, money.currency));
        for (ix, open) in own.into_iter().flatten() {
            let part = left.min(*open);
            if !part.is_positive() || !is_wanted(*ix) {
                continue;
            }
            *open -= part;
            left -= part;
            let invoice = self.journal.items[*ix].invoice;
            let mut known = proposal.lines.iter_mut();
            match known.find(|(known, _)| *known == invoice) {
                Some((_, sum)) => *sum += part,
                None => proposal.lines.push((invoice, part)),
            }
        }
        proposal
    }
}

/// Looks for amounts with a given sum.
struct SubsetSearch<'a> {
    amounts: &'a [Minor],
    /// The largest amount from each place on.
    largest_from: Vec<Minor>,
    tries: usize,
}

impl<'a> SubsetSearch<'a> {
    fn new(amounts: &'a [Minor]) -> Self {
        let mut largest_from: Vec<Minor> = amounts
            .iter()
            .rev()
            .scan(Minor::ZERO, |largest, amount| {
                *largest = (*largest).max(*amount);
                Some(*largest)
            })
            .collect();
        largest_from.reverse();
        Self {
            amounts,
            largest_from,
            tries: 0,
        }
    }

    /// The places of as few amounts as possible with this sum; of several such the first.
    fn find(&mut self, sum: Minor) -> Option<Vec<usize>> {
        if self.amounts.iter().copied().sum::<Minor>() == sum {
            return Some((0..self.amounts.len()).collect());
        }
        (1..self.amounts.len()).find_map(|count| {
            let mut chosen = Vec::new();
            self.choose(0, count, sum, &mut chosen).then_some(chosen)
        })
    }

    /// Chooses so many amounts from a place on with this sum.
    fn choose(&mut self, from: usize, count: usize, sum: Minor, chosen: &mut Vec<usize>) -> bool {
        if count == 0 {
            return sum.is_zero();
        }
        for (place, amount) in self.amounts.iter().enumerate().skip(from) {
            self.tries = self.tries.saturating_add(1);
            let most = self.largest_from.get(place).copied().unwrap_or_default();
            if self.tries > MAX_TRIES || Minor(most.0.saturating_mul(count_of(count))) < sum {
                return false;
            }
            if *amount > sum {
                continue;
            }
            chosen.push(place);
            if self.choose(
                place.saturating_add(1),
                count.saturating_sub(1),
                sum - *amount,
                chosen,
            ) {
                return true;
            }
            chosen.pop();
        }
        false
    }
}

fn count_of(count: usize) -> i128 {
    i128::try_from(count).unwrap_or(i128::MAX)
}
