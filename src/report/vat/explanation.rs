//! `vat --explain`: each amount behind a box, or behind what stands in none, with its place in the journal.

use super::return_page::start_return_page;
use crate::document::{Cell, ColumnVisibility, Document, Table};
use crate::report::shared::customer_cells::customer_cells;
use crate::report::shared::page::{add_table, add_totals, column, column_visible};
use crate::report::shared::report_input::ReportInput;
use crate::report::shared::source_column::file_and_line_cells;
use crate::value::money::{Minor, Money};
use crate::vat::vat_entry::VatEntry;
use crate::vat::vat_return::VatReturn;

/// The page about a box, by its name or by the word for what stands in none.
pub fn write(input: ReportInput<'_>, found: &VatReturn, asked: &str) -> Document {
    let say = &input.language.phrases.vat.vat_return;
    let head = &input.language.phrases.heading;
    let title = (say.explanation)(
        (say.outside)(asked).unwrap_or(asked),
        &found.period.to_string(),
    );
    let mut page = start_return_page(input, &title, found);
    let entries = found.entries.iter().filter(|it| is_asked(it, asked));
    let mut table = Table::new(
        vec![
            column("date", head.date),
            column_visible("declared_on", "", ColumnVisibility::Programs),
            column("kind", head.entry),
            column("invoice", head.invoice),
            column_visible("for_invoice", "", ColumnVisibility::Programs),
            column_visible("customer", head.customer, ColumnVisibility::WhenUsed),
            column_visible("name", head.name, ColumnVisibility::WhenRoom),
            column_visible("rate", say.rate, ColumnVisibility::WhenUsed),
            column("currency", head.currency),
            column("net", say.net),
            column("vat", say.vat),
            column_visible("box", "", ColumnVisibility::Programs),
            column_visible("late", "", ColumnVisibility::Programs),
            column_visible("file", head.file, ColumnVisibility::Programs),
            column("line", head.line),
        ],
        entries.map(|entry| row(input, entry)),
    );
    if table.rows.is_empty() {
        page.push_paragraph(say.nothing);
    }
    add_totals(input, &mut table);
    add_table(input, &mut page, table);
    page
}

fn is_asked(entry: &VatEntry, asked: &str) -> bool {
    match asked {
        "late" => entry.is_late(),
        name => entry.place.code() == name,
    }
}

fn row(input: ReportInput<'_>, entry: &VatEntry) -> Vec<Cell> {
    let journal = input.day.journal;
    let say = &input.language.phrases.vat.vat_return;
    let money = |minor: Minor| Cell::from(Money::new(minor, entry.currency));
    let label = say.kinds.get(entry.kind as usize).copied();
    let [id, name] = customer_cells(journal, entry.customer);
    let [file, line] = file_and_line_cells(input.day.source_lookup.file_and_line(entry.origin));
    let code = entry.part.code;
    let rate = code.map_or_else(String::new, |code| code.to_string());
    vec![
        Cell::Date(entry.date),
        Cell::Date(entry.declared_on),
        Cell::word(entry.kind.code(), label.unwrap_or_default()),
        Cell::text(journal.invoice_no(entry.number)),
        entry.invoice.map_or(Cell::Empty, |invoice| {
            Cell::text(journal.invoice_no(invoice))
        }),
        id,
        name,
        Cell::word(rate, input.language.format_vat_code(code)),
        Cell::Currency(entry.currency),
        money(entry.part.net),
        money(entry.part.vat),
        Cell::text(entry.place.code()),
        Cell::word(if entry.is_late() { "yes" } else { "no" }, ""),
        file,
        line,
    ]
}
