//! Where every open item stands: its step, its holds, and what keeps its letter back.

use super::blocker::{Blocker, BlockerFacts};
use super::history::DunningHistory;
use super::hold::{Hold, HoldPeriod};
use super::item_cover::ItemCover;
use super::ladder_position::{LadderPosition, LadderRules};
use crate::claim::charges_not_owed::{charged_consumers, charges_not_owed};
use crate::claim::claim_index::ClaimIndex;
use crate::claim::not_asked::PlanShares;
use crate::journal::history::EventHistory;
use crate::journal::ladder::{HANDOVER_STAGE, Stage};
use crate::journal::model::{CustomerIx, InvoiceIx, ItemIx, Journal, Policy};
use crate::ledger::model::Ledger;
use crate::text::span::Origin;
use crate::value::currency::Currency;
use crate::value::money::{Minor, Money};
use chrono::NaiveDate;
use std::cell::{OnceCell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Everything about dunning on the day of a ledger.
#[derive(Debug)]
pub struct DunningState<'j> {
    /// The resolved journal.
    pub journal: &'j Journal,
    /// Who owes what on the day.
    pub ledger: &'j Ledger,
    /// The entries up to the day.
    pub history: Rc<EventHistory<'j>>,
    /// How a standing follows from it.
    pub rules: Rc<LadderRules<'j>>,
    /// What blockers are decided from.
    pub blocker_facts: BlockerFacts<'j>,
    /// Money of customers that is here already, worked out when first asked.
    pub money_in_hand: OnceCell<ItemCover>,
    /// What was said about customers as a whole, of whom something was.
    of_customers: BTreeMap<CustomerIx, DunningHistory<'j>>,
    empty_history: DunningHistory<'j>,
    charges_not_owed: OnceCell<BTreeMap<InvoiceIx, Minor>>,
    /// What of missed parts falls to the invoices of a plan, by its entry; worked out when first asked.
    pub plan_shares: RefCell<BTreeMap<Origin, Rc<PlanShares>>>,
}

/// Where one item stands.
#[derive(Clone, Debug)]
pub struct ItemPosition<'j> {
    /// Whose; every item of a journal without errors has somebody.
    pub customer: Option<CustomerIx>,
    /// Of which invoice.
    pub invoice: InvoiceIx,
    /// Which.
    pub item: ItemIx,
    /// Its place among the instalments, from 0.
    pub instalment_index: usize,
    /// The step done and the step next.
    pub ladder_position: LadderPosition<'j>,
    /// Gates that are closed, in the order of [`Blocker`]; empty where nothing is open.
    pub blockers: Vec<Blocker>,
}

/// What the positions of all items of an invoice share.
struct InvoiceHistory<'j> {
    invoice: InvoiceIx,
    /// The principal that is open.
    open: Minor,
    history: DunningHistory<'j>,
}

impl<'j> DunningState<'j> {
    /// From the entries up to the day of the ledger. `asked_on` is the day on which the question is asked; another one
    /// only when a page looks ahead. `barred`: invoices that can be claimed no more.
    pub fn new(
        history: Rc<EventHistory<'j>>,
        rules: Rc<LadderRules<'j>>,
        barred: BTreeSet<InvoiceIx>,
        asked_on: NaiveDate,
    ) -> Self {
        let (journal, ledger) = (rules.journal, rules.ledger);
        let mut of_customers: BTreeMap<CustomerIx, DunningHistory<'j>> = BTreeMap::new();
        for event in history.events().filter(|event| event.is_dunning_event()) {
            if let Some(customer) = event.whole_customer() {
                of_customers.entry(customer).or_default().record(event);
            }
        }
        Self {
            journal,
            ledger,
            history,
            rules,
            blocker_facts: BlockerFacts::new(journal, ledger, barred, asked_on),
            money_in_hand: OnceCell::new(),
            of_customers,
            empty_history: DunningHistory::default(),
            charges_not_owed: OnceCell::new(),
            plan_shares: RefCell::default(),
        }
    }

    /// The day of the ledger.
    pub const fn as_of(&self) -> NaiveDate {
        self.ledger.as_of
    }

