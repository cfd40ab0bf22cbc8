//! E001: a letter whose step is above the next one.

use super::letters::Letter;
use super::rule::{Rule, Run, Subject};
use crate::syntax::directive::TypedEntry;
use crate::syntax::directive::skip::SkipEntry;
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
    code: "E001",
    name: "stage-skipped",
    severity: Severity::Warning,
    prerequisite: Prerequisite::Figures,
    explanation: include_str!("stage_skipped.md"),
};

fn run(subject: &Subject<'_>, sink: &mut Sink) {
    for letter in subject
        .letters()
        .iter()
        .filter(|letter| letter.closed.is_none())
    {
        let Some((place, next)) = letter.place.zip(letter.next_place()) else {
            continue;
        };
        let Some(expected) = letter.standing.stage(next).filter(|_| place > next) else {
            continue;
        };
        let number = subject.number(letter.invoice);
        let sent = letter.standing.stage(place).map_or("", |stage| &stage.name);
        sink.push(
            KIND.at(
                subject.mention_of(letter.event.origin, letter.invoice),
                format!(
                    "expected `{}` for {number} before `{sent}`, found none",
                    expected.name
                ),
            )
            .help(format!(
                "send `{}` first; or write why it is left out: `{}`",
                expected.name,
                print_skip(subject, letter, &expected.name)
            )),
        );
    }
}

fn print_skip(subject: &Subject<'_>, letter: &Letter<'_>, stage: &str) -> String {
    let skip = TypedEntry::Skip(SkipEntry {
        stage: Spanned::without_span(stage),
        invoices: InvoiceIds::one(subject.invoice_id(letter.invoice)),
        customer: None,
    });
    subject.print_entry(&JournalEntry {
        text: Some(Spanned::without_span("…")),
        ..JournalEntry::new(Some(letter.event.date), skip)
    })
}
