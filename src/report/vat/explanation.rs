//! `vat --explain`: each amount behind a box, or behind what stands in none, with its place in the journal.

use super::return_page::start_return_page;
use super::row_name::is_in_row;
use crate::document::{Cell, ColumnVisibility, Document, Table};
use crate::journal::source_lookup::EntryQuote;
use crate::report::shared::customer_cells::customer_cells;
use crate::report::shared::page::{add_table, add_totals, column, column_visible};
use crate::report::shared::report_input::ReportInput;
use crate::report::shared::source_column::SourceStyle;
use crate::value::money::{Minor, Money};
use crate::vat::vat_entry::VatEntry;
use crate::vat::vat_return::VatReturn;

/// The page about a row of the return, by its name.
pub fn write(input: ReportInput<'_>, found: &VatReturn, asked: &str) -> Document {
    let say = &input.language.phrases.vat.vat_return;
    let head = &input.language.phrases.heading;
    let title = (say.explanation)(
        (say.outside)(asked).unwrap_or(asked),
        &found.period.to_string(),
    );
    let mut page = start_return_page(input, &title, found);
    let entries = found.entries.iter().filter(|it| is_in_row(it, asked));
    let places = SourceStyle::for_files(input);
    let mut columns = vec![
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
    ];
    columns.extend(places.columns(input));
    let mut table = Table::new(columns, entries.map(|entry| row(input, places, entry)));
    if table.rows.is_empty() {
        page.push_paragraph(say.nothing);
    }
    add_totals(input, &mut table);
    add_table(input, &mut page, table);
    page
}

fn row(input: ReportInput<'_>, places: SourceStyle, entry: &VatEntry) -> Vec<Cell> {
    let journal = input.day.journal;
    let say = &input.language.phrases.vat.vat_return;
    let money = |minor: Minor| Cell::from(Money::new(minor, entry.currency));
    let label = say.kinds.get(entry.kind as usize).copied();
    let [id, name] = customer_cells(journal, entry.customer);
    let place = input.day.source_lookup.file_and_line(entry.origin);
    let (file, line) = place.unwrap_or_default();
    let [file, line, place] = places.cells(&EntryQuote {
        file,
        line,
        ..EntryQuote::default()
    });
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
        place,
    ]
}
