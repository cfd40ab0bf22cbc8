//! `number-gaps`: numbers in the rows of invoices that are no invoice, and what explains them.

use super::accountant_input::AccountantInput;
use super::accountant_table::accountant_table;
use crate::bookkeeping::number_gaps::{GapReason, NumberGap, find_number_gaps};
use crate::document::{Cell, Table};
use crate::journal::model::InvoiceIx;
use crate::report::shared::source_column::quote_cells;

/// One row a hole, or a number that is explained.
pub fn table(input: &AccountantInput<'_>) -> Table {
    let (_, gaps) = find_number_gaps(input.journal(), input.period, input.asked.day.as_of());
    let keys = [
        "from",
        "to",
        "missing",
        "missing_to",
        "count",
        "explained_by",
        "explanation",
        "text",
        "file",
        "line",
    ];
    accountant_table(
        input,
        &keys,
        gaps.iter().map(|gap| row(input, gap)).collect(),
    )
}

fn row(input: &AccountantInput<'_>, gap: &NumberGap) -> Vec<Cell> {
    let journal = input.journal();
    let say = &input.words().gap;
    let number = |known: Option<InvoiceIx>| {
        known.map_or(Cell::Empty, |known| Cell::text(journal.invoice_no(known)))
    };
    let (code, words, by) = match gap.explanation {
        GapReason::Nothing => ("nothing", say.nothing, None),
        GapReason::NeverUsed(by) => ("void", say.never_used, Some(by)),
        GapReason::CreditNote(by) => ("credit-note", say.credit_note, Some(by)),
    };
    let lookup = input.asked.day.source_lookup;
    let quote = by.map(|by| lookup.quote_entry(by));
    let quote = quote.unwrap_or_default();
    let [file, line] = quote_cells(&quote);
    let (first, last) = &gap.missing;
    let count = i64::try_from(gap.count).unwrap_or(i64::MAX);
    vec![
        number(gap.before),
        number(gap.after),
        Cell::text(first.trim_start_matches('#')),
        Cell::text(last.trim_start_matches('#')),
        Cell::Number(count),
        Cell::word(code, words),
        Cell::text(words),
        Cell::text(&quote.text),
        file,
        line,
    ]
}
