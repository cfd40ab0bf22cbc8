//! R004: a hole in a row of numbers.

use super::rule::{Rule, Run, Subject};
use super::series::{Member, Series, series};
use crate::syntax::directive::TypedEntry;
use crate::syntax::directive::void::VoidEntry;
use crate::syntax::entry_fields::InvoiceIds;
use crate::syntax::journal_entry::JournalEntry;
use crate::text::diagnostic::{DiagnosticKind, Prerequisite, Severity, Sink};
use crate::text::span::Spanned;

/// The check.
pub static RULE: Rule = Rule {
    kind: &KIND,
    run: Run::Journal(run),
};

static KIND: DiagnosticKind = DiagnosticKind {
    code: "R004",
    name: "number-gap",
    severity: Severity::Warning,
    prerequisite: Prerequisite::Names,
    explanation: include_str!("number_gap.md"),
};

/// How many missing numbers a message names.
const NAMED: u64 = 3;

fn run(subject: &Subject<'_>, sink: &mut Sink) {
    for row in series(subject.journal) {
        if !row.is_dense() {
            continue;
        }
        for pair in row.members.windows(2) {
            let [before, after] = pair else { continue };
            if after.place > before.place.saturating_add(1) {
                report(subject, &row, before, after, sink);
            }
        }
    }
}

fn report(subject: &Subject<'_>, row: &Series, before: &Member, after: &Member, sink: &mut Sink) {
    let first = before.place.saturating_add(1);
    let missing = after.place.saturating_sub(first);
    let names: Vec<String> = (first..after.place)
        .take(usize::try_from(NAMED).unwrap_or(usize::MAX))
        .map(|place| row.name(place))
        .collect();
    let more = match missing.saturating_sub(NAMED) {
        0 => String::new(),
        rest => format!(" and {rest} more"),
    };
    let found = subject.journal.invoices[after.number];
    let known = subject.journal.invoices[before.number];
    let expected = row.name(first);
    sink.push_with(&KIND, || {
        KIND.at(
            subject.mention_of(found.origin, after.number),
            format!(
                "expected {expected} after {}, found {}",
                subject.number(before.number),
                subject.number(after.number)
            ),
        )
        .note(format!("{}{more} missing", names.join(", ")))
        .related(super::rule::dated(known.origin), "the number before")
        .help(format!(
            "write what is missing, or explain it: `{}`",
            print_void(subject, &expected)
        ))
    });
}

/// The entry for a number, which has its sigil.
fn print_void(subject: &Subject<'_>, number: &str) -> String {
    let void = TypedEntry::Void(VoidEntry {
        invoices: InvoiceIds::one(Spanned::without_span(number.trim_start_matches('#'))),
        customer: None,
    });
    subject.print_entry(&JournalEntry {
        text: Some(Spanned::without_span("never used")),
        ..JournalEntry::new(None, void)
    })
}
