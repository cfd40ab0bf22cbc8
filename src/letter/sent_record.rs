//! What is written in the journal once a letter of a step went out: `sent` entries, and the fee that it claimed.

use crate::journal::model::{Event, InvoiceIx, Journal};
use crate::syntax::directive::TypedEntry;
use crate::syntax::directive::charge::ChargeEntry;
use crate::syntax::directive::sent::SentEntry;
use crate::syntax::entry_fields::InvoiceIds;
use crate::syntax::journal_entry::{JournalEntry, OwnDetail};
use crate::text::span::Spanned;
use crate::value::channel::Channel;
use crate::value::money::Money;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// One entry that records a letter: of one step, with its invoices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentRecord {
    /// The day it is dated.
    pub date: NaiveDate,
    /// The step.
    pub stage: String,
    /// The invoices of which it is the step.
    pub invoices: Vec<InvoiceIx>,
    /// How it goes out.
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

/// Names the file of a letter in its entry, and its fingerprint.
pub fn attach_document<'t>(entry: &mut JournalEntry<'t>, document: Option<(&'t str, &'t str)>) {
    if let Some((path, hash)) = document {
        entry.documents.push(Spanned::without_span(path));
        entry.own_details.push(OwnDetail {
            key: Spanned::without_span("x-sha256"),
            value: Spanned::without_span(hash),
        });
    }
}

/// The numbers of invoices, for an entry.
pub fn to_invoice_ids<'j>(journal: &'j Journal, invoices: &[InvoiceIx]) -> InvoiceIds<'j> {
    let numbers = invoices.iter().map(|invoice| journal.invoice_no(*invoice));
    numbers.map(Spanned::without_span).collect()
}
