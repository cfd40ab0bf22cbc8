//! Tables of a period, drawn from a journal.

use crate::reports::shelf::{TestJournal, print_pages};
use std::collections::BTreeMap;
use tegoed::bookkeeping::provision::ProvisionRule;
use tegoed::document::{Cell, Document, Table};
use tegoed::render::medium::CsvDialect;
use tegoed::report::accountant::accountant_input::{
    AccountantFindings, AccountantInput, AccountantRequest, FileRecord, with_accountant_input,
};
use tegoed::report::accountant::earlier_journal::EarlierJournal;
use tegoed::report::accountant::layout::layout_model::Layout;
use tegoed::report::accountant::{TABLES, draw_page, find_difference};
use tegoed::report::shared::report_input::ReportOptions;
use tegoed::text::sha256::sha256_hex;
use tegoed::value::period::Period;

/// Does something with what the tables of a period are drawn from.
pub fn with_period<T>(
    book: &TestJournal,
    period: Period,
    tag: &str,
    then: impl FnOnce(&AccountantInput<'_>) -> T,
) -> T {
    with_layout(book, period, tag, None, then)
}

/// The same, with files for a program.
pub fn with_layout<T>(
    book: &TestJournal,
    period: Period,
    tag: &str,
    layout: Option<&Layout>,
    then: impl FnOnce(&AccountantInput<'_>) -> T,
) -> T {
    with_request(book, (period, tag), (layout, None), then)
}

/// The same, after earlier exports.
pub fn with_period_since<T>(
    book: &TestJournal,
    period: Period,
    tag: &str,
    earlier: Option<&EarlierJournal>,
    then: impl FnOnce(&AccountantInput<'_>) -> T,
) -> T {
    with_request(book, (period, tag), (None, earlier), then)
}

fn with_request<T>(
    book: &TestJournal,
    (period, tag): (Period, &str),
    (layout, earlier): (Option<&Layout>, Option<&EarlierJournal>),
    then: impl FnOnce(&AccountantInput<'_>) -> T,
) -> T {
    let rules = ["1-30:5%", "31-90:25%", "90+:50%", "disputed:10%"];
    let rules: Vec<ProvisionRule> = rules
        .into_iter()
        .map(|rule| ProvisionRule::from_text(rule).expect("a rule"))
        .collect();
    let files = [FileRecord {
        path: "main.tegoed".to_owned(),
        sha256: sha256_hex(b""),
        bytes: 0,
    }];
    let findings = AccountantFindings::default();
    let request = AccountantRequest {
        period,
        provision: &rules,
        earlier,
        files: &files,
        findings: &findings,
        layout,
    };
    book.with_report_input(&ReportOptions::default(), tag, |asked| {
        with_accountant_input(asked, request, then)
    })
}

/// Every table of a period, by name. What agrees in three ways does so.
pub fn draw_tables(
    book: &TestJournal,
    period: Period,
    tag: &str,
) -> BTreeMap<&'static str, Document> {
    with_period(book, period, tag, |input| {
        assert_eq!(find_difference(input), None, "{period}");
        let pages = TABLES
            .iter()
            .map(|table| (table.0, draw_page(input, *table)));
        pages.collect()
    })
}

/// All tables of a period as comma-separated values, each under its name.
pub fn print_tables(book: &TestJournal, period: Period, tag: &str) -> String {
    let pages = with_period(book, period, tag, |input| {
        let pages = TABLES.iter().map(|table| draw_page(input, *table));
        pages.collect::<Vec<_>>()
    });
    let texts = pages.iter().map(|page| {
        let text = print_pages(std::slice::from_ref(page), tag, "csv", CsvDialect::Plain);
        format!("{}.csv\n{}", page.page_name, text.replace('\r', ""))
    });
    texts.collect::<Vec<_>>().join("\n")
}

/// The table of a page.
pub fn table_of<'p>(pages: &'p BTreeMap<&'static str, Document>, name: &str) -> &'p Table {
    pages[name].first_table().expect("a table")
}

/// The cells of a column.
pub fn cells_of<'t>(table: &'t Table, key: &str) -> Vec<&'t Cell> {
    let place = table.columns.iter().position(|column| column.key == key);
    let place = place.unwrap_or_else(|| panic!("a column {key}"));
    table.rows.iter().map(|row| &row[place]).collect()
}

/// What a column of money adds up to, by currency.
pub fn sums_of(table: &Table, key: &str) -> BTreeMap<String, i128> {
    sums_where(table, key, |_| true)
}

/// The same of some rows.
pub fn sums_where(
    table: &Table,
    key: &str,
    is_meant: impl Fn(&[Cell]) -> bool,
) -> BTreeMap<String, i128> {
    let place = table.columns.iter().position(|column| column.key == key);
    let place = place.unwrap_or_else(|| panic!("a column {key}"));
    let mut sums = BTreeMap::new();
    for row in table.rows.iter().filter(|row| is_meant(row)) {
        if let Cell::Money(amount) = &row[place] {
            let money = amount.to_money();
            *sums.entry(money.currency.code().to_owned()).or_insert(0) += money.minor.0;
        }
    }
    sums.retain(|_, sum| *sum != 0);
    sums
}
