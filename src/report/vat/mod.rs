//! `vat`: the VAT return of a period, box by box, the invoices behind each, and the listing of EU supplies.

mod eu_listing;
mod explanation;
mod remarks;
mod return_page;
mod row_name;

use super::shared::page::{PageBasis, add_table, column, column_visible, start_page};
use super::shared::report_definition::{Report, ReportFn};
use super::shared::report_flag::{FlagChoice, FlagValue, ReportFlag, UsageError};
use super::shared::report_input::{ReportInput, ReportOptions, VatPage};
use crate::document::{Cell, Column, ColumnVisibility, Document, Table};
use crate::journal::model::InvoiceIx;
use crate::policy::jurisdiction::law::Law;
use crate::value::currency::Currency;
use crate::value::money::{Minor, Money};
use crate::value::period::Period;
use crate::value::vocabulary::VatBasis;
use crate::vat::listing_periods::find_listing_periods;
use crate::vat::vat_entry::{VatEntry, VatPlace};
use crate::vat::vat_return::{VatEntries, VatReturn, VatReturnRow, VatRowKind};
use chrono::Datelike;
use remarks::{add_amounts_outside, add_remarks, passed_limit};
use return_page::start_return_page;
use std::collections::BTreeSet;

/// The VAT return of a period.
pub static VAT: Report = Report {
    name: "vat",
    aliases: &["btw"],
    about: "the VAT return of a period, box by box, with the invoices behind each",
    flags: FLAGS,
    columns: COLUMNS,
    write: ReportFn::All(write),
};

const COLUMNS: &str = "\
Columns of csv and json, one row a box of the return, all boxes always, and one for what stands in none:
  period           2026-Q1, 2026-03, 2026
  box, text        the box and what it is about
  kind             sales; relief: VAT on bad debts asked back; relief-undone: owed again; behind the boxes a row, with no
                   box, for what stands in none: unknown (its net is the whole amount), exempt, margin, abroad,
                   other-currency
  currency         the currency of the return
  net, vat         exact; of relief the turnover that was not paid, and the VAT on it
  rounded_net, rounded_vat  in whole units, in favour of the business; the rows of a box add up to the box rounded once
  invoices         how many invoices and credit notes stand behind it
With --explain, one row an amount: date, declared_on (the day in whose return it stands), kind, invoice, for_invoice,
customer, name, rate, currency, net, vat, box, late, file, line.
With --icp, one row a customer: period, country, vat_id, customer, name, currency, goods, services
(in whole euros, as they are declared), invoices, problem, goods_exact, services_exact (to the cent).";

static FLAGS: &[ReportFlag] = &[
    ReportFlag {
        short: Some('p'),
        ..ReportFlag::new(
            "period",
            "2026-Q1, 2026-03, 2026, lastquarter; without it the last quarter that ended",
            FlagValue::Period("PERIOD", |options, period| {
                options.period = Some(period);
                Ok(())
            }),
        )
    },
    ReportFlag::new(
        "basis",
        "When VAT is owed: as the journal says, when it is invoiced, or when it is paid (cash)",
        FlagValue::Choice(
            "BASIS",
            &[
                FlagChoice {
                    word: "journal",
                    set: |options| options.vat_basis = None,
                },
                FlagChoice {
                    word: "invoice",
                    set: |options| options.vat_basis = Some(VatBasis::Invoice),
                },
                FlagChoice {
                    word: "cash",
                    set: |options| options.vat_basis = Some(VatBasis::Cash),
                },
            ],
        ),
    ),
    ReportFlag {
        conflicts_with: &["icp"],
        ..ReportFlag::new(
            "explain",
            "Each amount of a box (1a), of all VAT (5a), of bad debts (relief), of what stands in none (unknown, exempt, margin, \
             abroad, other-currency), or of periods filed before (late)",
            FlagValue::Words("BOX", set_box),
        )
    },
    ReportFlag::new(
        "icp",
        "The listing of supplies to businesses in other EU countries",
        FlagValue::Switch(|options| options.vat_page = VatPage::EuListing),
    ),
];

fn set_box(options: &mut ReportOptions, typed: &str) -> Result<(), UsageError> {
    let name = row_name::find_row_name(typed)?;
    options.vat_page = VatPage::Explanation(name.to_owned());
    Ok(())
}

fn write(input: ReportInput<'_>) -> Vec<Document> {
    let say = &input.language.phrases.vat.vat_return;
    let period = input.options.period.or_else(|| last_quarter(input));
    let (Some(period), Some(law)) = (period, input.day.journal.home_law()) else {
        return vec![page_without_return(input, period, say.no_law)];
    };
    let own = input.day.journal.business.as_ref().map(|own| own.vat_basis);
    let basis = input.options.vat_basis.or(own).unwrap_or_default();
    let day = input.day;
    let source = (day.journal, day.ledger);
    let entries = VatEntries::new(source, law, day.vat_breakdown(), basis);
    let found = entries.of_period(period);
    vec![match &input.options.vat_page {
        VatPage::Explanation(asked) => explanation::write(input, &found, asked),
        VatPage::EuListing => {
            let monthly = find_listing_periods(&entries, law, period);
            eu_listing::write(input, law, &found, monthly)
        }
        // VAT that stands on an invoice is owed, whatever the scheme of the business.
        VatPage::Return if is_nothing_declared(input, &found) => {
            let mut page = page_without_return(input, Some(period), say.no_return);
            add_amounts_outside(input, &found, &mut page);
            page
        }
        VatPage::Return => write_return(input, law, &found),
    }]
}

/// Whether the scheme of the business has nothing to declare, and nothing else is owed.
fn is_nothing_declared(input: ReportInput<'_>, found: &VatReturn) -> bool {
    let is_taxed =
        input.day.journal.is_vat_charged() || passed_limit(input, found.period).is_some();
    !is_taxed && found.entries.iter().all(|it| it.part.vat.is_zero())
}

