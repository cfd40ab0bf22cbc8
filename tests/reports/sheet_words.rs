//! A spreadsheet in a language has its words: no heading is a key, and no code stands where a word is known.

use super::figures::example_journals;
use super::shelf::{TestJournal, print_pages};
use crate::accountant::shelf::draw_tables;
use tegoed::document::{Cell, Column, ColumnVisibility, Document, Table};
use tegoed::language::{LANGUAGES, find_language};
use tegoed::render::medium::CsvDialect;
use tegoed::report::REPORTS;
use tegoed::report::export;
use tegoed::report::shared::report_definition::ReportFn;
use tegoed::report::shared::report_input::{ReportInput, ReportOptions, VatPage};
use tegoed::value::period::Period;

fn dutch_excel() -> CsvDialect {
    let mut dialects = CsvDialect::excel_dialects();
    let found = dialects.find(|(excel, _)| excel.name == "excel-nl");
    found.expect("a dialect").1
}

/// The columns of a file of separated values.
fn columns_of(table: &Table) -> Vec<(usize, &Column)> {
    table.program_columns().collect()
}

fn assert_dutch(page: &Document, about: &str) {
    let Some(table) = page.first_table() else {
        return;
    };
    let text = print_pages(std::slice::from_ref(page), "nl", "csv", dutch_excel());
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new();
    let mut reader = reader.delimiter(b';').from_reader(text.as_bytes());
    let headings = reader.headers().expect("headings").clone();
    let columns = columns_of(table);
    assert_eq!(headings.len(), columns.len(), "{about}");
    for (heading, (place, column)) in headings.iter().zip(columns) {
        let key = &column.key;
        assert!(
            heading != key && !heading.contains(&format!("({key})")),
            "{about}: {key} is headed {heading}"
        );
        for row in &table.rows {
            assert_word_is_dutch(&row[place], column, about);
        }
    }
}

/// A word of the program has a label, or is one that spreadsheets have words for.
fn assert_word_is_dutch(cell: &Cell, column: &Column, about: &str) {
    let language = find_language(LANGUAGES, "nl").expect("Dutch");
    let Cell::Word(word) = cell else {
        return;
    };
    let is_shown = word.label.is_empty() && column.visibility == ColumnVisibility::Programs;
    let is_figure = word.code.chars().all(|sign| !sign.is_ascii_alphabetic());
    assert!(
        !is_shown || is_figure || language.phrases.sheet.code(&word.code).is_some(),
        "{about}: {} says {}",
        column.key,
        word.code
    );
}

fn assert_reports_are_dutch(name: &str, book: &TestJournal) {
    let is_asked_bare =
        |write: &ReportFn| matches!(write, ReportFn::All(_) | ReportFn::Customers(_));
    let year = ReportOptions {
        period: Period::from_text("2025"),
        ..ReportOptions::default()
    };
    let pages_of_vat = [VatPage::EuListing, VatPage::Explanation("5a".to_owned())];
    let of_vat = pages_of_vat.map(|vat_page| ReportOptions {
        vat_page,
        ..year.clone()
    });
    for asked in of_vat.into_iter().chain([year]) {
        for report in REPORTS.iter().filter(|it| is_asked_bare(&it.write)) {
            for page in book
                .report_pages(report.name, &asked, "nl")
                .into_iter()
                .flatten()
            {
                assert_dutch(&page, &format!("{name} {}", report.name));
            }
        }
    }
    let draw = |input: ReportInput<'_>| export::pages(input);
    for page in book.with_report_input(&ReportOptions::default(), "nl", draw) {
        assert_dutch(&page, &format!("{name} export {}", page.page_name));
    }
}

#[test]
fn spreadsheets_in_dutch_have_dutch_headings_and_words() {
    for (name, book) in example_journals() {
        assert_reports_are_dutch(&name, &book);
        let year = Period::from_text("2025").expect("a period");
        for (table, page) in draw_tables(&book, year, "nl") {
            assert_dutch(&page, &format!("{name} accountant {table}"));
        }
    }
}
