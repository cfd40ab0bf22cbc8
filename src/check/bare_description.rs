//! V004: an invoice that does not say what it is for.

use super::rule::{Rule, Run, Subject};
use crate::journal::model::{Invoice, NumberUse};
use crate::text::diagnostic::{Depends, Kind, Severity, Sink};
use crate::text::span::Span;

/// The check.
pub static RULE: Rule = Rule {
    kind: &KIND,
    run: Run::Journal(run),
};

static KIND: Kind = Kind {
    code: "V004",
    name: "bare-description",
    severity: Severity::Advice,
    depends: Depends::OnNames,
    explain: include_str!("bare_description.md"),
};

/// Words that say nothing by themselves.
const EMPTY_WORDS: [&str; 14] = [
    "werk",
    "werkzaamheden",
    "dienst",
    "diensten",
    "advies",
    "uren",
    "divers",
    "diversen",
    "factuur",
    "work",
    "services",
    "hours",
    "invoice",
    "misc",
];

/// How far a header is looked for its text.
const LINE: u32 = 1_000;

fn run(subject: &Subject<'_>, sink: &mut Sink) {
    if subject.pages.sources.fetch(subject.pages.files).is_err() {
        return;
    }
    let all = subject.journal.invoices.as_slice().iter();
    let invoices = all.filter(|invoice| invoice.used == NumberUse::Invoice);
    let mut count = 0_usize;
    let mut bare: Vec<&Invoice> = Vec::new();
    for invoice in invoices {
        count = count.saturating_add(1);
        if is_bare(subject, invoice) {
            bare.push(invoice);
        }
    }
    // A journal that keeps the words elsewhere is not asked for them one by one.
    if bare.len().saturating_mul(2) >= count {
        return;
    }
    for invoice in bare {
        sink.push(
            KIND.at(
                subject.keyword_of(invoice.origin),
                "expected words about what was delivered, found none that say it",
            )
            .help("write it behind `|`, as in `| Stairs to the attic`: letters quote it"),
        );
    }
}

/// An invoice without details whose header ends without words, or with one that says nothing.
fn is_bare(subject: &Subject<'_>, invoice: &Invoice) -> bool {
    let start = invoice.origin.0;
    let source = subject.pages.sources.source(invoice.origin);
    let end = source.map_or(start, |source| source.end().min(start.saturating_add(LINE)));
    let bytes = subject.pages.sources.bytes(Span::new(start, end));
    let length = memchr::memchr(b'\n', bytes).unwrap_or(bytes.len());
    let (header, rest) = bytes.split_at_checked(length).unwrap_or((bytes, &[]));
    if matches!(rest.get(1), Some(b' ' | b'\t')) {
        return false;
    }
    let header = String::from_utf8_lossy(header);
    let words = header
        .split_once(" |")
        .map_or("", |(_, words)| words)
        .trim();
    words.is_empty()
        || EMPTY_WORDS
            .iter()
            .any(|word| words.eq_ignore_ascii_case(word))
}
