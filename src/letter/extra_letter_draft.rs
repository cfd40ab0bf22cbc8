//! A letter beside the steps as a draft: its wording filled in, or why it is not written, and what records it.

use super::compose::LetterFrame;
use super::contact_record::ContactRecord;
use super::draft::{Drafter, LetterDraft};
use crate::claim::claim_index::ClaimIndex;
use crate::document::letter::{Enclosure, Letter};
use crate::dunning::blocker::Blocker;
use crate::dunning::dunning_state::ItemPosition;
use crate::journal::ladder::HANDOVER_STAGE;
use crate::journal::model::{CustomerIx, Event};
use crate::language::en::ENGLISH;
use crate::letter::facts::common_variables::{COMMON_VARIABLES, CommonFacts};
use crate::letter::facts::enclosures::EnclosureFinder;
use crate::letter::facts::extra_letter::ExtraLetter;
use crate::letter::facts::letter_content::{LetterContent, NotAvailable};
use crate::letter::facts::letter_input::LetterInput;
use crate::letter::facts::payment_request::{PaymentRequest, payment_reference};
use crate::letter::facts::refusal::LetterRefusal;
use crate::letter::facts::sender_and_recipient::{customer_field, find_missing_fields};
use crate::letter::kinds::step::cost_announcement::find_charges_not_owed;
use crate::letter::templates::variable_def::find_value;
use crate::value::channel::{Channel, Exclusion};
use crate::value::money::Money;

