//! A letter of whatever kind: why it is not written, or what its template makes of it, with what stands around the words:
//! who writes to whom, where and when, the greeting, who signs, and how it is to be paid.

use super::record::{ContactRecord, LetterRecords};
use crate::document::letter::{Enclosure, Letter};
use crate::journal::model::{CustomerIx, InvoiceIx};
use crate::letter::facts::common_variables::CommonFacts;
use crate::letter::facts::enclosures::collect_enclosures;
use crate::letter::facts::letter_content::{LetterContent, OnAccountUse};
use crate::letter::facts::letter_input::LetterInput;
use crate::letter::facts::letter_kind::LetterKind;
use crate::letter::facts::payment_request::payment_instructions;
use crate::letter::facts::refusal::LetterRefusal;
use crate::letter::facts::sender_and_recipient::{
    build_sender, format_salutation, recipient_lines, signature_lines, town_of_address_line,
};
use crate::letter::library::template_set::{Template, TemplateSet};
use crate::letter::templates::fault::TemplateFault;
use crate::letter::templates::layout::LetterText;
use crate::letter::templates::lint::missing_notice_fault;
use crate::letter::templates::variable_list::{ValueFormat, find_value};
use crate::value::channel::Channel;
use crate::value::key_name::KeyName;
use crate::value::money::{Minor, Money};
use chrono::NaiveDate;

/// A letter to be sent, as a list of letters names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterSummary {
    /// The recipient.
    pub customer: CustomerIx,
    /// The step whose letter it is, or the name of its kind.
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
    /// Why it is not written; empty where it is.
    pub refusals: Vec<LetterRefusal>,
}

/// A letter to be sent.
#[derive(Clone, Debug)]
pub struct LetterDraft {
    /// What a list says of it, with why it is not written.
    pub summary: LetterSummary,
    /// The letter; `None` where it is not written.
    pub letter: Option<Letter>,
    /// What is written in the journal once it went out.
    pub records: LetterRecords,
}

/// A letter whose content is decided, before its words are put together.
pub struct LetterBuilder<'a, 'j> {
    /// The recipient, and what the letter looks at.
    pub input: LetterInput<'a, 'j>,
    /// The kind of letter.
    pub kind: &'static LetterKind,
    /// The name of its template.
    pub template_name: &'a str,
    /// Where its template is found.
    pub templates: &'a TemplateSet,
    /// What it says.
    pub content: LetterContent<'a>,
    /// What a list says of it; of why it is not written, what does not depend on its template.
    pub summary: LetterSummary,
    /// Money of the customer that nobody placed, where the letter says that money did not come.
    pub unallocated: Option<Money>,
    /// Whether the papers that belong to it go along.
    pub with_enclosures: bool,
}

/// The letter as a list names it. It is composed only where its template may be at fault.
pub fn summarize_letter(letter: LetterBuilder<'_, '_>) -> LetterSummary {
    let fault = if letter.summary.refusals.is_empty() && !letter.has_sound_template() {
        letter.compose().err()
    } else {
        None
    };
    let mut summary = letter.summary;
    summary.refusals.extend(fault);
    summary
}

/// The letter, and what records it.
pub fn draft_letter(letter: LetterBuilder<'_, '_>) -> LetterDraft {
    let (mut composed, mut fault) = (None, None);
    let mut records = LetterRecords::default();
    if letter.summary.refusals.is_empty() {
        match letter.compose() {
            Ok(written) => {
                records = letter.build_records(&written);
                composed = Some(written);
            }
            Err(refusal) => fault = Some(refusal),
        }
    }
    let mut summary = letter.summary;
    summary.refusals.extend(fault);
    LetterDraft {
        summary,
        letter: composed,
        records,
    }
}

impl LetterBuilder<'_, '_> {
    fn has_sound_template(&self) -> bool {
        let required = self.content.required_block;
        self.find_template()
            .is_some_and(|template| template.is_sound_for(self.kind, required))
    }

    fn build_records(&self, letter: &Letter) -> LetterRecords {
        let contact = || ContactRecord {
            date: self.input.as_of(),
            customer: self.input.customer,
            invoices: self.content.recorded_invoices.clone(),
            by_mail: self.is_mailed(),
            subject: letter.subject.clone(),
            steps_paused_until: self.content.steps_paused_until,
        };
        LetterRecords {
            sent: self.content.facts.sent_records(&self.summary.channels),
            contact: (!self.kind.is_step).then(contact),
        }
    }

    fn is_mailed(&self) -> bool {
        self.summary.channels.contains(&Channel::Email)
    }

    fn find_template(&self) -> Option<&Template> {
        let language = self.input.language;
        self.templates.find_template(language, self.template_name)
    }

    /// The letter: its content in the words of its template, with what goes with it and what is to be paid.
    fn compose(&self) -> Result<Letter, LetterRefusal> {
        let template = self.find_template();
        let template =
            template.ok_or_else(|| LetterRefusal::NoLetter(self.template_name.to_owned()))?;
        let enclosures = self.collect_enclosures();
        let written = self.fill_template(template, enclosures.len());
        let written = written.map_err(|fault| {
            let line = fault.line_number(&template.text);
            LetterRefusal::InvalidTemplate(template.file_name.clone(), line, fault.message)
        })?;
        Ok(self.build_letter(written, enclosures))
    }

