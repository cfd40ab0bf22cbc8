//! The books of a text.

use crate::journals::MemoryFiles;
use crate::ledger::shelf::read_files;
use chrono::NaiveDate;
use proptest::prelude::ProptestConfig;
use std::fmt::Write;
use tegoed::bookkeeping::bookkeeping_entry::BookkeepingEntry;
use tegoed::bookkeeping::entry_walk::Bookkeeping;
use tegoed::journal::model::Journal;
use tegoed::ledger::model::Ledger;
use tegoed::ledger::posting::post::post;
use tegoed::ledger::vat_breakdown::VatBreakdown;

/// A journal, its ledger on a day and the entries of its books.
pub struct Books {
    pub journal: Journal,
    pub ledger: Ledger,
    pub entries: Vec<BookkeepingEntry>,
}

pub fn read_books(text: &str, day: NaiveDate) -> Books {
    read_books_of_files(&MemoryFiles::single(text), day)
}

/// The books of files, of which `main.tegoed` includes the others.
pub fn read_books_of_files(files: &MemoryFiles, day: NaiveDate) -> Books {
    let outcome = read_files("main.tegoed", files);
    let ledger = post(&outcome.journal, day);
    let breakdown = VatBreakdown::new(&outcome.journal);
    let text = outcome.journal_text(files);
    let walk = Bookkeeping::new((&outcome.journal, &ledger), &breakdown, &text);
    let entries = walk.collect();
    Books {
        ledger,
        entries,
        journal: outcome.journal,
    }
}

impl Books {
    /// Each entry on a line, and below it account and amount, debit above zero.
    pub fn write(&self) -> String {
        let mut out = String::new();
        for entry in &self.entries {
            writeln!(out, "{} {}", entry.date, entry.id).unwrap();
            for line in &entry.lines {
                let invoice = line.invoice.map(|it| self.journal.invoice_no(it));
                let invoice = invoice.map_or(String::new(), |it| format!(" #{it}"));
                writeln!(out, "  {:?}{invoice} {}", line.account, line.amount.0).unwrap();
            }
        }
        out
    }
}

/// Laws over whole books take long: half as many random journals, and no file of those that failed.
pub fn half_the_cases() -> ProptestConfig {
    ProptestConfig {
        cases: ProptestConfig::default().cases.div_ceil(2),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}
