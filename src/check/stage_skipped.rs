//! E001: a letter whose step is above the next one.

use super::shared::check_input::CheckInput;
use super::shared::stage_events::StageEvent;
use crate::journal::model::InvoiceIx;
use crate::syntax::directive::TypedEntry;
use crate::syntax::directive::skip::SkipEntry;
use crate::syntax::entry_fields::InvoiceIds;
use crate::syntax::journal_entry::JournalEntry;
use crate::text::diagnostic::Sink;
use crate::text::span::Spanned;
use std::collections::BTreeSet;

crate::check_rule! {
    "E001" "stage-skipped" Warning, needs Figures, page "stage_skipped.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    // A letter whose step no policy has is told by R009; it may be the one that seems to be left out.
    let all = input.stage_events().iter();
    let unknown = all.filter(|letter| letter.stage_index.is_none());
    let unknown: BTreeSet<InvoiceIx> = unknown.map(|letter| letter.invoice).collect();
    for letter in input.open_stage_events() {
        // Before the due date no step has its turn, which E002 tells.
        if unknown.contains(&letter.invoice) || letter.is_before_due() {
            continue;
        }
        let Some((place, next)) = letter.stage_index.zip(letter.next_stage_index()) else {
            continue;
        };
        let Some(expected) = letter.ladder_position.stage(next).filter(|_| place > next) else {
            continue;
        };
        let number = input.format_invoice(letter.invoice);
        let sent = letter
            .ladder_position
            .stage(place)
            .map_or("", |stage| &stage.name);
        sink.push(
            KIND.at(
                input.mention_span(letter.event.origin, letter.invoice),
                format!(
                    "expected `{}` for {number} before `{sent}`, found none",
                    expected.name
                ),
            )
            .help(format!(
                "send `{}` first; or write why it is left out: `{}`",
                expected.name,
                print_skip(input, letter, &expected.name)
            )),
        );
    }
}

fn print_skip(input: &CheckInput<'_>, letter: &StageEvent<'_>, stage: &str) -> String {
    let skip = TypedEntry::Skip(SkipEntry {
        stage: Spanned::without_span(stage),
        invoices: InvoiceIds::one(input.invoice_id(letter.invoice)),
        customer: None,
    });
    input.print_entry(&JournalEntry {
        text: Some(Spanned::without_span("…")),
        ..JournalEntry::new(Some(letter.event.date), skip)
    })
}
