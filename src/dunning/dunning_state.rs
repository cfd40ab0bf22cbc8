//! Where every open item stands: its step, its holds, and what keeps its letter back.

use super::blocker::{Blocker, BlockerFacts};
use super::history::{DunningHistories, dunning_events};
use super::ladder_position::{LadderPosition, LadderRules};
use crate::journal::ladder::HANDOVER_STAGE;
use crate::journal::model::{CustomerIx, InvoiceIx, ItemIx, Journal};
use crate::ledger::model::Ledger;
use crate::value::currency::Currency;
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Everything about dunning on the day of a ledger.
#[derive(Debug)]
pub struct DunningState<'j> {
    /// The resolved journal.
    pub journal: &'j Journal,
    /// Who owes what on the day.
    pub ledger: &'j Ledger,
    /// What was sent, promised and held.
    pub histories: DunningHistories<'j>,
    /// How a standing follows from it.
    pub rules: LadderRules<'j>,
    /// What blockers are decided from.
    pub blocker_facts: BlockerFacts<'j>,
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

impl<'j> DunningState<'j> {
    /// Reads the entries up to the day of the ledger. `today` is the day on which the question is asked; another
    /// one only when a page looks ahead.
    ///
    /// ```
    /// use tegoed::dunning::dunning_state::DunningState;
    /// # use std::{io, path::{Path, PathBuf}};
    /// # use tegoed::{check::CheckScope, load::Roots, pipeline::{PipelineOptions, run}, text::source::Files, value::calendar::date_from_ymd};
    /// # struct One(&'static str);
    /// # impl Files for One {
    /// #     fn open(&self, _: &Path) -> io::Result<Box<dyn io::Read + '_>> { Ok(Box::new(self.0.as_bytes())) }
    /// #     fn find_matching(&self, _: &Path, pattern: &str) -> io::Result<Vec<PathBuf>> { Ok(vec![pattern.into()]) }
    /// #     fn canonicalize(&self, path: &Path) -> io::Result<PathBuf> { Ok(path.to_owned()) }
    /// # }
    /// let journal = One("format 1\ncustomer @jansen\n\
    ///     2026-01-05 invoice #1 @jansen 1210.00 due 2026-02-04 | Stairs\n\
    ///     2026-02-10 sent reminder #1 via email\n");
    /// let as_of = date_from_ymd(2026, 2, 28).ok_or("no such day")?;
    /// let outcome = run(&Roots::from_file("j.tegoed"), &journal, PipelineOptions { as_of, scope: CheckScope::Errors })?;
    /// let dunning = DunningState::new(&outcome.journal, &outcome.ledger, as_of);
    /// let positions = dunning.open_positions(|_| true);
    /// let position = &positions.first().ok_or("nothing open")?.ladder_position;
    /// assert_eq!(position.done_stage().map(|stage| &*stage.name), Some("reminder"));
    /// assert_eq!(position.next_stage().map(|stage| &*stage.name), Some("demand"));
    /// // The reminder gave until 17 February; two days for the bank; but ten days' gap is later.
    /// assert_eq!(position.next_step.as_ref().and_then(|next| next.possible_from()), date_from_ymd(2026, 2, 20));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn new(journal: &'j Journal, ledger: &'j Ledger, today: NaiveDate) -> Self {
        Self {
            journal,
            ledger,
            histories: DunningHistories::from_events(
                journal,
                &dunning_events(journal, ledger.as_of),
            ),
            rules: LadderRules::new(journal, ledger),
            blocker_facts: BlockerFacts::new(journal, ledger, today),
        }
    }

    /// The day of the ledger.
    pub const fn as_of(&self) -> NaiveDate {
        self.ledger.as_of
    }

    /// Where an item stands.
    pub fn ladder_position_of(&self, item: ItemIx) -> LadderPosition<'j> {
        let invoice = self.journal.items[item].invoice;
        let all = self
            .histories
            .of_customer(self.journal.invoices[invoice].customer);
        let own = self.histories.of_invoice(invoice);
        self.rules.position_of(item, own, all, self.ledger.as_of)
    }

    /// The open items of the customers that are wanted, in the order in which their invoices were first named.
    pub fn open_positions(
        &self,
        wanted: impl Fn(Option<CustomerIx>) -> bool,
    ) -> Vec<ItemPosition<'j>> {
        let mut found = Vec::new();
        // The items of an invoice stand together: what is open of it is added up once.
        let mut last = None;
        for (item, state) in self.ledger.items.iter() {
            let invoice = self.journal.items[item].invoice;
            if state.open.is_positive() && wanted(self.journal.invoices[invoice].customer) {
                let known = last.filter(|(known, _)| *known == invoice);
                let (_, open) =
                    known.unwrap_or_else(|| (invoice, self.rules.open_principal(invoice)));
                last = Some((invoice, open));
                found.push(self.build_position(item, open));
            }
        }
        self.block_below_minimum(&mut found);
        found
    }

    /// Where one item stands. [`Blocker::BelowMinimum`] is not asked: it depends on all items of a letter.
    pub fn position_of(&self, item: ItemIx) -> ItemPosition<'j> {
        self.build_position(
            item,
            self.rules.open_principal(self.journal.items[item].invoice),
        )
    }

    /// Where one item stands, of an invoice of which this much is open.
    fn build_position(&self, item: ItemIx, open: Minor) -> ItemPosition<'j> {
        let invoice = self.journal.items[item].invoice;
        let record = &self.journal.invoices[invoice];
        let standing = self.ladder_position_of(item);
        let gates = if self.ledger.items[item].open.is_positive() && standing.next_step.is_some() {
            self.blocker_facts.blockers_of(invoice, open, &standing)
        } else {
            Vec::new()
        };
        ItemPosition {
            customer: record.customer,
            invoice,
            item,
            instalment_index: self.journal.place_in_invoice(item),
            ladder_position: standing,
            blockers: gates,
        }
    }

    /// A letter about less than the least its policy wants is not sent: all its items together.
    fn block_below_minimum(&self, positions: &mut [ItemPosition<'j>]) {
        if self
            .journal
            .policies
            .iter()
            .all(|(_, policy)| policy.minimum.is_none())
        {
            return;
        }
        let mut letters: BTreeMap<(Option<CustomerIx>, Currency), Minor> = BTreeMap::new();
        let on = self.ledger.as_of;
        let mut counted = None;
        for position in positions
            .iter()
            .filter(|position| position.asks_for_letter(on))
        {
            let sum = letters.entry(self.letter_key(position)).or_default();
            *sum += self.ledger.items[position.item].open.into();
            if counted.replace(position.invoice) != Some(position.invoice) {
                *sum += self.charges_on(position.invoice);
            }
        }
        for position in positions {
            let least = position.ladder_position.policy.minimum;
            let letter = self.letter_key(position);
            if let (Some(least), Some(sum)) = (least, letters.get(&letter))
                && position.asks_for_letter(on)
                && least.currency == letter.1
                && *sum < least.minor
            {
                position.blockers.push(Blocker::BelowMinimum);
            }
        }
    }

    /// What a letter is about: one customer, one currency.
    pub fn letter_key(&self, position: &ItemPosition<'_>) -> (Option<CustomerIx>, Currency) {
        (
            position.customer,
            self.journal.invoices[position.invoice].currency,
        )
    }

    /// What is claimed on an invoice beside its principal.
    pub fn charges_on(&self, invoice: InvoiceIx) -> Minor {
        self.ledger.charges_on(invoice)
    }
}

impl ItemPosition<'_> {
    /// Whether its next step can be taken on a day.
    pub fn is_possible(&self, on: NaiveDate) -> bool {
        let from = self
            .ladder_position
            .next_step
            .as_ref()
            .and_then(super::ladder_position::NextStep::possible_from);
        self.blockers.is_empty() && from.is_some_and(|from| from <= on)
    }

    /// Whether its next step can be taken on a day and is a letter.
    pub fn asks_for_letter(&self, on: NaiveDate) -> bool {
        let stage = self.ladder_position.next_stage();
        self.is_possible(on) && stage.is_some_and(|stage| *stage.name != *HANDOVER_STAGE)
    }
}
