//! What is written in the journal once a letter went out: of the letter of a step a `sent` entry for each step it takes,
//! and the fee that it claimed; of another letter that it went, and how long the letters of the steps wait for its sake.

use crate::journal::event_kind::EventKind;
use crate::journal::model::{CustomerIx, Event, InvoiceIx, Journal};
use crate::journal::source_lookup::SourceLookup;
use crate::syntax::directive::TypedEntry;
use crate::syntax::directive::charge::ChargeEntry;
use crate::syntax::directive::contact::ContactEntry;
use crate::syntax::directive::hold::HoldEntry;
use crate::syntax::directive::sent::SentEntry;
use crate::syntax::entry_fields::InvoiceIds;
use crate::syntax::journal_entry::{JournalEntry, OwnDetail};
use crate::syntax::print::to_one_line;
use crate::text::span::Spanned;
use crate::value::channel::Channel;
use crate::value::money::Money;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// The entries that record one letter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LetterRecords {
    /// Of the letter of a step.
    pub sent: Vec<SentRecord>,
    /// Of a letter beside the steps.
    pub contact: Option<ContactRecord>,
}

impl LetterRecords {
    /// The entries as journal text, with the file that was written and its fingerprint; without what stands in the
    /// journal already.
    pub fn new_entries(
        &self,
        journal: &Journal,
        source_lookup: &dyn SourceLookup,
        today: &SentEntriesOfDay<'_>,
        document: Option<(&str, &str)>,
    ) -> String {
        let new = self.sent.iter().filter(|record| !today.contains(record));
        let sent = new.map(|record| record.to_journal_text(journal, document));
        let contact = self.contact.iter();
        let contact = contact.map(|it| it.to_journal_text(journal, source_lookup, document));
        sent.chain(contact).collect()
    }
}

/// One entry that records a letter: of one step, with its invoices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentRecord {
    /// The date of the letter.
    pub date: NaiveDate,
    /// The step.
    pub stage: String,
    /// The invoices of which it is the step.
    pub invoices: Vec<InvoiceIx>,
    /// The channels by which it goes out; may be empty.
    pub channels: Vec<Channel>,
    /// The last day it names.
    pub deadline: Option<NaiveDate>,
    /// The costs it announces.
    pub announced_costs: Option<Money>,
    /// The fee it claims, and on which invoice.
    pub fee: Option<(InvoiceIx, Money)>,
}

/// The `sent` entries of a day, by step and invoice.
#[derive(Debug)]
pub struct SentEntriesOfDay<'j> {
    day: NaiveDate,
    entries: BTreeMap<(&'j str, InvoiceIx), Vec<&'j Event>>,
}

impl<'j> SentEntriesOfDay<'j> {
    /// Looks them up.
    pub fn new(journal: &'j Journal, day: NaiveDate) -> Self {
        let mut entries: BTreeMap<_, Vec<&Event>> = BTreeMap::new();
        let events = journal.events.iter();
        for event in events.filter(|event| event.date == day) {
            let Some(letter) = event.sent_letter() else {
                continue;
            };
            for invoice in event.invoices() {
                let known = entries.entry((&*letter.stage, invoice));
                known.or_default().push(event);
            }
        }
        Self { day, entries }
    }

    /// Whether one of them is a record already: the same step, day and invoices.
    pub fn contains(&self, record: &SentRecord) -> bool {
        let first = record.invoices.first();
        let like = first.and_then(|first| self.entries.get(&(record.stage.as_str(), *first)));
        let wanted: BTreeSet<InvoiceIx> = record.invoices.iter().copied().collect();
        let names_all = |event: &&Event| wanted.is_subset(&event.invoices().collect());
        record.date == self.day && like.is_some_and(|like| like.iter().any(names_all))
    }
}

impl SentRecord {
    /// The entries as journal text, with the file that was written and its fingerprint.
    pub fn to_journal_text(&self, journal: &Journal, document: Option<(&str, &str)>) -> String {
        let mut sent = JournalEntry::new(
            Some(self.date),
            TypedEntry::Sent(self.to_sent_entry(journal)),
        );
        attach_document(&mut sent, document);
        let fee = self.fee.map(|(invoice, fee)| {
            let charge = ChargeEntry {
                invoice: Spanned::without_span(journal.invoice_no(invoice)),
                customer: None,
                amount: Spanned::without_span(fee.into()),
            };
            JournalEntry::new(Some(self.date), TypedEntry::Fee(charge))
        });
        let entries = std::iter::once(sent).chain(fee);
        entries
            .map(|entry| entry.print(journal.dialect()))
            .collect()
    }

