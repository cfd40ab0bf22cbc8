//! A letter to be sent: what it says, or why it is not written, and what is recorded once it went out.

use super::automatic::invoices_replacing_step_letter;
use super::contact_record::ContactRecord;
use super::schedule::{PlannedLetter, plan_due_letters, plan_requested_letters};
use super::sent_record::{SentRecord, build_sent_records};
use crate::claim::claim_index::ClaimIndex;
use crate::document::letter::Letter;
use crate::dunning::blocker::Blocker;
use crate::dunning::dunning_state::{DunningState, ItemPosition};
use crate::journal::model::{CustomerIx, InvoiceIx, Journal};
use crate::journal::source_lookup::SourceLookup;
use crate::language;
use crate::language::phrases::Language;
use crate::ledger::unallocated::{UnallocatedReason, unallocated_money};
use crate::letter::facts::contact_history::ContactHistory;
use crate::letter::facts::enclosures::EnclosureFinder;
use crate::letter::facts::invoice_lines::{
    LetterLine, LetterTotals, build_lines, distinct_numbers,
};
use crate::letter::facts::letter_kind::LetterKind;
use crate::letter::facts::refusal::LetterRefusal;
use crate::letter::facts::sender_and_recipient::{customer_field, find_missing_fields};
use crate::letter::kinds::step::cost_announcement::{announce_costs, find_charges_not_owed};
use crate::letter::kinds::step::step_letter::{StepLetter, compose_step_letter};
use crate::letter::library::template_set::TemplateSet;
use crate::value::channel::Channel;
use crate::value::currency::Currency;
use crate::value::key_name::KeyName;
use crate::value::money::{Minor, Money};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

pub use super::schedule::StepNotNext;

/// A letter to be sent.
#[derive(Clone, Debug)]
pub struct LetterDraft {
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
    pub days_late: i64,
    /// The last day to pay that it names.
    pub deadline: Option<NaiveDate>,
    /// The tag of its language.
    pub language: Option<&'static str>,
    /// What it says, or why it is not written.
    pub letter: Result<Letter, Vec<LetterRefusal>>,
    /// What is written in the journal once it went out, of a letter of a step.
    pub sent_records: Vec<SentRecord>,
    /// The same of a letter beside the steps.
    pub contact_record: Option<ContactRecord>,
}

/// What is decided for all letters of a morning.
#[derive(Clone, Copy, Debug, Default)]
pub struct LetterOptions {
    /// The language to write in where neither the customer nor the business has one.
    pub language: Option<&'static Language>,
    /// Write also on stale bank data, and while money waits that nobody placed; the letter says so.
    pub override_blockers: bool,
    /// Name no enclosures.
    pub without_enclosures: bool,
}

/// Writes drafts on the day of its ledger.
pub struct Drafter<'a, 'j> {
    /// Stages, holds and gates.
    pub dunning: &'a DunningState<'j>,
    /// Where entries are looked up.
    pub source_lookup: &'a dyn SourceLookup,
    /// Their wording.
    pub templates: &'a TemplateSet,
    /// What went before.
    pub contact_history: ContactHistory<'j>,
    /// Money that nobody placed.
    pub unallocated: BTreeMap<(CustomerIx, Currency), Minor>,
    /// What is decided for all letters of a morning.
    pub options: LetterOptions,
}

