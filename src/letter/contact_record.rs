//! What is written in the journal once a letter beside the steps went out: that it did, and how long the letters of
//! the steps wait for its sake.

use super::sent_record::{attach_document, to_invoice_ids};
use crate::journal::event_kind::EventKind;
use crate::journal::model::{CustomerIx, Event, InvoiceIx, Journal};
use crate::journal::source_lookup::SourceLookup;
use crate::syntax::directive::TypedEntry;
use crate::syntax::directive::contact::ContactEntry;
use crate::syntax::directive::hold::HoldEntry;
use crate::syntax::journal_entry::JournalEntry;
use crate::syntax::print::to_one_line;
use crate::text::span::Spanned;
use chrono::NaiveDate;

/// The entries that record one letter beside the steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactRecord {
    /// The day they are dated.
    pub date: NaiveDate,
    /// To whom.
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
        archive: &dyn SourceLookup,
        document: Option<(&str, &str)>,
    ) -> String {
        let mut text = String::new();
        let mut today = journal
            .events
            .iter()
            .filter(|event| event.date == self.date && self.is_about(event));
        let words = to_one_line(&self.subject);
        let said = |event: &Event| {
            event.kind() == self.event_kind() && archive.quote_entry(event.origin).text == words
        };
        if !today.clone().any(said) {
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
