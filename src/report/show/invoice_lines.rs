//! `show` of an invoice: its lines with what each comes to, what they add up to, and the VAT in its amount.

use crate::document::{Block, Cell, ColumnVisibility, Table};
use crate::journal::model::InvoiceIx;
use crate::journal::quote_line::QuoteLine;
use crate::journal::source_lookup::EntryQuote;
use crate::ledger::vat_breakdown::VatPart;
use crate::report::shared::invoice_line_cells::line_cells;
use crate::report::shared::page::{column, column_visible};
use crate::report::shared::report_input::ReportInput;
use crate::value::key_name::KeyName;
use crate::value::money::{Minor, Money};

/// The VAT in the amount of an invoice at each rate: an amount that was meant without VAT shows here.
pub fn included_vat(input: ReportInput<'_>, number: InvoiceIx) -> Option<String> {
    let parts = known_parts(input, number)?;
    let each = parts.iter().map(|part| {
        let code = input.language.format_vat_code(part.code);
        if part.vat.is_zero() {
            return code;
        }
        let vat = input.language.format_money(money(input, number, part.vat));
        format!("{vat} ({code})")
    });
    Some(each.collect::<Vec<_>>().join(", "))
}

/// The lines of the invoice, each with what it comes to, and what they add up to at each rate of VAT.
pub fn invoice_line_blocks(
    input: ReportInput<'_>,
    number: InvoiceIx,
    quote: &EntryQuote,
) -> Vec<Block> {
    let say = &input.language.phrases;
    let is_line = |key: &str| key == KeyName::Item.word() || key == KeyName::Less.word();
    let written = quote.details.iter().filter(|(key, _)| is_line(key));
    let lines = input.day.source_lookup.quote_lines(quote.origin);
    let rows: Vec<Vec<Cell>> = written
        .zip(&lines)
        .map(|(written, line)| line_row(input, number, (written, line)))
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let columns = vec![
        column_visible("key", "", ColumnVisibility::WhenUsed),
        column("text", say.heading.text),
        column_visible("figures", "", ColumnVisibility::Programs),
        column("quantity", say.export.quantity),
        column_visible("unit", say.export.unit, ColumnVisibility::WhenUsed),
        column("price", say.export.price),
        column("net", say.overview.show.net),
        column_visible(
            "vat_rate",
            say.overview.show.vat_rate,
            ColumnVisibility::WhenUsed,
        ),
    ];
    let lines = Block::Table(Table::new(columns, rows));
    let sums = known_parts(input, number).map(|parts| sum_table(input, number, &parts));
    let heading = Block::Heading(say.title.lines.to_owned());
    let blocks = [heading, lines].into_iter();
    blocks.chain(sums.map(Block::Table)).collect()
}

/// A line: what was written, and what it comes to.
fn line_row(
    input: ReportInput<'_>,
    number: InvoiceIx,
    ((key, value), line): (&(String, String), &QuoteLine),
) -> Vec<Cell> {
    let record = &input.day.journal.invoices[number];
    let said = if line.is_less {
        input.language.phrases.overview.show.less
    } else {
        ""
    };
    let figures = value.split_once('|').map_or(value.as_str(), |it| it.0);
    let [quantity, unit, price, net] = line_cells(line, record.currency);
    let rate = line.vat.or(record.vat);
    let code = rate.map(|rate| rate.to_string());
    vec![
        Cell::word(key.clone(), said),
        Cell::text(&line.text),
        Cell::text(figures.trim()),
        quantity,
        unit,
        price,
        net,
        code.map_or(Cell::Empty, |code| {
            Cell::word(code, input.language.format_vat_code(rate))
        }),
    ]
}

/// The amount of an invoice by rate; `None` where no rate is named.
fn known_parts(input: ReportInput<'_>, number: InvoiceIx) -> Option<Vec<VatPart>> {
    let journal = input.day.journal;
    journal.invoices[number].amount()?;
    let parts = input.day.vat_breakdown().of_invoice(journal, number);
    parts
        .iter()
        .any(|part| part.code.is_some())
        .then_some(parts)
}

fn sum_table(input: ReportInput<'_>, number: InvoiceIx, parts: &[VatPart]) -> Table {
    let words = &input.language.phrases.overview.show;
    let code_cell = |part: &VatPart| {
        let code = part.code.map_or_else(String::new, |code| code.to_string());
        Cell::word(code, input.language.format_vat_code(part.code))
    };
    let row = |label: Cell, net: Minor, vat: Minor| {
        let figures = [net, vat, net + vat].map(|minor| Cell::from(money(input, number, minor)));
        std::iter::once(label).chain(figures).collect::<Vec<Cell>>()
    };
    let whole = |of: fn(&VatPart) -> Minor| parts.iter().map(of).sum();
    let total = input.language.phrases.heading.total;
    let rows = parts.iter();
    Table {
        columns: vec![
            column("vat_rate", words.vat_rate),
            column("net", words.net),
            column("vat", words.vat),
            column("amount", input.language.phrases.heading.amount),
        ],
        rows: rows
            .map(|part| row(code_cell(part), part.net, part.vat))
            .collect(),
        totals: vec![row(
            Cell::word("total", total),
            whole(|part| part.net),
            whole(|part| part.vat),
        )],
    }
}

fn money(input: ReportInput<'_>, number: InvoiceIx, minor: Minor) -> Money {
    Money::new(minor, input.day.journal.invoices[number].currency)
}
