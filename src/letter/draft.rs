//! The letters to be sent: which there are, of whatever kind, and why one is not written.

use super::automatic::{LetterTrigger, find_letter_triggers, keep_unanswered};
use super::compose::{LetterBuilder, LetterDraft, LetterSummary, draft_letter, summarize_letter};
use crate::day::Day;
use crate::dunning::dunning_state::ItemPosition;
use crate::journal::ladder::HANDOVER_STAGE;
use crate::journal::model::{CustomerIx, InvoiceIx, Journal};
use crate::language::en::ENGLISH;
use crate::language::find_language;
use crate::language::phrases::Language;
use crate::ledger::unallocated::{UnallocatedReason, unallocated_money};
use crate::letter::facts::letter_content::{LetterContent, NotAvailable};
use crate::letter::facts::letter_input::{LetterBasis, LetterInput};
use crate::letter::facts::letter_kind::LetterKind;
use crate::letter::facts::refusal::{LetterRefusal, find_charges_not_owed, find_missing_fields};
use crate::letter::library::built_in::kind_of_template;
use crate::letter::library::template_set::TemplateSet;
use crate::value::currency::Currency;
use crate::value::key_name::KeyName;
use crate::value::money::{Minor, Money};
use crate::worklist::broken_arrangements::invoices_of_missed_parts;
use crate::worklist::letter_schedule::{StepNotNext, letters_of_steps, plan_requested_letters};
use crate::worklist::planned_letter::PlannedLetter;
use std::collections::{BTreeMap, BTreeSet};

/// What is decided for all letters of a run.
#[derive(Clone, Copy, Debug, Default)]
pub struct LetterOptions {
    /// The language to write in where neither the customer nor the business has one.
    pub language: Option<&'static Language>,
    /// Write also on stale bank data, and while money waits that nobody placed; the letter says so.
    pub override_blockers: bool,
    /// Name no enclosures.
    pub without_enclosures: bool,
}

/// Lists and writes letters on the day of its ledger.
pub struct Drafter<'a, 'j> {
    day: &'a Day<'j>,
    templates: &'a TemplateSet,
    /// Money that nobody placed.
    unallocated: BTreeMap<(CustomerIx, Currency), Minor>,
    options: LetterOptions,
}