/// The last quarter that ended by the day of the journal.
fn last_quarter(input: ReportInput<'_>) -> Option<Period> {
    let tomorrow = input.day.as_of().succ_opt()?;
    let (year, quarter) = (tomorrow.year(), tomorrow.month().div_ceil(3));
    match quarter.checked_sub(1) {
        None | Some(0) => Period::quarter(year.checked_sub(1)?, 4),
        Some(before) => Period::quarter(year, before),
    }
}

/// A page without rows that says why.
fn page_without_return(input: ReportInput<'_>, period: Option<Period>, why: &str) -> Document {
    let say = &input.language.phrases.vat.vat_return;
    let title = (say.title)(&period.map_or_else(String::new, |period| period.to_string()));
    let mut page = start_page(input, "vat", title.trim_end(), PageBasis::Entries);
    page.push_paragraph(why);
    page.push_table(Table::new(return_columns(input), []));
    page
}

fn return_columns(input: ReportInput<'_>) -> Vec<Column> {
    let say = &input.language.phrases.vat.vat_return;
    vec![
        column_visible("period", "", ColumnVisibility::Programs),
        column("box", say.vat_box),
        column("text", say.about),
        column_visible("kind", "", ColumnVisibility::Programs),
        column("currency", input.language.phrases.heading.currency),
        column("net", say.net),
        column("vat", say.vat),
        column("rounded_net", say.rounded_net),
        column("rounded_vat", say.rounded_vat),
        column("invoices", say.documents),
    ]
}

fn write_return(input: ReportInput<'_>, law: &'static Law, found: &VatReturn) -> Document {
    let say = &input.language.phrases.vat.vat_return;
    let title = (say.title)(&found.period.to_string());
    let mut page = start_return_page(input, &title, found);
    let rows = found.rows(law);
    let mut table = Table::new(
        return_columns(input),
        rows.iter()
            .map(|row| return_row(input, law, found, row))
            .chain(outside_rows(input, found)),
    );
    table.totals.push(total_row(input, law, found, &rows));
    add_table(input, &mut page, table);
    add_remarks(input, law, found, &mut page);
    page
}

fn return_row(
    input: ReportInput<'_>,
    law: &Law,
    found: &VatReturn,
    row: &VatReturnRow,
) -> Vec<Cell> {
    let say = &input.language.phrases.vat.vat_return;
    let money = |minor: Minor| Cell::from(Money::new(minor, law.currency));
    let (code, words) = match row.kind {
        VatRowKind::Sales => ("sales", box_name(input, law, row.vat_box.name)),
        VatRowKind::Relief => ("relief", say.relief),
        VatRowKind::ReliefUndone => ("relief-undone", say.relief_undone),
    };
    let has_vat = row.vat_box.has_vat();
    let vat = |minor: Minor| if has_vat { money(minor) } else { Cell::Empty };
    vec![
        Cell::text(&found.period.to_string()),
        Cell::text(row.vat_box.name),
        Cell::text(words),
        Cell::word(code, ""),
        Cell::Currency(law.currency),
        money(row.net),
        vat(row.vat),
        money(row.rounded_net),
        vat(row.rounded_vat),
        Cell::count(row.documents),
    ]
}

/// What stands in no box, a row for each reason and currency.
fn outside_rows(input: ReportInput<'_>, found: &VatReturn) -> Vec<Vec<Cell>> {
    let say = &input.language.phrases.vat.vat_return;
    let mut rows = Vec::new();
    for place in VatPlace::OUTSIDE {
        let currencies: BTreeSet<Currency> = found
            .entries_at(place)
            .map(|entry| entry.currency)
            .collect();
        for currency in currencies {
            let own = || found.entries_at(place).filter(|it| it.currency == currency);
            let documents: BTreeSet<InvoiceIx> = own().map(|entry| entry.number).collect();
            let sum = |amount: fn(&VatEntry) -> Minor| {
                Cell::from(Money::new(own().map(amount).sum(), currency))
            };
            let words = (say.outside)(place.code()).unwrap_or_default();
            rows.push(vec![
                Cell::text(&found.period.to_string()),
                Cell::Empty,
                Cell::text(words),
                Cell::word(place.code(), ""),
                Cell::Currency(currency),
                sum(|entry| entry.part.net),
                // What bears no VAT here has none of 0.00.
                match place {
                    VatPlace::OtherCurrency => sum(|entry| entry.part.vat),
                    _ => Cell::Empty,
                },
                Cell::Empty,
                Cell::Empty,
                Cell::count(documents.len()),
            ]);
        }
    }
    rows
}

/// What a box is called in the language of the reader.
fn box_name(input: ReportInput<'_>, law: &Law, name: &str) -> &'static str {
    let names = law.words_in(input.language.tag).vat_boxes.iter();
    let mut names = names.filter(|(known, _)| *known == name);
    names.next().map_or("", |(_, words)| words)
}

/// The VAT of all boxes; amounts of different supplies are not added up.
fn total_row(
    input: ReportInput<'_>,
    law: &Law,
    found: &VatReturn,
    rows: &[VatReturnRow],
) -> Vec<Cell> {
    let say = &input.language.phrases.vat.vat_return;
    let rounded = rows.iter().map(|row| row.rounded_vat).sum();
    let money = |minor: Minor| Cell::from(Money::new(minor, law.currency));
    vec![
        Cell::Empty,
        Cell::Empty,
        Cell::text(say.total),
        Cell::Empty,
        Cell::Currency(law.currency),
        Cell::Empty,
        money(found.total_vat()),
        Cell::Empty,
        money(rounded),
        Cell::Empty,
    ]
}