    /// What was said about an invoice by number.
    pub fn history_of_invoice(&self, invoice: InvoiceIx) -> DunningHistory<'j> {
        DunningHistory::from_events(self.history.of_invoice(invoice))
    }

    /// What was said about a customer as a whole.
    pub fn history_of_customer(&self, customer: Option<CustomerIx>) -> &DunningHistory<'j> {
        let known = customer.and_then(|customer| self.of_customers.get(&customer));
        known.unwrap_or(&self.empty_history)
    }

    /// Where an item stands.
    pub fn ladder_position_of(&self, item: ItemIx) -> LadderPosition<'j> {
        let invoice = self.journal.items[item].invoice;
        let own = self.history_of_invoice(invoice);
        let all = self.history_of_customer(self.journal.invoices[invoice].customer);
        self.rules.position_of(item, &own, all, self.ledger.as_of)
    }

    /// The open items of the customers that are wanted, in the order in which their invoices were first named.
    pub fn open_positions(
        &self,
        wanted: impl Fn(Option<CustomerIx>) -> bool,
    ) -> Vec<ItemPosition<'j>> {
        let mut found = Vec::new();
        // The items of an invoice stand together: what is known of it is gathered once.
        let mut last: Option<InvoiceHistory<'j>> = None;
        for (item, state) in self.ledger.items.iter() {
            let invoice = self.journal.items[item].invoice;
            if state.open.is_positive() && wanted(self.journal.invoices[invoice].customer) {
                let known = last.take().filter(|known| known.invoice == invoice);
                let facts = known.unwrap_or_else(|| self.facts_of(invoice));
                found.push(self.build_position(item, &facts));
                last = Some(facts);
            }
        }
        self.block_below_minimum(&mut found);
        found
    }

    /// Where one item stands. [`Blocker::BelowMinimum`] is not asked: it depends on all items of a letter.
    pub fn position_of(&self, item: ItemIx) -> ItemPosition<'j> {
        self.build_position(item, &self.facts_of(self.journal.items[item].invoice))
    }

    fn facts_of(&self, invoice: InvoiceIx) -> InvoiceHistory<'j> {
        InvoiceHistory {
            invoice,
            open: self.rules.open_principal(invoice),
            history: self.history_of_invoice(invoice),
        }
    }

    /// Where one item stands; what keeps its letter back is not asked.
    pub fn position_without_blockers(&self, item: ItemIx) -> ItemPosition<'j> {
        self.place_on_ladder(item, &self.facts_of(self.journal.items[item].invoice))
    }

    fn place_on_ladder(&self, item: ItemIx, facts: &InvoiceHistory<'j>) -> ItemPosition<'j> {
        let invoice = facts.invoice;
        let customer = self.journal.invoices[invoice].customer;
        let all = self.history_of_customer(customer);
        let as_of = self.ledger.as_of;
        ItemPosition {
            customer,
            invoice,
            item,
            instalment_index: self.journal.place_in_invoice(item),
            ladder_position: self.rules.position_of(item, &facts.history, all, as_of),
            blockers: Vec::new(),
        }
    }

    fn build_position(&self, item: ItemIx, facts: &InvoiceHistory<'j>) -> ItemPosition<'j> {
        let position = self.place_on_ladder(item, facts);
        let standing = &position.ladder_position;
        if !self.ledger.items[item].open.is_positive() || standing.next_step.is_none() {
            return position;
        }
        let is_covered = self.is_fully_covered(item);
        let blockers =
            self.blocker_facts
                .blockers_of((facts.invoice, facts.open), is_covered, standing);
        ItemPosition {
            blockers,
            ..position
        }
    }

    /// A letter about less than the least its policy wants is not sent: all its items together. Where the policy gives
    /// no least, or zero, that is [`Self::smallest_letter`].
    fn block_below_minimum(&self, positions: &mut [ItemPosition<'j>]) {
        let asks_least = |policy: &Policy| {
            policy.minimum.is_some() || policy.ladder().iter().any(|stage| stage.fee.is_some())
        };
        let mut policies = self.journal.policies.iter();
        let is_small = |position: &ItemPosition<'j>| {
            let asked = Minor::from(self.ledger.items[position.item].open);
            asked - self.covered_of(position.item) < self.smallest_letter(position).minor
        };
        if !policies.any(|(_, policy)| asks_least(policy)) && !positions.iter().any(is_small) {
            return;
        }
        let mut items: BTreeMap<(Option<CustomerIx>, Currency), Vec<&ItemPosition<'j>>> =
            BTreeMap::new();
        let as_of = self.ledger.as_of;
        for position in positions
            .iter()
            .filter(|position| position.asks_for_letter(as_of))
        {
            let letter = items.entry(self.letter_key(position)).or_default();
            letter.push(position);
        }
        let letters: BTreeMap<_, Minor> = items
            .into_iter()
            .map(|(letter, items)| (letter, self.amount_asked(&items)))
            .collect();
        for position in positions {
            let least = position.ladder_position.policy.minimum;
            let least = least.filter(|least| !least.minor.is_zero());
            let least = least.unwrap_or_else(|| self.smallest_letter(position));
            let letter = self.letter_key(position);
            if let Some(sum) = letters.get(&letter)
                && position.asks_for_letter(as_of)
                && least.currency == letter.1
                && *sum < least.minor
            {
                position.blockers.push(Blocker::BelowMinimum);
            }
        }
    }

    /// The least that the next letter of an item is about where its policy names none: a whole unit of the currency, so that
    /// nobody is written to about cents, and no less than the fee that the step adds.
    fn smallest_letter(&self, position: &ItemPosition<'_>) -> Money {
        let currency = self.journal.invoices[position.invoice].currency;
        let unit = Minor(10_i128.saturating_pow(currency.decimals()));
        let fee = position.next_fee().filter(|fee| fee.currency == currency);
        let fee = fee.map_or(Minor::ZERO, |fee| fee.minor);
        Money::new(fee.max(unit), currency)
    }

    /// What a letter is about: one customer, one currency.
    pub fn letter_key(&self, position: &ItemPosition<'_>) -> (Option<CustomerIx>, Currency) {
        (
            position.customer,
            self.journal.invoices[position.invoice].currency,
        )
    }

    /// Whether a step of an item is a call and no letter. The fourteen days of the law are given in writing, whatever the
    /// step says.
    pub fn is_call_step(&self, position: &ItemPosition<'_>, stage: &Stage) -> bool {
        let customer = position.customer;
        customer.is_some_and(|customer| self.rules.is_call_step(customer, stage))
    }

    /// What is claimed on an invoice beside its principal.
    pub fn charges_on(&self, invoice: InvoiceIx) -> Minor {
        self.ledger.charges_on(invoice)
    }

    /// What of the written charges on an invoice a consumer does not owe, whether it is still open in the books or was
    /// taken out of what he paid: nobody asks him for it.
    pub fn charges_not_owed_on(&self, invoice: InvoiceIx) -> Minor {
        let all = self.charges_not_owed.get_or_init(|| {
            let customers = charged_consumers(self.journal, self.as_of());
            if customers.is_empty() {
                return BTreeMap::new();
            }
            let history = Rc::clone(&self.history);
            let not_asked = self.not_claimed();
            let index = ClaimIndex::new(self.journal, self.ledger, history, not_asked)
                .with_letter_scopes(Rc::clone(self.rules.letter_scopes()));
            charges_not_owed(&index, &customers)
        });
        all.get(&invoice).copied().unwrap_or_default()
    }
}

impl<'j> ItemPosition<'j> {
    /// The fee that its next step would add.
    fn next_fee(&self) -> Option<Money> {
        let next = self.ladder_position.next_step.as_ref()?;
        let ladder = self.ladder_position.policy.ladder();
        ladder.get(next.stage_index)?.fee
    }

    /// The part of its invoice about which the customer argues; its letters leave that out.
    pub fn disputed_part(&self, as_of: NaiveDate) -> Minor {
        let mut holds = self.ladder_position.active_holds(as_of);
        let dispute = holds.find(|held| held.hold == Hold::Dispute && !held.covers_whole_invoice);
        let amount = dispute.and_then(|held| held.event.disputed_amount());
        amount.map_or(Minor::ZERO, |amount| amount.minor)
    }

    /// Whether a plan that was agreed lets it be paid later, and none of its parts is missed.
    pub fn is_in_running_plan(&self, as_of: NaiveDate) -> bool {
        let mut holds = self.ladder_position.active_holds(as_of);
        holds.any(|held| held.hold == Hold::Plan && held.event.is_agreed_arrangement())
    }

    /// How much of its invoice was conceded to the customer and not credited yet, where letters go on for the rest.
    pub fn conceded_part(&self, as_of: NaiveDate) -> Minor {
        let holds = self
            .concessions(as_of)
            .filter(|held| !held.covers_whole_invoice);
        holds.filter_map(|held| held.amount).sum()
    }

    /// Of each entry that conceded something of its invoice what is not credited yet.
    pub fn concessions(&self, as_of: NaiveDate) -> impl Iterator<Item = &HoldPeriod<'j>> {
        let holds = self.ladder_position.active_holds(as_of);
        holds.filter(|held| held.hold == Hold::Conceded)
    }

    /// Whether its next step can be taken on a day.
    pub fn is_possible(&self, as_of: NaiveDate) -> bool {
        let from = self
            .ladder_position
            .next_step
            .as_ref()
            .and_then(super::ladder_position::NextStep::possible_from);
        self.blockers.is_empty() && from.is_some_and(|from| from <= as_of)
    }

    /// Whether its next step can be taken on a day and is a letter.
    pub fn asks_for_letter(&self, as_of: NaiveDate) -> bool {
        let stage = self.ladder_position.next_stage();
        self.is_possible(as_of) && stage.is_some_and(|stage| *stage.name != *HANDOVER_STAGE)
    }
}
