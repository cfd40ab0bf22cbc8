//! R004: a hole in a row of numbers.

use super::shared::check_input::CheckInput;
use crate::journal::number_series::{InvoiceNumberSeries, SeriesMember, collect_series};
use crate::syntax::directive::TypedEntry;
use crate::syntax::directive::invoices_entry::InvoicesEntry;
use crate::syntax::entry_fields::InvoiceIds;
use crate::syntax::journal_entry::JournalEntry;
use crate::text::diagnostic::Sink;
use crate::text::span::Spanned;

crate::check_rule! {
    "R004" "number-gap" Warning, needs Names, page "number_gap.md", Journal(run)
}

/// How many missing numbers a message names.
const MAX_NAMED: u64 = 3;

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    for row in collect_series(input.day.journal) {
        if !row.is_dense() {
            continue;
        }
        for pair in row.members.windows(2) {
            let [before, after] = pair else { continue };
            if after.ordinal > before.ordinal.saturating_add(1) {
                report(input, &row, before, after, sink);
            }
        }
    }
}

fn report(
    input: &CheckInput<'_>,
    row: &InvoiceNumberSeries,
    before: &SeriesMember,
    after: &SeriesMember,
    sink: &mut Sink,
) {
    let first = before.ordinal.saturating_add(1);
    let missing = after.ordinal.saturating_sub(first);
    let names: Vec<String> = (first..after.ordinal)
        .take(usize::try_from(MAX_NAMED).unwrap_or(usize::MAX))
        .map(|place| row.number_at(place))
        .collect();
    let more = match missing.saturating_sub(MAX_NAMED) {
        0 => String::new(),
        rest => format!(" and {rest} more"),
    };
    let found = input.day.journal.invoices[after.invoice];
    let known = input.day.journal.invoices[before.invoice];
    let expected = row.number_at(first);
    sink.push_with(&KIND, || {
        KIND.at(
            input.mention_span(found.origin, after.invoice),
            format!(
                "expected {expected} after {}, found {}",
                input.format_invoice(before.invoice),
                input.format_invoice(after.invoice)
            ),
        )
        .note(format!("{}{more} missing", names.join(", ")))
        .related(
            super::shared::check_input::date_span(known.origin),
            "the number before",
        )
        .help(format!(
            "write what is missing, or explain it: `{}`",
            print_void(input, &expected)
        ))
    });
}

/// The entry for a number, which has its sigil.
fn print_void(input: &CheckInput<'_>, number: &str) -> String {
    let void = TypedEntry::Void(InvoicesEntry {
        invoices: InvoiceIds::one(Spanned::without_span(number.trim_start_matches('#'))),
        customer: None,
    });
    input.print_entry(&JournalEntry {
        text: Some(Spanned::without_span("never used")),
        ..JournalEntry::new(None, void)
    })
}
