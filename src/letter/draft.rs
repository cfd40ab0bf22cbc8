//! A letter to be sent: what it says, or why it is not written, and what is recorded once it went out.

use super::announced::{announced, not_owed};
use super::due::{Due, asked, due};
use super::enclosed::Cabinet;
use super::form::Form;
use super::lines::{Line, Sums, lines, numbers};
use super::occasion::listed::replaced;
use super::occasion::talk::Talk;
use super::past::Past;
use super::people::{missing, theirs};
use super::record::{Record, records};
use super::refusal::Refusal;
use super::says::{Says, letter};
use super::templates::shelf::Shelf;
use crate::claim::claim_index::ClaimIndex;
use crate::document::letter::Letter;
use crate::dunning::blocker::Blocker;
use crate::dunning::dunning_state::{DunningState, ItemPosition};
use crate::journal::model::{CustomerIx, InvoiceIx, Journal};
use crate::journal::source_lookup::SourceLookup;
use crate::language;
use crate::language::phrases::Language;
use crate::ledger::unallocated::{UnallocatedReason, unallocated_money};
use crate::value::channel::Channel;
use crate::value::currency::Currency;
use crate::value::key_name::KeyName;
use crate::value::money::{Minor, Money};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

pub use super::due::NotNext;

/// A letter to be sent.
#[derive(Clone, Debug)]
pub struct Draft {
    /// To whom.
    pub customer: CustomerIx,
    /// The step whose letter it is.
    pub stage: String,
    /// How it goes out.
    pub channels: Vec<Channel>,
    /// Its invoices, in its order.
    pub invoices: Vec<InvoiceIx>,
    /// What it asks.
    pub total: Money,
    /// How late the oldest of it is, in days.
    pub days: i64,
    /// The last day to pay that it names.
    pub deadline: Option<NaiveDate>,
    /// The tag of its language.
    pub language: Option<&'static str>,
    /// What it says, or why it is not written.
    pub letter: Result<Letter, Vec<Refusal>>,
    /// What is written in the journal once it went out, of a letter of a step.
    pub records: Vec<Record>,
    /// The same of a letter beside the steps.
    pub talk: Option<Talk>,
}

/// What is decided for all letters of a morning.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wishes {
    /// The language to write in where neither the customer nor the business has one.
    pub language: Option<&'static Language>,
    /// Write also on stale bank data, and while money waits that nobody placed; the letter says so.
    pub even_so: bool,
    /// Name no enclosures.
    pub bare: bool,
}

/// Writes drafts on the day of its ledger.
pub struct Drafter<'a, 'j> {
    /// Stages, holds and gates.
    pub dunning: &'a DunningState<'j>,
    /// Where entries are looked up.
    pub archive: &'a dyn SourceLookup,
    /// Their wording.
    pub shelf: &'a Shelf,
    /// What went before.
    pub past: Past<'j>,
    /// Money that nobody placed.
    pub unplaced: BTreeMap<(CustomerIx, Currency), Minor>,
    /// What is decided for all letters of a morning.
    pub wishes: Wishes,
}

impl<'a, 'j> Drafter<'a, 'j> {
    /// Gathers what all letters need.
    pub fn new(
        dunning: &'a DunningState<'j>,
        archive: &'a dyn SourceLookup,
        shelf: &'a Shelf,
        wishes: Wishes,
    ) -> Self {
        let mut unplaced = BTreeMap::new();
        for money in unallocated_money(dunning.journal, dunning.ledger) {
            if money.reason == UnallocatedReason::Unspecified {
                *unplaced
                    .entry((money.customer, money.currency))
                    .or_default() += money.remaining;
            }
        }
        Self {
            dunning,
            archive,
            shelf,
            past: Past::of(dunning.journal, dunning.as_of()),
            unplaced,
            wishes,
        }
    }

