//! The table of VAT that `export` writes: a row for each rate of an invoice, a credit note and an invoice that was voided.

use super::export_table::export_rows;
use crate::document::{Cell, TableRows};
use crate::journal::model::MovementKind;
use crate::report::shared::customer_cells::CustomerCells;
use crate::report::shared::labels;
use crate::report::shared::report_input::ReportInput;
use crate::report::shared::source_column::file_and_line_cells;
use crate::report::shared::vat_code_cell::vat_code_cell;
use crate::value::money::{Minor, Money};
use crate::vat::invoice_basis::entries_by_invoice;
use crate::vat::vat_entry::{VatEntry, VatEntryKind};

/// In the order of days and numbers. Credit notes and voided invoices stand below zero, so that the columns add up to the
/// turnover and its VAT; what has no rate stands with its amount alone.
pub fn table(input: ReportInput<'_>) -> TableRows<'_> {
    let journal = input.day.journal;
    let keys = [
        "date",
        "kind",
        "number",
        "for_invoice",
        "customer",
        "name",
        "code",
        "rate",
        "currency",
        "net",
        "vat",
        "amount",
        "file",
        "line",
    ];
    let law = journal.home_law().or_else(|| journal.laws.laws().next());
    let entries = law
        .map(|law| entries_by_invoice(journal, law, input.day.vat_breakdown(), input.day.as_of()));
    let mut entries = entries.unwrap_or_default();
    entries.sort_by_key(|entry| {
        (
            entry.date,
            entry.kind,
            journal.invoice_order(entry.number),
            entry.part.code,
        )
    });
    let entries = entries.into_iter();
    let customers = CustomerCells::new(journal);
    export_rows(
        &keys,
        entries.map(move |entry| row(input, &customers, &entry)),
    )
}

fn row(input: ReportInput<'_>, customers: &CustomerCells<'_>, entry: &VatEntry) -> Vec<Cell> {
    let journal = input.day.journal;
    let money = |minor: Minor| Cell::from(Money::new(minor, entry.currency));
    let code = entry.part.code;
    let known = |minor: Minor| code.map_or(Cell::Empty, |_| money(minor));
    let lowered = entry.invoice.filter(|_| entry.kind == VatEntryKind::Credit);
    let [id, name] = customers.cells_of(entry.customer);
    let [file, line] = file_and_line_cells(input.day.source_lookup.file_and_line(entry.origin));
    vec![
        Cell::Date(entry.date),
        kind_cell(input, entry.kind),
        Cell::text(journal.invoice_no(entry.number)),
        lowered.map_or(Cell::Empty, |it| Cell::text(journal.invoice_no(it))),
        id,
        name,
        vat_code_cell(input.language, code),
        code.map_or(Cell::Empty, |code| Cell::Share(code.rate())),
        Cell::Currency(entry.currency),
        known(entry.part.net),
        known(entry.part.vat),
        money(entry.part.gross()),
        file,
        line,
    ]
}

fn kind_cell(input: ReportInput<'_>, kind: VatEntryKind) -> Cell {
    let words = &input.language.phrases.entry;
    labels::label_cell(match kind {
        VatEntryKind::Credit => labels::movement_label(MovementKind::Credit, input.language),
        VatEntryKind::Void => labels::movement_label(MovementKind::Void, input.language),
        _ => ("invoice", words.invoice),
    })
}
