//! A letter to be sent, of whatever kind: what it says, or why it is not written, and what is recorded once it went
//! out.

use super::automatic::{
    LetterTrigger, find_letter_triggers, invoices_replacing_step_letter, keep_unanswered,
};
use super::compose::LetterFrame;
use super::record::{ContactRecord, LetterRecords, SentRecord};
use super::schedule::{PlannedLetter, plan_due_letters, plan_requested_letters};
use crate::day::Day;
use crate::document::letter::Letter;
use crate::dunning::dunning_state::{DunningState, ItemPosition};
use crate::journal::ladder::HANDOVER_STAGE;
use crate::journal::model::{CustomerIx, Event, InvoiceIx, Journal};
use crate::language::en::ENGLISH;
use crate::language::find_language;
use crate::language::phrases::Language;
use crate::ledger::unallocated::{UnallocatedReason, unallocated_money};
use crate::letter::facts::contact_history::ContactHistory;
use crate::letter::facts::enclosures::collect_enclosures;
use crate::letter::facts::extra_letter::ExtraLetter;
use crate::letter::facts::letter_content::{LetterContent, NotAvailable};
use crate::letter::facts::letter_input::LetterInput;
use crate::letter::facts::refusal::{LetterRefusal, find_charges_not_owed, find_missing_fields};
use crate::letter::facts::sender_and_recipient::{business_field, customer_field};
use crate::letter::kinds::step::step_letter::build_step_letter;
use crate::letter::library::template_set::TemplateSet;
use crate::value::channel::{Channel, Exclusion};
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
    /// The channels by which it goes out; may be empty.
    pub channels: Vec<Channel>,
    /// Its invoices, in its order, each once.
    pub invoices: Vec<InvoiceIx>,
    /// What it asks.
    pub total: Money,
    /// How late the oldest of it is, in days.
    pub days_late: i64,
    /// The last day to pay that the letter names.
    pub deadline: Option<NaiveDate>,
    /// The tag of its language.
    pub language: Option<&'static str>,
    /// What it says, or why it is not written.
    pub letter: Result<Letter, Vec<LetterRefusal>>,
    /// What is written in the journal once it went out.
    pub records: LetterRecords,
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
    /// What is known of the journal on the day.
    pub day: &'a Day<'j>,
    /// Stages, holds and blockers of every open item.
    pub dunning: &'a DunningState<'j>,
    /// Their wording.
    pub templates: &'a TemplateSet,
    /// What went before.
    pub contact_history: ContactHistory<'j>,
    /// Money that nobody placed.
    pub unallocated: BTreeMap<(CustomerIx, Currency), Minor>,
    /// What is decided for all letters of a morning.
    pub options: LetterOptions,
}

/// What is decided about a letter beside its content.
struct LetterPurpose<'p> {
    /// The step, or the name of the kind.
    name: &'p str,
    /// The name of its template.
    template_name: &'p str,
    channels: Vec<Channel>,
    /// What records the letter of a step.
    sent_records: Vec<SentRecord>,
    /// Whether the entry that records another letter names its invoices; `None`: of a step.
    names_invoices: Option<bool>,
}

impl<'a, 'j> Drafter<'a, 'j> {
    /// Gathers what all letters need.
    pub fn new(day: &'a Day<'j>, shelf: &'a TemplateSet, wishes: LetterOptions) -> Self {
        let mut unplaced = BTreeMap::new();
        for money in unallocated_money(day.journal, day.ledger) {
            if money.reason == UnallocatedReason::Unspecified {
                *unplaced
                    .entry((money.customer, money.currency))
                    .or_default() += money.remaining;
            }
        }
        Self {
            day,
            dunning: day.dunning(),
            templates: shelf,
            contact_history: ContactHistory::up_to(day.journal, day.as_of()),
            unallocated: unplaced,
            options: wishes,
        }
    }