impl<'j> Drafter<'_, 'j> {
    /// The letters of an occasion to a customer.
    ///
    /// # Errors
    /// Why there is none.
    pub fn draft_extra_letters(
        &self,
        occasion: &'static ExtraLetter,
        customer: CustomerIx,
    ) -> Result<Vec<LetterDraft>, NotAvailable> {
        let (journal, ledger) = (self.dunning.journal, self.dunning.ledger);
        let positions = self.dunning.open_positions(|other| other == Some(customer));
        let docket = ClaimIndex::for_customers(journal, ledger, |other| other == customer);
        self.draft_extra_letters_about(occasion, customer, (&positions, &docket), None)
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

    /// The same about one entry.
    pub fn draft_extra_letters_about(
        &self,
        occasion: &'static ExtraLetter,
        customer: CustomerIx,
        (positions, docket): (&[ItemPosition<'j>], &ClaimIndex<'_>),
        only: Option<&'j Event>,
    ) -> Result<Vec<LetterDraft>, NotAvailable> {
        let language = self.letter_language(customer);
        let view = LetterInput {
            dunning: self.dunning,
            source_lookup: self.source_lookup,
            contact_history: &self.contact_history,
            customer,
            positions,
            language: language.unwrap_or(&ENGLISH),
            only_entry: only,
        };
        let all = (occasion.build_letters)(&view)?;
        let drafts = all.into_iter().map(|told| {
            let mut refusals = self.find_extra_refusals(&view, &told, docket);
            refusals.extend(language.is_none().then_some(LetterRefusal::NoLanguage));
            self.build_extra_draft(occasion, &view, told, refusals)
        });
        Ok(drafts.collect())
    }

    fn build_extra_draft(
        &self,
        occasion: &ExtraLetter,
        view: &LetterInput<'_, 'j>,
        told: LetterContent,
        mut refusals: Vec<LetterRefusal>,
    ) -> LetterDraft {
        refusals.retain(|refusal| !(self.options.override_blockers && refusal.can_be_overridden()));
        let channels = preferred_channel(view);
        let letter = if refusals.is_empty() {
            self.compose_extra_letter(occasion, view, &told, &channels)
        } else {
            Err(refusals)
        };
        let talk = letter.as_ref().ok().map(|letter| ContactRecord {
            date: view.as_of(),
            customer: view.customer,
            invoices: if occasion.names_invoices {
                told.invoices.clone()
            } else {
                Vec::new()
            },
            by_mail: channels.contains(&Channel::Email),
            subject: letter.subject.clone(),
            steps_paused_until: told.steps_paused_until,
        });
        LetterDraft {
            customer: view.customer,
            stage: occasion.name.to_owned(),
            channels,
            invoices: told.invoices,
            total: Money::new(told.amount, told.currency),
            days_late: told.days_late,
            deadline: told.request.and_then(|asks| asks.by),
            language: Some(view.language.tag),
            letter,
            sent_records: Vec::new(),
            contact_record: talk,
        }
    }

    /// The letter as its template has it, with what goes with it.
    fn compose_extra_letter(
        &self,
        occasion: &ExtraLetter,
        view: &LetterInput<'_, 'j>,
        told: &LetterContent,
        channels: &[Channel],
    ) -> Result<Letter, Vec<LetterRefusal>> {
        let enclosures = self.extra_enclosures(told);
        let ends = CommonFacts {
            journal: view.journal(),
            customer: view.customer,
            date: view.as_of(),
            language: view.language,
            bank_through: self.dunning.blocker_facts.bank_through,
            enclosure_count: enclosures.len(),
        };
        let template = self
            .templates
            .find_template(view.language.tag, occasion.name);
        let template =
            template.ok_or_else(|| vec![LetterRefusal::NoLetter(occasion.name.to_owned())])?;
        let give = |name: &str| {
            let own = told.values.iter().find(|(known, _)| *known == name);
            own.cloned()
                .or_else(|| find_value(COMMON_VARIABLES, name, |give| give(&ends)))
        };
        let written = template.fill(give);
        let written =
            written.map_err(|fault| vec![LetterRefusal::from_template_fault(template, &fault)])?;
        let numbers = invoice_numbers(view, told);
        let sheet = LetterFrame {
            journal: view.journal(),
            customer: view.customer,
            language: view.language,
            date: view.as_of(),
            channels,
            warmth: told.warmth,
            invoice_numbers: &numbers,
        };
        let pay = told.request.map(|asks| PaymentRequest {
            journal: view.journal(),
            language: view.language,
            amount: Money::new(asks.amount, told.currency),
            reference: payment_reference(view.journal(), view.customer, view.as_of(), &numbers),
            deadline: asks.by,
            deadline_words: None,
            with_methods: true,
        });
        Ok(Letter {
            payment: pay.and_then(|pay| pay.to_payment()),
            enclosures,
            footer: self.extra_footer_lines(view, told),
            ..sheet.build_letter(written)
        })
    }

    /// Why it is not written.
    fn find_extra_refusals(
        &self,
        view: &LetterInput<'_, 'j>,
        told: &LetterContent,
        docket: &ClaimIndex<'_>,
    ) -> Vec<LetterRefusal> {
        let (journal, customer) = (view.journal(), view.customer);
        let mut all = find_missing_fields(
            journal,
            &journal.customers[customer],
            &preferred_channel(view),
        );
        if preferred_channel(view).is_empty() {
            all.push(LetterRefusal::NoChannel);
        }
        if told.request.is_none() {
            all.retain(|refusal| *refusal != LetterRefusal::NoIban);
        }
        if told.reports_missing_payment && has_stale_bank_data(view, told) {
            all.push(LetterRefusal::BankStale(
                self.dunning.blocker_facts.bank_through,
            ));
        }
        if let Some(money) = self
            .unallocated_in_currency(view, told)
            .filter(|_| told.reports_missing_payment)
        {
            all.push(LetterRefusal::Unallocated(journal.format_money(money)));
        }
        if told.request.is_some() || told.names_charges {
            all.extend(find_charges_not_owed(
                self.dunning,
                docket,
                customer,
                &told.invoices.iter().copied().collect(),
            ));
        }
        all
    }

    /// Money of the customer that nobody placed.
    fn unallocated_in_currency(
        &self,
        view: &LetterInput<'_, '_>,
        told: &LetterContent,
    ) -> Option<Money> {
        let sum = self
            .unallocated
            .get(&(view.customer, told.currency))
            .copied();
        let sum = sum.filter(|sum| sum.is_positive())?;
        Some(Money::new(sum, told.currency))
    }

    fn extra_enclosures(&self, told: &LetterContent) -> Vec<Enclosure> {
        let mut found = Vec::new();
        if !self.options.without_enclosures {
            let cabinet = EnclosureFinder::new(
                self.dunning.journal,
                self.source_lookup,
                &self.contact_history,
            );
            for (name, documents) in &told.enclosed_documents {
                cabinet.add_files(&mut found, name, documents);
            }
        }
        found
    }

    /// What the letter does not know, where somebody wanted it all the same.
    fn extra_footer_lines(&self, view: &LetterInput<'_, '_>, told: &LetterContent) -> Vec<String> {
        let say = &view.letter_words().sentence;
        if !told.reports_missing_payment {
            return Vec::new();
        }
        let stale = self.dunning.blocker_facts.bank_through;
        let stale = stale
            .filter(|_| has_stale_bank_data(view, told))
            .map(say.bank_stale);
        let waits = self.unallocated_in_currency(view, told);
        let waits = waits.map(|money| (say.unallocated)(&view.language.format_amount(money)));
        stale.into_iter().chain(waits).collect()
    }
}

/// By mail where the customer has an address for that, else by post; never by a way that he refuses. Where he has
/// neither address, the way that is open to him.
fn preferred_channel(view: &LetterInput<'_, '_>) -> Vec<Channel> {
    let customer = &view.journal().customers[view.customer];
    let open = |way: &Channel| !customer.has_exclusion(Exclusion::Channel(*way));
    let ways: Vec<Channel> = [Channel::Email, Channel::Post]
        .into_iter()
        .filter(open)
        .collect();
    let known = |way: &&Channel| {
        let key = way.address_key();
        key.is_some_and(|key| customer_field(customer, key).is_some())
    };
    let best = ways.iter().find(known).or_else(|| ways.first());
    best.copied().into_iter().collect()
}

/// Whether bank data are too old to say of its invoices that money did not come.
fn has_stale_bank_data(view: &LetterInput<'_, '_>, told: &LetterContent) -> bool {
    let mut positions = view.positions.iter();
    positions.any(|position| {
        told.invoices.contains(&position.invoice) && position.blockers.contains(&Blocker::BankStale)
    })
}

/// The numbers of its invoices.
fn invoice_numbers<'j>(view: &LetterInput<'_, 'j>, told: &LetterContent) -> Vec<&'j str> {
    let invoices = told.invoices.iter();
    invoices
        .map(|invoice| view.journal().invoice_no(*invoice))
        .collect()
}
