//! What is written in the journal once a letter beside the steps went out: that it did, and how long the letters of
//! the steps wait for its sake.

use crate::journal::archive::Archive;
use crate::journal::event_details::EventKind;
use crate::journal::model::{CustomerIx, Event, InvoiceIx, Journal};
use chrono::NaiveDate;
use std::fmt::Write;

/// The entries that record one letter beside the steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Talk {
    /// The day they are dated.
    pub date: NaiveDate,
    /// To whom.
    pub customer: CustomerIx,
    /// The invoices it names.
    pub invoices: Vec<InvoiceIx>,
    /// Whether it goes by mail; else by post.
    pub by_mail: bool,
    /// What it is about: the words of the entry.
    pub words: String,
    /// The letters of the steps wait through this day.
    pub wait: Option<NaiveDate>,
}

impl Talk {
    const fn keyword(&self) -> &'static str {
        if self.by_mail { "email" } else { "letter" }
    }

    const fn kind(&self) -> EventKind {
        if self.by_mail {
            EventKind::Email
        } else {
            EventKind::Letter
        }
    }

    /// The entries as journal text, with the file that was written and its fingerprint; without what stands in the
    /// journal already.
    pub fn write(
        &self,
        journal: &Journal,
        archive: &dyn Archive,
        document: Option<(&str, &str)>,
    ) -> String {
        let mut text = String::new();
        let mut today = journal
            .events
            .iter()
            .filter(|event| event.date == self.date && self.is_about(event));
        let words = self.words.trim();
        let said = |event: &Event| {
            event.kind() == self.kind() && archive.quote(event.origin).text == words
        };
        if !today.clone().any(said) {
            let id = journal.customer_id(self.customer);
            let numbers = self.numbers(journal);
            let _ = writeln!(
                text,
                "{} {} @{id}{numbers} | {words}",
                self.date,
                self.keyword()
            );
            if let Some((path, hash)) = document {
                let _ = write!(text, "  document: {path}\n  x-sha256: {hash}\n");
            }
        }
        if let Some(day) = self.wait
            && !today.any(|event| event.hold_until() == Some(day))
        {
            let numbers = self.numbers(journal);
            let _ = writeln!(text, "{} hold{numbers} until {day} | {words}", self.date);
        }
        text
    }

    fn numbers(&self, journal: &Journal) -> String {
        let mut numbers = String::new();
        for invoice in &self.invoices {
            let _ = write!(numbers, " #{}", journal.invoice_no(*invoice));
        }
        numbers
    }

    /// Whether an entry names the same customer and invoices.
    fn is_about(&self, event: &Event) -> bool {
        event.customer == Some(self.customer) && event.invoices().eq(self.invoices.iter().copied())
    }
}