impl<'a, 'j> Drafter<'a, 'j> {
    /// Gathers what all letters need.
    pub fn new(
        dunning: &'a DunningState<'j>,
        archive: &'a dyn SourceLookup,
        shelf: &'a TemplateSet,
        wishes: LetterOptions,
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
            source_lookup: archive,
            templates: shelf,
            contact_history: ContactHistory::up_to(dunning.journal, dunning.as_of()),
            unallocated: unplaced,
            options: wishes,
        }
    }

    /// Every letter that is due, of the customers that are wanted.
    pub fn draft_due_letters(&self, wanted: impl Fn(CustomerIx) -> bool) -> Vec<LetterDraft> {
        let positions = self
            .dunning
            .open_positions(|customer| customer.is_some_and(&wanted));
        let asking = self.find_letter_triggers(&wanted);
        let replaced = invoices_replacing_step_letter(&asking);
        let (missed, steps): (Vec<ItemPosition<'j>>, Vec<ItemPosition<'j>>) = positions
            .into_iter()
            .partition(|position| replaced.contains(&position.invoice));
        let mut drafts = self.draft_planned_letters(&plan_due_letters(self.dunning, &steps));
        let held: Vec<ItemPosition<'j>> = missed.into_iter().chain(steps).collect();
        drafts.extend(self.draft_triggered_letters(&asking, &held, &drafts));
        let id = |draft: &LetterDraft| self.dunning.journal.customer_id(draft.customer);
        drafts.sort_by(|a, b| id(a).cmp(id(b)));
        drafts
    }

    /// The letters of one step to one customer, also where they were sent before.
    ///
    /// # Errors
    /// Another step is next, or none.
    pub fn draft_step_letters(
        &self,
        customer: CustomerIx,
        stage: &str,
    ) -> Result<Vec<LetterDraft>, StepNotNext<'j>> {
        let positions: Vec<ItemPosition<'j>> =
            self.dunning.open_positions(|other| other == Some(customer));
        let letters = plan_requested_letters(self.dunning, &positions, customer, stage)?;
        Ok(self.draft_planned_letters(&letters))
    }

    /// What may be claimed is gathered once for all of them.
    fn draft_planned_letters(&self, letters: &[PlannedLetter<'_, 'j>]) -> Vec<LetterDraft> {
        let customers: BTreeSet<CustomerIx> =
            letters.iter().map(|letter| letter.customer).collect();
        let (journal, ledger) = (self.dunning.journal, self.dunning.ledger);
        let docket = ClaimIndex::for_customers(journal, ledger, |it| customers.contains(&it));
        letters
            .iter()
            .map(|letter| self.draft_letter(letter, &docket))
            .collect()
    }

    fn draft_letter(&self, due: &PlannedLetter<'_, 'j>, docket: &ClaimIndex<'_>) -> LetterDraft {
        let channels = self.usable_channels(due);
        let lines = build_lines(self.dunning, self.source_lookup, due);
        let sums = LetterTotals::for_letter(self.dunning, due, &lines);
        let deadline = self.payment_deadline(due, &lines);
        let refusals = self.find_refusals(due, docket, (&channels, &sums));
        let announced = announce_costs(self.dunning, docket, due, (&lines, &sums));
        let language = self.letter_language(due.customer);
        let mut invoices: Vec<InvoiceIx> = lines.iter().map(|line| line.invoice).collect();
        invoices.dedup();
        let (letter, records) = match (announced, language) {
            (Ok(announced), Some(language)) if refusals.is_empty() => {
                let says = StepLetter {
                    dunning: self.dunning,
                    contact_history: &self.contact_history,
                    planned: due,
                    lines: &lines,
                    invoice_numbers: distinct_numbers(&lines),
                    totals: &sums,
                    announcement: &announced,
                    deadline,
                    channels: &channels,
                    language,
                    unallocated: self.unallocated_money(due),
                };
                let about = (deadline, &announced, &sums);
                let records = build_sent_records(due, self.dunning.as_of(), &channels, about);
                (self.compose_letter(&says), records)
            }
            (announced, _) => {
                let more = announced.err().into_iter();
                (Err(refusals.into_iter().chain(more).collect()), Vec::new())
            }
        };
        LetterDraft {
            customer: due.customer,
            stage: due
                .stage()
                .map_or_else(String::new, |stage| stage.name.to_string()),
            channels,
            invoices,
            total: sums.to_money(sums.total()),
            days_late: lines
                .iter()
                .map(|line| line.days_late)
                .max()
                .unwrap_or_default(),
            deadline,
            language: language.map(|language| language.tag),
            letter,
            sent_records: records,
            contact_record: None,
        }
    }

    /// The letter as its template has it, with what goes with it.
    fn compose_letter(&self, says: &StepLetter<'_, 'j>) -> Result<Letter, Vec<LetterRefusal>> {
        let name = says.planned.template_name();
        let template = self.templates.find_template(says.language.tag, name);
        let template = template.ok_or_else(|| vec![LetterRefusal::NoLetter(name.to_owned())])?;
        let enclosures = if self.options.without_enclosures {
            Vec::new()
        } else {
            let cabinet = EnclosureFinder::new(
                self.dunning.journal,
                self.source_lookup,
                &self.contact_history,
            );
            cabinet.find_enclosures(says.planned, says.lines, says.language)
        };
        compose_step_letter(says, template, enclosures).map_err(|refusal| vec![refusal])
    }

    fn usable_channels(&self, due: &PlannedLetter<'_, 'j>) -> Vec<Channel> {
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
    fn payment_deadline(
        &self,
        due: &PlannedLetter<'_, 'j>,
        lines: &[LetterLine<'_>],
    ) -> Option<NaiveDate> {
        match due.kind {
            LetterKind::FourteenDays => None,
            LetterKind::Courtesy => {
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
    pub fn letter_language(&self, customer: CustomerIx) -> Option<&'static Language> {
        let journal: &Journal = self.dunning.journal;
        let own = customer_field(&journal.customers[customer], KeyName::Language);
        let business = || {
            crate::letter::facts::sender_and_recipient::business_field(journal, KeyName::Language)
        };
        own.or_else(business)
            .and_then(language::find_language)
            .or(self.options.language)
    }

    fn unallocated_money(&self, due: &PlannedLetter<'_, 'j>) -> Option<Money> {
        let sum = self.unallocated.get(&(due.customer, due.currency)).copied();
        let sum = sum.filter(|sum| sum.is_positive())?;
        Some(Money::new(sum, due.currency))
    }

    fn find_refusals(
        &self,
        due: &PlannedLetter<'_, 'j>,
        docket: &ClaimIndex<'_>,
        (channels, sums): (&[Channel], &LetterTotals),
    ) -> Vec<LetterRefusal> {
        let journal = self.dunning.journal;
        let mut all = find_missing_fields(journal, &journal.customers[due.customer], channels);
        if self.letter_language(due.customer).is_none() {
            all.push(LetterRefusal::NoLanguage);
        }
        let stage = due.stage();
        if due.is_blocked_by(Blocker::BankStale) {
            all.push(LetterRefusal::BankStale(
                self.dunning.blocker_facts.bank_through,
            ));
        }
        if let Some(money) = self.unallocated_money(due) {
            all.push(LetterRefusal::Unallocated(journal.format_money(money)));
        }
        let party = crate::claim::parties::ClaimParties::for_customer(journal, due.customer);
        if let (true, Some(stage)) = (sums.fee.is_positive() && party.is_consumer(), stage) {
            let fee = journal.format_money(sums.to_money(sums.fee));
            all.push(LetterRefusal::FeeNotAllowed(stage.name.to_string(), fee));
        }
        all.extend(find_charges_not_owed(
            self.dunning,
            docket,
            due.customer,
            &due.invoices(),
        ));
        if !sums.total().is_positive() {
            all.push(LetterRefusal::NothingToPay);
        }
        all.retain(|refusal| !(self.options.override_blockers && refusal.can_be_overridden()));
        all
    }
}