    fn collect_enclosures(&self) -> Vec<Enclosure> {
        if !self.with_enclosures {
            return Vec::new();
        }
        let documents = self.content.facts.enclosed_documents();
        collect_enclosures(self.input.day.source_lookup, &documents)
    }

    fn fill_template(
        &self,
        template: &Template,
        enclosure_count: usize,
    ) -> Result<LetterText, TemplateFault> {
        let common = CommonFacts {
            input: &self.input,
            enclosure_count,
        };
        let format = ValueFormat {
            language: self.input.language,
            currency: self.content.currency,
        };
        let written = template.fill(|name| {
            let own = self.content.facts.find_value(name);
            own.or_else(|| find_value(CommonFacts::VARIABLES, name, &common, format))
        })?;
        match self.content.required_block {
            Some(block) if !written.block_names.contains(&block) => {
                let input = &self.input;
                let law = input.journal().law_for_customer(input.customer);
                let article = law.map_or("", |law| law.articles.notice);
                Err(missing_notice_fault(block, article, 0..0))
            }
            _ => Ok(written),
        }
    }

    fn build_letter(&self, written: LetterText, enclosures: Vec<Enclosure>) -> Letter {
        let (journal, language) = (self.input.journal(), self.input.language);
        let say = self.input.letter_words();
        let customer = &journal.customers[self.input.customer];
        let sender = build_sender(journal, self.input.customer, language);
        // Abroad the country stands below the town.
        let mut address = sender.address.iter().rev().take(2);
        let town = address.find_map(|line| town_of_address_line(line));
        let mail = customer.values(KeyName::Email);
        let mail = mail.map(|mail| mail.trim().to_owned());
        let invoices = self.content.invoices.iter();
        let numbers: Vec<&str> = invoices.map(|it| journal.invoice_no(*it)).collect();
        let usual = || format_salutation(customer, language, self.content.warmth);
        let own_reference = match numbers.as_slice() {
            [only] => Some((say.label.our_reference.to_owned(), (*only).to_owned())),
            // The id of the customer in the journal means nothing to him.
            _ => None,
        };
        let references = own_reference
            .into_iter()
            .chain(self.content.facts.references());
        Letter {
            language,
            recipient: recipient_lines(journal, self.input.customer, language),
            mail_to: mail.filter(|_| self.is_mailed()).collect(),
            date: self.input.as_of(),
            dateline: (say.style.dateline)(town, self.input.as_of()),
            references: references.collect(),
            subject: written.subject,
            salutation: written.salutation.unwrap_or_else(usual),
            body: written.body,
            closing: written
                .closing
                .unwrap_or_else(|| say.frame.closing.to_owned()),
            signature: signature_lines(journal),
            payment: self.content.request.and_then(|request| {
                let asked = self.content.requested_invoices.iter();
                let asked: Vec<&str> = asked.map(|it| journal.invoice_no(*it)).collect();
                payment_instructions(&self.input, request, self.content.currency, &asked)
            }),
            enclosures,
            footer: self.footer_lines(),
            sender,
        }
    }

    /// What the letter cannot know, where it is written in spite of that (`--even-so`).
    fn footer_lines(&self) -> Vec<String> {
        let say = &self.input.letter_words().sentence;
        let through = self.input.bank_through();
        let stale = through.filter(|_| self.content.rests_on_stale_bank_data());
        let lines = stale.map(say.bank_stale).into_iter();
        lines.chain(self.money_in_hand_lines()).collect()
    }

    /// What the customer has paid or been credited already and no invoice of his has taken, and what the letter does with
    /// it.
    fn money_in_hand_lines(&self) -> Vec<String> {
        let (say, content) = (&self.input.letter_words().sentence, &self.content);
        let (customer, currency) = (Some(self.input.customer), content.currency);
        let [unplaced, on_account] = match content.on_account {
            OnAccountUse::TakenOff => [say.unallocated, say.on_account],
            OnAccountUse::Beside => [say.unallocated_beside, say.on_account_beside],
            OnAccountUse::InItsOwnWords => return Vec::new(),
        };
        let waits = self.unallocated.map_or(Minor::ZERO, |money| money.minor);
        let all = self.input.dunning().money_in_hand_of(customer, currency);
        // What is taken off other invoices is told of them, and not a second time.
        let elsewhere = self
            .input
            .dunning()
            .covered_elsewhere((self.input.customer, currency), &content.invoices);
        let other: Minor = elsewhere.values().copied().sum();
        let credit = all - waits;
        let (waits, credit) = (
            waits - (other - credit).max(Minor::ZERO),
            (credit - other).max(Minor::ZERO),
        );
        let lines = [(unplaced, waits), (on_account, credit)].into_iter();
        let lines = lines.filter(|(_, minor)| minor.is_positive());
        let mut said: Vec<String> = lines
            .map(|(say, minor)| say(&self.input.format_amount(minor, currency)))
            .collect();
        if other.is_positive() {
            let invoices: Vec<InvoiceIx> = elsewhere.into_keys().collect();
            let invoices = self.input.name_invoices(&invoices);
            let amount = self.input.format_amount(other, currency);
            said.push((say.on_account_elsewhere)(&amount, &invoices));
        }
        said
    }
}
