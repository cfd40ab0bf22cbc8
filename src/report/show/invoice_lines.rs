//! `show` of an invoice: its lines as written, what they add up to, and the VAT in its amount.

use crate::claim::vat_parts::VatParts;
use crate::document::{Block, Cell, ColumnVisibility, Table};
use crate::journal::model::InvoiceIx;
use crate::journal::source_lookup::EntryQuote;
use crate::policy::vat_relief::{TaxedPart, vat_inside};
use crate::report::shared::page::{column, column_visible};
use crate::report::shared::report_input::ReportInput;
use crate::value::key_name::KeyName;
use crate::value::money::{Minor, Money};
use crate::value::share::Share;

/// The VAT in the amount of an invoice at each rate: an amount that was meant without VAT shows here.
pub fn included_vat(input: ReportInput<'_>, number: InvoiceIx) -> Option<String> {
    let sums = sums_by_rate(input, number)?;
    let each = sums
        .iter()
        .filter(|sum| sum.part.rate != Share::ZERO || sums.len() == 1);
    let each: Vec<String> = each
        .map(|sum| {
            let vat = input.language.format_money(money(input, number, sum.vat));
            format!("{vat} ({})", input.language.format_rate(sum.part.rate))
        })
        .collect();
    (!each.is_empty()).then(|| each.join(", "))
}

/// The lines of the invoice as written, and what they add up to at each rate of VAT.
pub fn invoice_line_blocks(
    input: ReportInput<'_>,
    number: InvoiceIx,
    quote: &EntryQuote,
) -> Vec<Block> {
    let say = &input.language.phrases;
    let is_line = |key: &str| key == KeyName::Item.word() || key == KeyName::Less.word();
    let written = quote.details.iter().filter(|(key, _)| is_line(key));
    let rows: Vec<Vec<Cell>> = written
        .map(|(key, value)| {
            let (figures, words) = value.split_once('|').unwrap_or((value, ""));
            let said = if key == KeyName::Less.word() {
                say.overview.show.less
            } else {
                ""
            };
            vec![
                Cell::word(key.clone(), said),
                Cell::text(figures.trim()),
                Cell::text(words.trim()),
            ]
        })
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let columns = vec![
        column_visible("key", "", ColumnVisibility::WhenUsed),
        column("figures", say.heading.line),
        column("text", say.heading.text),
    ];
    let lines = Block::Table(Table::new(columns, rows));
    let sums = sums_by_rate(input, number).map(|sums| sum_table(input, number, &sums));
    let heading = Block::Heading(say.title.lines.to_owned());
    let blocks = [heading, lines].into_iter();
    blocks.chain(sums.map(Block::Table)).collect()
}

/// What stands at one rate: of the whole, so much is VAT.
struct RateSum {
    part: TaxedPart,
    vat: Minor,
}

/// The amount of an invoice by rate; `None` where no rate is named.
fn sums_by_rate(input: ReportInput<'_>, number: InvoiceIx) -> Option<Vec<RateSum>> {
    let parts = VatParts::from_journal(input.day.journal).by_rate(input.day.journal, number);
    let sums: Option<Vec<RateSum>> = parts
        .into_iter()
        .map(|part| {
            let vat = vat_inside(&[part], part.gross)?;
            let vat = vat.first().map_or(Minor::ZERO, |vat| vat.amount);
            Some(RateSum { part, vat })
        })
        .collect();
    sums.filter(|sums| !sums.is_empty())
}

fn sum_table(input: ReportInput<'_>, number: InvoiceIx, sums: &[RateSum]) -> Table {
    let words = &input.language.phrases.overview.show;
    let rate_cell = |rate: Share| {
        Cell::word(
            rate.0.normalize().to_string(),
            input.language.format_rate(rate),
        )
    };
    let row = |label: Cell, gross: Minor, vat: Minor| {
        let figures =
            [gross - vat, vat, gross].map(|minor| Cell::from(money(input, number, minor)));
        std::iter::once(label).chain(figures).collect::<Vec<Cell>>()
    };
    let whole = |part: fn(&RateSum) -> Minor| sums.iter().map(part).sum();
    let total = input.language.phrases.heading.total;
    Table {
        columns: vec![
            column("vat_rate", words.vat_rate),
            column("net", words.net),
            column("vat", words.vat),
            column("amount", input.language.phrases.heading.amount),
        ],
        rows: sums
            .iter()
            .map(|sum| row(rate_cell(sum.part.rate), sum.part.gross, sum.vat))
            .collect(),
        totals: vec![row(
            Cell::word("total", total),
            whole(|sum| sum.part.gross),
            whole(|sum| sum.vat),
        )],
    }
}

fn money(input: ReportInput<'_>, number: InvoiceIx, minor: Minor) -> Money {
    Money::new(minor, input.day.journal.invoices[number].currency)
}