    fn to_sent_entry<'j>(&'j self, journal: &'j Journal) -> SentEntry<'j> {
        SentEntry {
            stage: Spanned::without_span(&self.stage),
            invoices: to_invoice_ids(journal, &self.invoices),
            customer: None,
            channels: self.channels.clone(),
            received: None,
            deadline: self.deadline,
            announced_costs: self
                .announced_costs
                .map(|costs| Spanned::without_span(costs.into())),
            bounced: None,
            follow_up: None,
        }
    }
}

/// The entries that record one letter beside the steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactRecord {
    /// The day they are dated.
    pub date: NaiveDate,
    /// The recipient.
    pub customer: CustomerIx,
    /// The invoices it names.
    pub invoices: Vec<InvoiceIx>,
    /// Whether it goes by mail; else by post.
    pub by_mail: bool,
    /// What it is about: the words of the entry.
    pub subject: String,
    /// The letters of the steps wait through this day.
    pub steps_paused_until: Option<NaiveDate>,
}

impl ContactRecord {
    const fn event_kind(&self) -> EventKind {
        if self.by_mail {
            EventKind::Email
        } else {
            EventKind::Letter
        }
    }

    /// The entries as journal text, with the file that was written and its fingerprint; without what stands in the
    /// journal already.
    pub fn to_journal_text(
        &self,
        journal: &Journal,
        source_lookup: &dyn SourceLookup,
        document: Option<(&str, &str)>,
    ) -> String {
        let mut text = String::new();
        let mut today = journal
            .events
            .iter()
            .filter(|event| event.date == self.date && self.is_about(event));
        let words = to_one_line(&self.subject);
        let is_same = |event: &Event| {
            event.kind() == self.event_kind()
                && source_lookup.quote_entry(event.origin).text == words
        };
        if !today.clone().any(is_same) {
            let mut contact = self.to_journal_entry(self.to_contact_entry(journal), &words);
            attach_document(&mut contact, document);
            text.push_str(&contact.print(journal.dialect()));
        }
        if let Some(day) = self.steps_paused_until
            && !today.any(|event| event.hold_until() == Some(day))
        {
            let hold = TypedEntry::Hold(HoldEntry {
                invoices: to_invoice_ids(journal, &self.invoices),
                customer: None,
                until: Some(day),
                follow_up: None,
            });
            text.push_str(&self.to_journal_entry(hold, &words).print(journal.dialect()));
        }
        text
    }

    fn to_journal_entry<'t>(&self, entry: TypedEntry<'t>, words: &'t str) -> JournalEntry<'t> {
        JournalEntry {
            text: Some(Spanned::without_span(words)),
            ..JournalEntry::new(Some(self.date), entry)
        }
    }

    fn to_contact_entry<'j>(&self, journal: &'j Journal) -> TypedEntry<'j> {
        let contact = ContactEntry {
            invoices: to_invoice_ids(journal, &self.invoices),
            customer: Some(Spanned::without_span(journal.customer_id(self.customer))),
            ..ContactEntry::default()
        };
        if self.by_mail {
            TypedEntry::Email(contact)
        } else {
            TypedEntry::Letter(contact)
        }
    }

    /// Whether an entry names the same customer and invoices.
    fn is_about(&self, event: &Event) -> bool {
        event.customer == Some(self.customer) && event.invoices().eq(self.invoices.iter().copied())
    }
}

/// Names the file of a letter in its entry, and its fingerprint.
fn attach_document<'t>(entry: &mut JournalEntry<'t>, document: Option<(&'t str, &'t str)>) {
    if let Some((path, hash)) = document {
        entry.documents.push(Spanned::without_span(path));
        entry.own_details.push(OwnDetail {
            key: Spanned::without_span("x-sha256"),
            value: Spanned::without_span(hash),
        });
    }
}

/// The numbers of invoices, for an entry.
fn to_invoice_ids<'j>(journal: &'j Journal, invoices: &[InvoiceIx]) -> InvoiceIds<'j> {
    let numbers = invoices.iter().map(|invoice| journal.invoice_no(*invoice));
    numbers.map(Spanned::without_span).collect()
}
