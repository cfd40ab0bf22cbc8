//! What every page starts with: whose figures, as of when, resting on what.

use super::report_input::ReportInput;
use crate::document::{Cell, Column, ColumnVisibility, Document, Fact, Table};
use crate::journal::bank_coverage::BankCoverage;
use crate::ledger::ageing::AgeingBasis;
use crate::value::currency::Currency;
use crate::value::key_name::KeyName;
use crate::value::money::Money;

/// From which day age counts, or that a page shows no ages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageBasis {
    /// The day from which ages on the page count.
    Ages(AgeingBasis),
    /// No ages: all entries up to the day count.
    Entries,
}

/// A page with a title and what it rests on, and nothing else yet.
pub fn start_page(
    input: ReportInput<'_>,
    name: &'static str,
    title: &str,
    basis: PageBasis,
) -> Document {
    let say = &input.language.phrases.basis;
    let mut facts = Vec::new();
    if let Some(business) = input.day.journal.business_value(KeyName::Name) {
        facts.push(fact("business", say.business, Cell::text(business)));
    }
    facts.push(fact("as_of", say.as_of, Cell::Date(input.day.as_of())));
    let (code, said) = match basis {
        PageBasis::Ages(AgeingBasis::Due) => ("due", say.since_due),
        PageBasis::Ages(AgeingBasis::Invoice) => ("invoice", say.since_invoice),
        PageBasis::Entries => ("entries", say.entries),
    };
    facts.push(fact("basis", say.basis, Cell::word(code, said)));
    facts.push(fact("file", say.file, Cell::text(input.root_file)));
    if let Some(day) = bank_through(input) {
        facts.push(fact("bank_through", say.bank_through, Cell::Date(day)));
    }
    let after = input.day.ledger.entries_after;
    if after > 0 {
        let words = Cell::word(after.to_string(), (say.entries_count)(after));
        facts.push(fact("entries_after", say.entries_after, words));
    }
    Document {
        name,
        page_name: "",
        title: title.to_owned(),
        basis: facts,
        blocks: Vec::new(),
    }
}

fn bank_through(input: ReportInput<'_>) -> Option<chrono::NaiveDate> {
    BankCoverage::from_lines(&input.day.journal.bank_through).last_complete_day(input.day.as_of())
}

/// Label and value.
pub fn fact(key: &'static str, label: &str, value: Cell) -> Fact {
    Fact {
        key,
        label: label.to_owned(),
        value,
    }
}

/// A column that people always see.
pub fn column(key: &str, heading: &str) -> Column {
    column_visible(key, heading, ColumnVisibility::Always)
}

/// A column, and who sees it.
pub fn column_visible(key: &str, heading: &str, shown: ColumnVisibility) -> Column {
    Column {
        key: key.to_owned(),
        heading: heading.to_owned(),
        visibility: shown,
    }
}

/// Adds the table to the page; where all its amounts are in one currency, says so once, above the table.
pub fn add_table(input: ReportInput<'_>, page: &mut Document, mut table: Table) {
    if let Some(currency) = single_currency(&table) {
        let say = &input.language.phrases.basis;
        if page.basis_value("currency").is_none() {
            let value = Cell::Currency(currency);
            page.basis.push(fact("currency", say.amounts_in, value));
        }
        for column in table
            .columns
            .iter_mut()
            .filter(|column| column.key == "currency")
        {
            column.visibility = ColumnVisibility::Programs;
        }
    }
    page.push_table(table);
}

fn single_currency(table: &Table) -> Option<Currency> {
    let place = table
        .columns
        .iter()
        .position(|column| column.key == "currency")?;
    let mut found = table.rows.iter().filter_map(|row| match row.get(place) {
        Some(Cell::Currency(currency)) => Some(*currency),
        _ => None,
    });
    let first = found.next()?;
    found.all(|currency| currency == first).then_some(first)
}

/// Sums of the columns of money, one row a currency, the word for total in the first column.
pub fn add_totals(input: ReportInput<'_>, table: &mut Table) {
    let mut sums: std::collections::BTreeMap<Currency, Vec<Cell>> =
        std::collections::BTreeMap::new();
    for row in &table.rows {
        for (place, cell) in row.iter().enumerate() {
            let Cell::Money(amount) = cell else { continue };
            let money = amount.to_money();
            let sum = sums
                .entry(money.currency)
                .or_insert_with(|| vec![Cell::Empty; row.len()]);
            if let Some(slot) = sum.get_mut(place) {
                *slot = add_to_cell(slot, money);
            }
        }
    }
    for (currency, mut row) in sums {
        let heading = input.language.phrases.heading.total;
        if let Some(first) = row.first_mut() {
            *first = Cell::text(heading);
        }
        let named = table
            .columns
            .iter()
            .position(|column| column.key == "currency");
        if let Some(slot) = named.and_then(|place| row.get_mut(place)) {
            *slot = Cell::Currency(currency);
        }
        table.totals.push(row);
    }
}

fn add_to_cell(cell: &Cell, money: Money) -> Cell {
    match cell {
        Cell::Money(amount) => {
            Money::new(amount.to_money().minor + money.minor, money.currency).into()
        }
        _ => money.into(),
    }
}
