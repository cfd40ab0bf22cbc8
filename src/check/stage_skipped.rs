//! E001: a letter whose step is above the next one.

use super::shared::check_input::CheckInput;
use crate::dunning::stage_events::{StageEvent, that_left_steps_out};
use crate::syntax::directive::TypedEntry;
use crate::syntax::directive::skip::SkipEntry;
use crate::syntax::entry_fields::InvoiceIds;
use crate::syntax::journal_entry::JournalEntry;
use crate::text::diagnostic::Sink;
use crate::text::span::Spanned;

crate::check_rule! {
    "E001" "stage-skipped" Warning, needs Figures, page "stage_skipped.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    for letter in that_left_steps_out(input.stage_events()) {
        let (Some(expected), Some(own)) = (letter.steps_left_out().first(), letter.stage()) else {
            continue;
        };
        let number = input.format_invoice(letter.invoice);
        let sent = &own.name;
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