    /// Every letter that is due, of the customers that are wanted.
    pub fn draft_due_letters(&self, wanted: impl Fn(CustomerIx) -> bool) -> Vec<LetterDraft> {
        let positions = self
            .dunning
            .open_positions(|customer| customer.is_some_and(&wanted));
        let triggers = find_letter_triggers(self.dunning, &self.contact_history, &wanted);
        let replaced = invoices_replacing_step_letter(&triggers);
        let (missed, steps): (Vec<ItemPosition<'j>>, Vec<ItemPosition<'j>>) = positions
            .into_iter()
            .partition(|position| replaced.contains(&position.invoice));
        let mut drafts = self.draft_planned_letters(&plan_due_letters(self.dunning, &steps));
        let held: Vec<ItemPosition<'j>> = missed.into_iter().chain(steps).collect();
        drafts.extend(self.draft_triggered_letters(&triggers, &held, &drafts));
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

    /// The letters of a kind beside the steps to a customer.
    ///
    /// # Errors
    /// Why there is none.
    pub fn draft_extra_letters(
        &self,
        kind: &'static ExtraLetter,
        customer: CustomerIx,
    ) -> Result<Vec<LetterDraft>, NotAvailable> {
        let positions = self.dunning.open_positions(|other| other == Some(customer));
        self.draft_extra_letters_about(kind, &self.input(customer, &positions, None))
    }

    /// Whether a step of the ladder of what is open has this name, and a letter. `handover` has none: its entry
    /// completes it.
    pub fn has_letter_step(&self, customer: CustomerIx, name: &str) -> bool {
        let positions = self.dunning.open_positions(|other| other == Some(customer));
        let mut stages = positions
            .iter()
            .flat_map(|position| position.ladder_position.policy.ladder());
        *name != *HANDOVER_STAGE && stages.any(|stage| *stage.name == *name)
    }

    fn draft_planned_letters(&self, letters: &[PlannedLetter<'_, 'j>]) -> Vec<LetterDraft> {
        let drafts = letters.iter().map(|planned| {
            let input = self.input(planned.customer, &[], None);
            let channels = self.step_channels(planned);
            let (content, sent_records) = build_step_letter(input, planned, &channels);
            let purpose = LetterPurpose {
                name: planned.stage().map_or("", |stage| &stage.name),
                template_name: planned.template_name(),
                channels,
                sent_records,
                names_invoices: None,
            };
            self.draft_letter(&input, purpose, content)
        });
        drafts.collect()
    }

    /// The letters that promises and plans ask for, beside those of the steps.
    fn draft_triggered_letters(
        &self,
        triggers: &[LetterTrigger<'j>],
        positions: &[ItemPosition<'j>],
        steps: &[LetterDraft],
    ) -> Vec<LetterDraft> {
        let written = steps.iter().flat_map(|draft| &draft.invoices);
        let written: BTreeSet<InvoiceIx> = written.copied().collect();
        let unsaid = keep_unanswered(self.dunning, triggers, positions, &written);
        let customers: BTreeSet<CustomerIx> = unsaid.iter().map(|it| it.customer).collect();
        let mut own: BTreeMap<CustomerIx, Vec<ItemPosition<'j>>> = BTreeMap::new();
        for position in positions {
            if let Some(customer) = position.customer.filter(|it| customers.contains(it)) {
                own.entry(customer).or_default().push(position.clone());
            }
        }
        let letters = unsaid.into_iter().filter_map(|trigger| {
            let own = own.get(&trigger.customer)?;
            let input = self.input(trigger.customer, own, Some(trigger.entry));
            self.draft_extra_letters_about(trigger.extra_letter, &input)
                .ok()
        });
        letters.flatten().collect()
    }

    fn draft_extra_letters_about(
        &self,
        kind: &'static ExtraLetter,
        input: &LetterInput<'_, 'j>,
    ) -> Result<Vec<LetterDraft>, NotAvailable> {
        let contents = (kind.build_letters)(input)?;
        let drafts = contents.into_iter().map(|content| {
            let purpose = LetterPurpose {
                name: kind.name,
                template_name: kind.name,
                channels: preferred_channel(input.journal(), input.customer),
                sent_records: Vec::new(),
                names_invoices: Some(kind.names_invoices),
            };
            self.draft_letter(input, purpose, content)
        });
        Ok(drafts.collect())
    }

    /// One letter, or why it is not written, and what records it.
    fn draft_letter(
        &self,
        input: &LetterInput<'_, 'j>,
        purpose: LetterPurpose<'_>,
        content: LetterContent<'_>,
    ) -> LetterDraft {
        let refusals = self.find_refusals(input, &purpose, &content);
        let letter = if refusals.is_empty() {
            self.compose_letter(input, &purpose, &content)
        } else {
            Err(refusals)
        };
        let records = letter.as_ref().map(|letter| LetterRecords {
            contact: purpose.names_invoices.map(|names_invoices| ContactRecord {
                date: input.as_of(),
                customer: input.customer,
                invoices: if names_invoices {
                    content.invoices.clone()
                } else {
                    Vec::new()
                },
                by_mail: purpose.channels.contains(&Channel::Email),
                subject: letter.subject.clone(),
                steps_paused_until: content.steps_paused_until,
            }),
            sent: purpose.sent_records,
        });
        LetterDraft {
            customer: input.customer,
            stage: purpose.name.to_owned(),
            channels: purpose.channels,
            total: Money::new(content.amount, content.currency),
            days_late: content.days_late,
            deadline: content.request.and_then(|request| request.by),
            language: self
                .letter_language(input.customer)
                .map(|language| language.tag),
            invoices: content.invoices,
            records: records.unwrap_or_default(),
            letter,
        }
    }

    /// The letter as its template has it, with what goes with it.
    fn compose_letter(
        &self,
        input: &LetterInput<'_, 'j>,
        purpose: &LetterPurpose<'_>,
        content: &LetterContent<'_>,
    ) -> Result<Letter, Vec<LetterRefusal>> {
        let name = purpose.template_name;
        let template = self.templates.find_template(input.language, name);
        let template = template.ok_or_else(|| vec![LetterRefusal::NoLetter(name.to_owned())])?;
        let enclosures = if self.options.without_enclosures {
            Vec::new()
        } else {
            collect_enclosures(self.day.source_lookup, &content.enclosed_documents)
        };
        let frame = LetterFrame {
            journal: input.journal(),
            customer: input.customer,
            language: input.language,
            date: input.as_of(),
            channels: &purpose.channels,
            bank_through: self.dunning.blocker_facts.bank_through,
        };
        let letter = frame.compose(template, content, enclosures);
        let letter = letter.map_err(|fault| {
            let (file, line) = (template.file_name(), fault.line_number(template.text()));
            vec![LetterRefusal::InvalidTemplate(file, line, fault.message)]
        })?;
        Ok(Letter {
            footer: self.footer_lines(input, content),
            ..letter
        })
    }

    /// Why it is not written.
    fn find_refusals(
        &self,
        input: &LetterInput<'_, 'j>,
        purpose: &LetterPurpose<'_>,
        content: &LetterContent<'_>,
    ) -> Vec<LetterRefusal> {
        let (journal, customer) = (input.journal(), input.customer);
        let recipient = &journal.customers[customer];
        let mut all = find_missing_fields(journal, recipient, &purpose.channels);
        if content.request.is_none() {
            all.retain(|refusal| *refusal != LetterRefusal::NoIban);
        }
        if purpose.names_invoices.is_some() && purpose.channels.is_empty() {
            all.push(LetterRefusal::NoChannel);
        }
        if self.letter_language(customer).is_none() {
            all.push(LetterRefusal::NoLanguage);
        }
        if content.reports_missing_payment && content.has_stale_bank_data {
            let through = self.dunning.blocker_facts.bank_through;
            all.push(LetterRefusal::BankStale(through));
        }
        if let Some(money) = self.unallocated_beside(customer, content) {
            all.push(LetterRefusal::Unallocated(journal.format_money(money)));
        }
        all.extend_from_slice(&content.refusals);
        if content.request.is_some() || content.names_charges {
            let (dunning, claims) = (self.dunning, input.claims);
            let charges = find_charges_not_owed(dunning, claims, customer, &content.invoices);
            all.extend(charges);
        }
        all.retain(|refusal| !(self.options.override_blockers && refusal.can_be_overridden()));
        all
    }

    /// Money of the customer that nobody placed, beside a letter that says that money did not come.
    fn unallocated_beside(
        &self,
        customer: CustomerIx,
        content: &LetterContent<'_>,
    ) -> Option<Money> {
        let sum = self.unallocated.get(&(customer, content.currency)).copied();
        let sum = sum.filter(|sum| content.reports_missing_payment && sum.is_positive())?;
        Some(Money::new(sum, content.currency))
    }

    /// What the letter does not know, where somebody wanted it all the same.
    fn footer_lines(
        &self,
        input: &LetterInput<'_, '_>,
        content: &LetterContent<'_>,
    ) -> Vec<String> {
        let say = &input.letter_words().sentence;
        let stale = content.reports_missing_payment && content.has_stale_bank_data;
        let through = self.dunning.blocker_facts.bank_through;
        let stale = through.filter(|_| stale).map(say.bank_stale);
        let waits = self.unallocated_beside(input.customer, content);
        let waits = waits.map(|money| (say.unallocated)(&input.language.format_amount(money)));
        stale.into_iter().chain(waits).collect()
    }

    /// What letters to a customer look at; where nobody knows the language, English stands in until it is refused.
    fn input<'i>(
        &'i self,
        customer: CustomerIx,
        positions: &'i [ItemPosition<'j>],
        only_entry: Option<&'j Event>,
    ) -> LetterInput<'i, 'j> {
        LetterInput {
            dunning: self.dunning,
            source_lookup: self.day.source_lookup,
            contact_history: &self.contact_history,
            claims: self.day.claims(),
            customer,
            positions,
            language: self.letter_language(customer).unwrap_or(&ENGLISH),
            only_entry,
        }
    }

    /// How the letter of a step goes out.
    fn step_channels(&self, planned: &PlannedLetter<'_, 'j>) -> Vec<Channel> {
        let facts = &self.dunning.blocker_facts;
        let usable = planned.stage();
        let usable = usable.map(|stage| facts.usable_channels(planned.customer, stage));
        let mut usable = usable.unwrap_or_default();
        usable.retain(|channel| *channel != Channel::Phone);
        usable
    }

    /// The language of a customer: its own, else that of the business, else the one that is wished for.
    fn letter_language(&self, customer: CustomerIx) -> Option<&'static Language> {
        let journal: &Journal = self.dunning.journal;
        let own = customer_field(&journal.customers[customer], KeyName::Language);
        own.or_else(|| business_field(journal, KeyName::Language))
            .and_then(|tag| find_language(self.templates.languages, tag))
            .or(self.options.language)
    }
}

/// By mail where the customer has an address for that, else by post; never by a way that is refused. Where there is
/// neither address, the way that is open.
fn preferred_channel(journal: &Journal, customer: CustomerIx) -> Vec<Channel> {
    let customer = &journal.customers[customer];
    let open = |way: &Channel| !customer.has_exclusion(Exclusion::Channel(*way));
    let ways = [Channel::Email, Channel::Post].into_iter().filter(open);
    let ways: Vec<Channel> = ways.collect();
    let known = |way: &&Channel| {
        let key = way.address_key();
        key.is_some_and(|key| customer_field(customer, key).is_some())
    };
    let best = ways.iter().find(known).or_else(|| ways.first());
    best.copied().into_iter().collect()
}