/// A letter that is asked for: its kind, and what it is to look at.
type RequestedLetter<'a, 'j> = (&'static LetterKind, LetterInput<'a, 'j>);

impl<'a, 'j> Drafter<'a, 'j> {
    /// Gathers what all letters need.
    pub fn new(day: &'a Day<'j>, templates: &'a TemplateSet, options: LetterOptions) -> Self {
        let mut unallocated = BTreeMap::new();
        for money in unallocated_money(day.journal, day.ledger) {
            if money.reason == UnallocatedReason::Unspecified {
                *unallocated
                    .entry((money.customer, money.currency))
                    .or_default() += money.remaining;
            }
        }
        Self {
            day,
            templates,
            unallocated,
            options,
        }
    }

    /// Every letter that is due, of the customers that are wanted, as a list names it.
    pub fn list_due_letters(&self, wanted: impl Fn(CustomerIx) -> bool) -> Vec<LetterSummary> {
        self.prepare_due_letters(wanted, summarize_letter)
    }

    /// Every letter that is due, of the customers that are wanted.
    pub fn draft_due_letters(&self, wanted: impl Fn(CustomerIx) -> bool) -> Vec<LetterDraft> {
        self.prepare_due_letters(wanted, draft_letter)
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
        let positions = self.positions_of(customer);
        let positions: Vec<&ItemPosition<'j>> = positions.iter().collect();
        let planned = plan_requested_letters(self.day.dunning(), &positions, stage)?;
        let letters = planned.iter().map(|it| self.request_step(it));
        let drafts = letters.flat_map(|letter| {
            let drafts = self.prepare_letters(letter, draft_letter);
            drafts.unwrap_or_default()
        });
        Ok(drafts.collect())
    }

    /// The letters of a kind beside the steps to a customer.
    ///
    /// # Errors
    /// Why there is none.
    pub fn draft_letters_of_kind(
        &self,
        kind: &'static LetterKind,
        customer: CustomerIx,
    ) -> Result<Vec<LetterDraft>, NotAvailable> {
        let positions = self.positions_of(customer);
        let positions: Vec<&ItemPosition<'j>> = positions.iter().collect();
        let input = self.input(customer, &positions, LetterBasis::Customer);
        self.prepare_letters((kind, input), draft_letter)
    }

    /// Whether a step of the ladder of what is open has this name, and a letter. `handover` has none: its entry
    /// completes it.
    pub fn has_letter_step(&self, customer: CustomerIx, name: &str) -> bool {
        let positions = self.positions_of(customer);
        let mut stages = positions
            .iter()
            .flat_map(|position| position.ladder_position.policy.ladder());
        *name != *HANDOVER_STAGE && stages.any(|stage| *stage.name == *name)
    }

    fn positions_of(&self, customer: CustomerIx) -> Vec<ItemPosition<'j>> {
        self.day
            .dunning()
            .open_positions(|other| other == Some(customer))
    }

    /// The letters of the steps, and those that promises and plans ask for beside them, by customer.
    fn prepare_due_letters<T>(
        &self,
        wanted: impl Fn(CustomerIx) -> bool,
        finish: impl Fn(LetterBuilder<'_, 'j>) -> T,
    ) -> Vec<T> {
        let triggers = find_letter_triggers(self.day, &wanted);
        let missed = invoices_of_missed_parts(self.day);
        let planned = letters_of_steps(self.day, &missed, &wanted);
        let written = planned.iter().flat_map(|letter| &letter.items);
        let written: BTreeSet<InvoiceIx> = written.map(|item| item.position.invoice).collect();
        let positions = || {
            let all = self.day.positions().iter();
            all.filter(|position| position.customer.is_some_and(&wanted))
        };
        let unanswered = keep_unanswered(self.day.as_of(), &triggers, positions(), &written);
        let own = positions_by_customer(positions(), &unanswered);
        let steps = planned.iter().map(|it| self.request_step(it));
        let beside = unanswered.into_iter().filter_map(|trigger| {
            let own = own.get(&trigger.customer)?;
            let basis = LetterBasis::Entry(trigger.entry);
            let input = self.input(trigger.customer, own, basis);
            Some((trigger.kind, input))
        });
        let mut letters: Vec<RequestedLetter<'_, 'j>> = steps.chain(beside).collect();
        letters.sort_by_key(|(_, input)| input.customer_id());
        let prepared = letters
            .into_iter()
            .filter_map(|letter| self.prepare_letters(letter, &finish).ok());
        prepared.flatten().collect()
    }

    /// What letters to a customer look at; where nobody knows the language, English stands in until it is refused.
    fn input<'i>(
        &'i self,
        customer: CustomerIx,
        positions: &'i [&'i ItemPosition<'j>],
        basis: LetterBasis<'i, 'j>,
    ) -> LetterInput<'i, 'j> {
        LetterInput {
            day: self.day,
            customer,
            positions,
            language: self.letter_language(customer).unwrap_or(&ENGLISH),
            basis,
        }
    }

    fn request_step<'i>(&'i self, planned: &'i PlannedLetter<'i, 'j>) -> RequestedLetter<'i, 'j> {
        let kinds = &self.templates.kinds;
        let named = kind_of_template(kinds, planned.template_name());
        let kind = if named.is_step {
            named
        } else {
            kind_of_template(kinds, planned.level.template_name())
        };
        let basis = LetterBasis::Step(planned);
        (kind, self.input(planned.customer, &[], basis))
    }

    /// The letters of one kind to one customer, with why they are not written.
    fn prepare_letters<'i, T>(
        &'i self,
        (kind, input): RequestedLetter<'i, 'j>,
        finish: impl Fn(LetterBuilder<'i, 'j>) -> T,
    ) -> Result<Vec<T>, NotAvailable> {
        let contents = (kind.build_letters)(&input)?;
        let (name, template_name) = match input.basis {
            LetterBasis::Step(planned) => (planned.stage_name(), planned.template_name()),
            LetterBasis::Customer | LetterBasis::Entry(_) => (kind.name, kind.name),
        };
        let prepared = contents.into_iter().map(|content| LetterBuilder {
            summary: self.summarize(&input, (kind, name), &content),
            input,
            kind,
            template_name,
            templates: self.templates,
            unallocated: self.unallocated_beside(&input, &content),
            with_enclosures: !self.options.without_enclosures,
            content,
        });
        Ok(prepared.map(finish).collect())
    }

    fn summarize(
        &self,
        input: &LetterInput<'_, 'j>,
        (kind, stage): (&LetterKind, &str),
        content: &LetterContent<'_>,
    ) -> LetterSummary {
        let mut summary = LetterSummary {
            customer: input.customer,
            stage: stage.to_owned(),
            channels: input.channels(),
            invoices: content.invoices.clone(),
            total: Money::new(content.amount, content.currency),
            days_late: content.days_late,
            deadline: content.request.and_then(|request| request.by),
            language: self.letter_language(input.customer).map(|it| it.tag),
            refusals: Vec::new(),
        };
        summary.refusals = self.find_refusals(input, kind, &summary, content);
        summary
    }

    /// Why a letter is not written, as far as its template is not the reason.
    fn find_refusals(
        &self,
        input: &LetterInput<'_, 'j>,
        kind: &LetterKind,
        summary: &LetterSummary,
        content: &LetterContent<'_>,
    ) -> Vec<LetterRefusal> {
        let journal = input.journal();
        let recipient = &journal.customers[input.customer];
        let mut all = find_missing_fields(journal, recipient, &summary.channels);
        if content.request.is_none() {
            all.retain(|refusal| *refusal != LetterRefusal::NoIban);
        }
        if !kind.is_step && summary.channels.is_empty() {
            all.push(LetterRefusal::NoChannel);
        }
        if summary.language.is_none() {
            all.push(LetterRefusal::NoLanguage);
        }
        if content.rests_on_stale_bank_data() {
            all.push(LetterRefusal::BankStale(input.bank_through()));
        }
        if let Some(money) = self.unallocated_beside(input, content) {
            all.push(LetterRefusal::Unallocated(money));
        }
        all.extend_from_slice(&content.refusals);
        if content.request.is_some() || content.names_charges {
            all.extend(find_charges_not_owed(input, &content.invoices));
        }
        all.retain(|refusal| !(self.options.override_blockers && refusal.can_be_overridden()));
        all
    }

    /// Money of the customer that nobody placed, beside a letter that says that money did not come.
    fn unallocated_beside(
        &self,
        input: &LetterInput<'_, '_>,
        content: &LetterContent<'_>,
    ) -> Option<Money> {
        let sum = self.unallocated.get(&(input.customer, content.currency));
        let sum = sum.filter(|sum| content.reports_missing_payment && sum.is_positive())?;
        Some(Money::new(*sum, content.currency))
    }

    /// The language of a customer: its own, else that of the business, else the one that is asked for, else that of its
    /// country.
    fn letter_language(&self, customer: CustomerIx) -> Option<&'static Language> {
        let journal = self.day.journal;
        let spoken = || {
            let law = journal.laws.law_of_country(journal.country_of(customer))?;
            find_language(self.templates.languages, law.spoken_language())
        };
        written_language(journal, customer)
            .and_then(|tag| find_language(self.templates.languages, tag))
            .or(self.options.language)
            .or_else(spoken)
    }
}

/// The open items of the customers of some triggers.
fn positions_by_customer<'p, 'j>(
    positions: impl Iterator<Item = &'p ItemPosition<'j>>,
    triggers: &[&LetterTrigger<'j>],
) -> BTreeMap<CustomerIx, Vec<&'p ItemPosition<'j>>> {
    let customers: BTreeSet<CustomerIx> = triggers.iter().map(|it| it.customer).collect();
    let mut own: BTreeMap<CustomerIx, Vec<&ItemPosition<'j>>> = BTreeMap::new();
    for position in positions {
        if let Some(customer) = position.customer.filter(|it| customers.contains(it)) {
            own.entry(customer).or_default().push(position);
        }
    }
    own
}

/// The language that the journal writes for letters to a customer: its own, else that of the business.
pub fn written_language(journal: &Journal, customer: CustomerIx) -> Option<&str> {
    let own = journal.customers[customer].value(KeyName::Language);
    own.or_else(|| journal.business_value(KeyName::Language))
}