    /// Every letter that is due, of the customers that are wanted.
    pub fn due(&self, wanted: impl Fn(CustomerIx) -> bool) -> Vec<Draft> {
        let positions = self
            .dunning
            .open_positions(|customer| customer.is_some_and(&wanted));
        let asking = self.asking(&wanted);
        let replaced = replaced(&asking);
        let (missed, steps): (Vec<ItemPosition<'j>>, Vec<ItemPosition<'j>>) = positions
            .into_iter()
            .partition(|position| replaced.contains(&position.invoice));
        let mut drafts = self.drafts(&due(self.dunning, &steps));
        let held: Vec<ItemPosition<'j>> = missed.into_iter().chain(steps).collect();
        drafts.extend(self.beside_steps(&asking, &held, &drafts));
        let id = |draft: &Draft| self.dunning.journal.customer_id(draft.customer);
        drafts.sort_by(|a, b| id(a).cmp(id(b)));
        drafts
    }

    /// The letters of one step to one customer, also where they were sent before.
    ///
    /// # Errors
    /// Another step is next, or none.
    pub fn asked(&self, customer: CustomerIx, stage: &str) -> Result<Vec<Draft>, NotNext<'j>> {
        let positions: Vec<ItemPosition<'j>> =
            self.dunning.open_positions(|other| other == Some(customer));
        let letters = asked(self.dunning, &positions, customer, stage)?;
        Ok(self.drafts(&letters))
    }

    /// What may be claimed is gathered once for all of them.
    fn drafts(&self, letters: &[Due<'_, 'j>]) -> Vec<Draft> {
        let customers: BTreeSet<CustomerIx> =
            letters.iter().map(|letter| letter.customer).collect();
        let (journal, ledger) = (self.dunning.journal, self.dunning.ledger);
        let docket = ClaimIndex::for_customers(journal, ledger, |it| customers.contains(&it));
        letters
            .iter()
            .map(|letter| self.draft(letter, &docket))
            .collect()
    }

    fn draft(&self, due: &Due<'_, 'j>, docket: &ClaimIndex<'_>) -> Draft {
        let channels = self.channels(due);
        let lines = lines(self.dunning, self.archive, due);
        let sums = Sums::of(self.dunning, due, &lines);
        let deadline = self.deadline(due, &lines);
        let refusals = self.refusals(due, docket, (&channels, &sums));
        let announced = announced(self.dunning, docket, due, (&lines, &sums));
        let language = self.language(due.customer);
        let mut invoices: Vec<InvoiceIx> = lines.iter().map(|line| line.invoice).collect();
        invoices.dedup();
        let (letter, records) = match (announced, language) {
            (Ok(announced), Some(language)) if refusals.is_empty() => {
                let says = Says {
                    dunning: self.dunning,
                    past: &self.past,
                    due,
                    lines: &lines,
                    numbers: numbers(&lines),
                    sums: &sums,
                    announced: &announced,
                    deadline,
                    channels: &channels,
                    language,
                    unplaced: self.unplaced(due),
                };
                let about = (deadline, &announced, &sums);
                let records = records(due, self.dunning.as_of(), &channels, about);
                (self.written(&says), records)
            }
            (announced, _) => {
                let more = announced.err().into_iter();
                (Err(refusals.into_iter().chain(more).collect()), Vec::new())
            }
        };
        Draft {
            customer: due.customer,
            stage: due
                .stage()
                .map_or_else(String::new, |stage| stage.name.to_string()),
            channels,
            invoices,
            total: sums.money(sums.total()),
            days: lines.iter().map(|line| line.days).max().unwrap_or_default(),
            deadline,
            language: language.map(|language| language.tag),
            letter,
            records,
            talk: None,
        }
    }

    /// The letter as its template has it, with what goes with it.
    fn written(&self, says: &Says<'_, 'j>) -> Result<Letter, Vec<Refusal>> {
        let name = says.due.template();
        let template = self.shelf.find(says.language.tag, name);
        let template = template.ok_or_else(|| vec![Refusal::NoLetter(name.to_owned())])?;
        let enclosures = if self.wishes.bare {
            Vec::new()
        } else {
            let cabinet = Cabinet::of(self.dunning.journal, self.archive, &self.past);
            cabinet.enclosures(says.due, says.lines, says.language)
        };
        letter(says, template, enclosures).map_err(|refusal| vec![refusal])
    }

    fn channels(&self, due: &Due<'_, 'j>) -> Vec<Channel> {
        let Some(stage) = due.stage() else {
            return Vec::new();
        };
        let usable = self
            .dunning
            .blocker_facts
            .usable_channels(due.customer, stage);
        usable
            .into_iter()
            .filter(|channel| *channel != Channel::Phone)
            .collect()
    }

    /// The last day to pay that the letter names: the due date before it has passed; else as long as the step gives,
    /// rolled to a working day where the policy says so. The fourteen-day letter names none: when it comes is not
    /// known, and too early a day costs the claim (NL: HR 25-11-2016, ECLI:NL:HR:2016:2704).
    fn deadline(&self, due: &Due<'_, 'j>, lines: &[Line<'_>]) -> Option<NaiveDate> {
        match due.form {
            Form::FourteenDays => None,
            Form::Courtesy => {
                let first = lines.first()?.due;
                lines
                    .iter()
                    .all(|line| line.due == first)
                    .then_some(first)?
            }
            _ => {
                let item = due.items.first()?;
                let last = item.stage.deadline?.date_after(self.dunning.as_of())?;
                let law = self
                    .dunning
                    .rules
                    .policies
                    .law_of_customer(Some(due.customer));
                law.filter(|_| item.position.ladder_position.policy.workdays)
                    .and_then(|law| law.calendar.roll_to_working_day(last))
                    .or(Some(last))
            }
        }
    }

    /// The language of a customer: his own, else that of the business, else the one that is wished for.
    pub fn language(&self, customer: CustomerIx) -> Option<&'static Language> {
        let journal: &Journal = self.dunning.journal;
        let own = theirs(&journal.customers[customer], KeyName::Language);
        let business = || super::people::own(journal, KeyName::Language);
        own.or_else(business)
            .and_then(language::find)
            .or(self.wishes.language)
    }

    fn unplaced(&self, due: &Due<'_, 'j>) -> Option<Money> {
        let sum = self.unplaced.get(&(due.customer, due.currency)).copied();
        let sum = sum.filter(|sum| sum.is_positive())?;
        Some(Money::new(sum, due.currency))
    }

    fn refusals(
        &self,
        due: &Due<'_, 'j>,
        docket: &ClaimIndex<'_>,
        (channels, sums): (&[Channel], &Sums),
    ) -> Vec<Refusal> {
        let journal = self.dunning.journal;
        let mut all = missing(journal, &journal.customers[due.customer], channels);
        if self.language(due.customer).is_none() {
            all.push(Refusal::NoLanguage);
        }
        let stage = due.stage();
        if due.closed(Blocker::BankStale) {
            all.push(Refusal::BankStale(self.dunning.blocker_facts.bank_through));
        }
        if let Some(money) = self.unplaced(due) {
            all.push(Refusal::Unplaced(journal.format_money(money)));
        }
        let party = crate::claim::parties::ClaimParties::for_customer(journal, due.customer);
        if let (true, Some(stage)) = (sums.fee.is_positive() && party.is_consumer(), stage) {
            let fee = journal.format_money(sums.money(sums.fee));
            all.push(Refusal::FeeOfConsumer(stage.name.to_string(), fee));
        }
        all.extend(not_owed(
            self.dunning,
            docket,
            due.customer,
            &due.invoices(),
        ));
        if !sums.total().is_positive() {
            all.push(Refusal::NothingLeft);
        }
        all.retain(|refusal| !(self.wishes.even_so && refusal.may_pass()));
        all
    }
}
