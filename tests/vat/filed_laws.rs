//! Laws of returns that were filed, over random invoices: what is late moves and is not lost, and files that are included
//! read as if they stood there.

use super::laws::{RandomInvoice, random_invoice};
use super::quarter::read_return;
use crate::journals::MemoryFiles;
use crate::reports::shelf::{TestJournal, parse_day};
use proptest::prelude::*;
use tegoed::journal::model::Journal;
use tegoed::value::vocabulary::VatBasis;

const CUSTOMER: &str =
    "customer @k\n  name: K\n  kind: business\n  country: DE\n  vat-id: DE123456789\n";
const PERIODS: [&str; 6] = ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4", "2027", "2026"];

/// The entries of a journal, each with its details, with the returns of the quarters filed somewhere among them.
fn entries_of(invoices: &[RandomInvoice], filed_at: [prop::sample::Index; 3]) -> Vec<String> {
    let mut text = String::new();
    for (number, invoice) in invoices.iter().enumerate() {
        invoice.write(number, &mut text);
    }
    let mut entries: Vec<String> = Vec::new();
    for line in text.lines() {
        match entries.last_mut() {
            Some(entry) if line.starts_with(' ') => entry.push_str(&format!("{line}\n")),
            _ => entries.push(format!("{line}\n")),
        }
    }
    let filings = [
        "2026-04-20 filed 2026-Q1\n",
        "2026-07-20 filed 2026-Q2\n",
        "2026-10-20 filed 2026-Q3\n",
    ];
    for (place, filing) in filed_at.into_iter().zip(filings) {
        entries.insert(place.index(entries.len() + 1), filing.to_owned());
    }
    entries
}

fn read(files: MemoryFiles) -> TestJournal {
    TestJournal::read_with_errors(files, "main.tegoed", parse_day("2027-12-31"))
}

/// Net and VAT in cents of each entry of a period, and how much was left to later returns.
fn declared(journal: &Journal, period: &str, basis: VatBasis) -> (Vec<String>, usize) {
    let found = read_return(journal, "2027-12-31", period, basis);
    let mut entries: Vec<String> = found
        .entries
        .iter()
        .map(|it| {
            let number = journal.invoice_no(it.number);
            format!(
                "{} {number} {} {} {}",
                it.date,
                it.place.code(),
                it.part.net.0,
                it.part.vat.0
            )
        })
        .collect();
    entries.sort();
    (entries, found.declared_later.len())
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        cases: 64,
        ..ProptestConfig::default()
    })]

    #[test]
    fn what_is_late_is_declared_once_in_a_later_return(
        invoices in prop::collection::vec(random_invoice(), 1..5),
        filed_at in any::<[prop::sample::Index; 3]>(),
    ) {
        let entries = entries_of(&invoices, filed_at);
        let with = read(MemoryFiles::single(format!("format 1\n{CUSTOMER}{}", entries.concat())));
        let unfiled: String = entries.iter().filter(|entry| !entry.contains(" filed ")).map(String::as_str).collect();
        let without = read(MemoryFiles::single(format!("format 1\n{CUSTOMER}{unfiled}")));
        for basis in [VatBasis::Invoice, VatBasis::Cash] {
            let all = |book: &TestJournal| {
                let periods = ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4", "2027"];
                let mut all: Vec<String> = periods
                    .iter()
                    .flat_map(|period| declared(&book.outcome.journal, period, basis).0)
                    .collect();
                all.sort();
                all
            };
            prop_assert_eq!(all(&with), all(&without));
        }
    }

    #[test]
    fn a_part_of_a_journal_in_a_file_of_its_own_changes_no_return(
        invoices in prop::collection::vec(random_invoice(), 1..5),
        filed_at in any::<[prop::sample::Index; 3]>(),
        cut in any::<[prop::sample::Index; 2]>(),
    ) {
        let entries = entries_of(&invoices, filed_at);
        let mut cut = cut.map(|place| place.index(entries.len() + 1));
        cut.sort_unstable();
        let [from, to] = cut;
        let whole = read(MemoryFiles::single(format!("format 1\n{CUSTOMER}{}", entries.concat())));
        let root = format!(
            "format 1\n{CUSTOMER}{}include parts/first.tegoed\n{}",
            entries[..from].concat(),
            entries[to..].concat()
        );
        let middle = from + (to - from) / 2;
        let first = format!("{}include second.tegoed\n", entries[from..middle].concat());
        let files = MemoryFiles::single(root)
            .with_file("parts/first.tegoed", first)
            .with_file("parts/second.tegoed", entries[middle..to].concat());
        let divided = read(files);
        for (period, basis) in PERIODS.into_iter().flat_map(|it| [(it, VatBasis::Invoice), (it, VatBasis::Cash)]) {
            prop_assert_eq!(
                declared(&divided.outcome.journal, period, basis),
                declared(&whole.outcome.journal, period, basis)
            );
        }
    }
}
