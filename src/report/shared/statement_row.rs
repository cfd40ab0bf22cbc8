//! One line of a statement as cells: what it was, which invoice, what was written and where.

use super::labels::statement_line_label;
use super::report_input::ReportInput;
use super::source_column::SourceStyle;
use super::vat_of_line::net_and_vat_cells;
use crate::document::Cell;
use crate::journal::model::{InvoiceIx, MovementIx};
use crate::journal::source_lookup::EntryQuote;
use crate::ledger::statement::{StatementLine, StatementLineKind};
use crate::text::span::Origin;
use crate::value::currency::Currency;
use crate::value::money::Money;
use std::collections::BTreeSet;
use std::slice;

/// Date, entry, invoice, text, currency, debit, credit, balance, file, line, place, number, net, VAT.
pub fn statement_cells(
    input: ReportInput<'_>,
    places: SourceStyle,
    line: &StatementLine,
    currency: Currency,
) -> Vec<Cell> {
    let money = |minor| Cell::from(Money::new(minor, currency));
    let [debit, credit] = debit_and_credit(line, currency);
    let quote = line_header(input, line);
    let [file, source_line, place] = places.cells(&quote);
    let (code, said) = statement_line_label(line.kind, input.language);
    let [net, vat] = net_and_vat_cells(input, slice::from_ref(line), currency);
    vec![
        Cell::Date(line.date),
        Cell::word(code, said),
        line_invoices(input, line),
        line_text(input, line, &quote),
        Cell::Currency(currency),
        debit,
        credit,
        money(line.balance),
        file,
        source_line,
        place,
        document_number(input, line).map_or(Cell::Empty, |it| {
            Cell::text(input.day.journal.invoice_no(it))
        }),
        net,
        vat,
    ]
}

/// The number of the paper behind a line: an invoice, or a credit note.
pub fn document_number(input: ReportInput<'_>, line: &StatementLine) -> Option<InvoiceIx> {
    match (line.kind, line.movement) {
        (StatementLineKind::Invoice, _) => line.invoice,
        (StatementLineKind::Credit, Some(note)) => {
            let note = &input.day.journal.movements[note];
            note.extra.as_ref()?.credit_number
        }
        _ => None,
    }
}

/// Its amount as debit or as credit.
pub fn debit_and_credit(line: &StatementLine, currency: Currency) -> [Cell; 2] {
    if line.amount.is_positive() {
        [Money::new(line.amount, currency).into(), Cell::Empty]
    } else {
        [Cell::Empty, Money::new(-line.amount, currency).into()]
    }
}

/// What was written for a line.
pub fn line_quote(input: ReportInput<'_>, line: &StatementLine) -> EntryQuote {
    let origin = line_origin(input, line);
    let quote = origin.map(|origin| input.day.source_lookup.quote_entry(origin));
    quote.unwrap_or_default()
}

/// The same without its details.
pub fn line_header(input: ReportInput<'_>, line: &StatementLine) -> EntryQuote {
    let origin = line_origin(input, line);
    let quote = origin.map(|origin| input.day.source_lookup.quote_header(origin));
    quote.unwrap_or_default()
}

fn line_origin(input: ReportInput<'_>, line: &StatementLine) -> Option<Origin> {
    let journal = input.day.journal;
    let movement = line.movement;
    let movement = movement.map(|movement| journal.movements[movement].origin);
    movement.or_else(|| line.invoice.map(|invoice| journal.invoices[invoice].origin))
}

/// The invoice of a line; of money for several, each of them.
pub fn line_invoices(input: ReportInput<'_>, line: &StatementLine) -> Cell {
    let is_money = matches!(
        line.kind,
        StatementLineKind::Payment | StatementLineKind::Reversal | StatementLineKind::Refund
    );
    let named = match line.movement {
        Some(movement) if is_money => named_invoices(input, movement),
        _ => line.invoice.into_iter().collect(),
    };
    let numbers: Vec<&str> = named
        .into_iter()
        .map(|invoice| input.day.journal.invoice_no(invoice))
        .collect();
    Cell::text(&numbers.join(" "))
}

/// Every invoice that a movement names, each once: in its header, then in its `for:` lines.
fn named_invoices(input: ReportInput<'_>, movement: MovementIx) -> Vec<InvoiceIx> {
    let movement = &input.day.journal.movements[movement];
    let mut seen = BTreeSet::new();
    let all = movement.all_invoices();
    all.filter(|invoice| seen.insert(*invoice)).collect()
}

/// What was written. A discount or a settlement was not.
pub fn line_words(line: &StatementLine, quote: &EntryQuote) -> Cell {
    match line.kind {
        StatementLineKind::Discount
        | StatementLineKind::Recovery
        | StatementLineKind::Settlement => Cell::Empty,
        _ => Cell::text(&quote.text),
    }
}

/// The same for people: a credit note begins with its number.
pub fn line_text(input: ReportInput<'_>, line: &StatementLine, quote: &EntryQuote) -> Cell {
    match line.kind {
        StatementLineKind::Credit => {
            let number = document_number(input, line);
            let number = number.map_or("", |number| input.day.journal.invoice_no(number));
            Cell::text(format!("{number} {}", quote.text).trim())
        }
        _ => line_words(line, quote),
    }
}
