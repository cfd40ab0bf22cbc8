//! Workbooks, as another program reads them.

use super::figures::example_journals;
use super::shelf::{TestJournal, print_pages, render_bytes};
use calamine::{Data, Range, Reader, Xlsx, open_workbook_from_rs};
use std::io::{Cursor, Read};
use tegoed::document::{Cell, Column, ColumnVisibility, Document, Table};
use tegoed::language::{LANGUAGES, find_language};
use tegoed::render::cell_writer::CellWriter;
use tegoed::render::medium::CsvDialect;
use tegoed::report::REPORTS;
use tegoed::report::export;
use tegoed::report::export::xlsx::page_with_totals;
use tegoed::report::shared::report_definition::ReportFn;
use tegoed::report::shared::report_input::{ReportInput, ReportOptions};

fn workbook(pages: &[Document], tag: &str) -> Vec<u8> {
    render_bytes(pages, tag, "xlsx", CsvDialect::Plain)
}

/// The sheets behind the first, which says what the workbook is about.
fn table_sheets(bytes: &[u8]) -> Vec<(String, Range<Data>)> {
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).expect("a workbook");
    let mut sheets = book.worksheets();
    sheets.remove(0);
    sheets
}

/// A file inside a workbook.
fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut text = String::new();
    let mut file = archive.by_name(name).expect("a part");
    file.read_to_string(&mut text).expect("UTF-8");
    text
}

/// The columns of a sheet: all of CSV, and those for people that say something.
fn shown_columns(table: &Table) -> Vec<(usize, &Column)> {
    let says_something = |place: usize| {
        let mut rows = table.rows.iter().chain(&table.totals);
        rows.any(|row| !row[place].is_nothing())
    };
    let columns = table.columns.iter().enumerate();
    columns
        .filter(|(place, column)| {
            column.visibility != ColumnVisibility::People || says_something(*place)
        })
        .collect()
}

/// What stands in a cell, in the words of CSV; a word of the program in those of the reader.
fn expected(cell: &Cell, column: &Column, csv: &str) -> String {
    match cell {
        Cell::Word(word) if word.label.is_empty() => match column.visibility {
            ColumnVisibility::Programs => {
                let dutch = find_language(LANGUAGES, "nl").expect("Dutch");
                let words = dutch.phrases.sheet.code(&word.code);
                words.unwrap_or(&word.code).to_owned()
            }
            _ => String::new(),
        },
        Cell::Word(word) => word.label.to_string(),
        Cell::Text(words) => words.to_string(),
        Cell::Share(_) => {
            let part: f64 = format!("{csv}e-2").parse().expect("a figure");
            part.to_string()
        }
        _ => csv.to_owned(),
    }
}

fn found(cell: &Data, kind: &Cell, csv: &str) -> String {
    let decimals = csv.split_once('.').map_or(0, |(_, part)| part.len());
    match (cell, kind) {
        (Data::Float(number), Cell::Share(_)) => number.to_string(),
        (
            Data::Float(number),
            Cell::Money(_) | Cell::Number(_) | Cell::Halves(_) | Cell::Decimal(_),
        ) => format!("{number:.decimals$}"),
        (Data::DateTime(day), Cell::Date(_)) => {
            let (year, month, day, ..) = day.to_ymd_hms_milli();
            format!("{year}-{month:02}-{day:02}")
        }
        (Data::String(words), Cell::Text(_) | Cell::Word(_) | Cell::Currency(_)) => words.clone(),
        (Data::Empty, _) => String::new(),
        other => panic!("{other:?}"),
    }
}

fn assert_same_cells(table: &Table, sheet: &Range<Data>, csv: &str, about: &str) {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let keys: Vec<String> = reader
        .headers()
        .expect("keys")
        .iter()
        .map(str::to_owned)
        .collect();
    let columns = shown_columns(table);
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    assert_eq!(
        sheet.height(),
        1 + rows.len() + table.totals.len(),
        "{about}"
    );
    assert_eq!(sheet.width(), columns.len(), "{about}");
    for (at, (cells, fields)) in table.rows.iter().zip(&rows).enumerate() {
        for (place, (column_place, column)) in columns.iter().enumerate() {
            let cell = &cells[*column_place];
            let key = keys.iter().position(|key| *key == column.key);
            let Some(key) = key else {
                continue; // Only people see it.
            };
            let field = &fields[key];
            let read = sheet.get((at + 1, place)).unwrap_or(&Data::Empty);
            assert_eq!(
                found(read, cell, field),
                expected(cell, column, field),
                "{about}: row {at} of {}",
                column.key
            );
        }
    }
    assert_same_totals(table, sheet, &columns, about);
}

/// Below the rows stand the totals: a sum is read back with its result.
fn assert_same_totals(
    table: &Table,
    sheet: &Range<Data>,
    columns: &[(usize, &Column)],
    about: &str,
) {
    for (at, cells) in table.totals.iter().enumerate() {
        for (place, (column_place, column)) in columns.iter().enumerate() {
            let cell = &cells[*column_place];
            let mut plain = String::new();
            CellWriter::for_programs('.').write_cell(&mut plain, cell);
            let row = 1 + table.rows.len() + at;
            let read = sheet.get((row, place)).unwrap_or(&Data::Empty);
            assert_eq!(
                found(read, cell, &plain),
                expected(cell, column, &plain),
                "{about}: total {at} of {}",
                column.key
            );
        }
    }
}

#[test]
fn another_program_reads_the_cells_of_the_csv() {
    let no_subject = |write: &ReportFn| matches!(write, ReportFn::All(_) | ReportFn::Customers(_));
    for (name, book) in example_journals() {
        for report in REPORTS.iter().filter(|it| no_subject(&it.write)) {
            let ask = ReportOptions::default();
            let Ok(pages) = book.report_pages(report.name, &ask, "nl") else {
                continue;
            };
            let Some(table) = pages[0].first_table() else {
                continue;
            };
            if table.rows.is_empty() {
                continue;
            }
            let csv = print_pages(&pages[..1], "nl", "csv", CsvDialect::Plain);
            let sheets = table_sheets(&workbook(&pages, "nl"));
            let about = format!("{name} {}", report.name);
            assert_same_cells(table, &sheets[0].1, &csv, &about);
        }
        let draw = |input: ReportInput<'_>| {
            let tables = export::TABLES.iter();
            tables
                .map(|table| page_with_totals(table, input))
                .collect::<Vec<_>>()
        };
        let pages = book.with_report_input(&ReportOptions::default(), "nl", draw);
        let bytes = workbook(&pages, "nl");
        assert_eq!(bytes, workbook(&pages, "nl"), "{name}: the same bytes");
        let sheets = table_sheets(&bytes);
        assert_eq!(sheets.len(), pages.len(), "{name}");
        for (page, (sheet_name, sheet)) in pages.iter().zip(&sheets) {
            let csv = print_pages(std::slice::from_ref(page), "nl", "csv", CsvDialect::Plain);
            assert_eq!(*sheet_name, page.title);
            let table = page.first_table().expect("a table");
            assert_same_cells(table, sheet, &csv, &format!("{name} {sheet_name}"));
        }
    }
}

const SPITEFUL: &str = "\
format 1

business
  name: Atelier Noord
  language: nl

customer @k
  name: =HYPERLINK(\"x\")
  terms: 14 days
  phone: +31 20 123
customer @l
  name: De _x0041_ & <Linde> \"B.V.\"
  terms: 14 days

2026-01-02 invoice #0012 @k 1234.50 | =1+1
2026-01-03 invoice #1E5 @l 10.00 | -2
2026-01-03 invoice #3 @l 7 JPY | @home
2026-01-03 invoice #4 @l 123456789012345.67 | Groot
2026-01-04 payment @k 2000.00 on-account | voorschot
";

#[test]
fn identifiers_stay_text_and_nothing_that_was_written_is_a_formula() {
    let book = TestJournal::from_text(SPITEFUL, "2026-03-01");
    let pages = book.with_report_input(&ReportOptions::default(), "nl", export::pages);
    let bytes = workbook(&pages, "nl");
    let sheets = table_sheets(&bytes);
    let invoices = &sheets[1].1;
    let row = |at: u32| {
        let cells = invoices.rows().nth(at as usize).expect("a row");
        cells
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join("|")
    };
    assert!(row(0).starts_with("Factuur|Klant|Naam|Factuurdatum|Vervaldatum|Status|Valuta|Bedrag"));
    let text: Vec<String> = (1..5).map(row).collect();
    let has = |words: &str| {
        assert!(
            text.iter().any(|row| row.contains(words)),
            "{words}: {text:#?}"
        );
    };
    has("0012|k|=HYPERLINK(\"x\")");
    has("1E5|l|De _x0041_ & <Linde> \"B.V.\"");
    // No digit is lost: what a workbook cannot store as a figure is text.
    has("123.456.789.012.345,67");
    for sheet in 1..=8 {
        let xml = part(&bytes, &format!("xl/worksheets/sheet{sheet}.xml"));
        assert!(!xml.contains("<f>"), "{xml}");
    }
    assert_eq!(
        bytes,
        workbook(&pages, "nl"),
        "the same pages, the same bytes"
    );
}

#[test]
fn a_sheet_is_ready_to_read_and_to_print() {
    let book = TestJournal::from_text(SPITEFUL, "2026-03-01");
    let pages = book
        .report_pages("aging", &ReportOptions::default(), "nl")
        .expect("pages");
    let bytes = workbook(&pages, "nl");
    let xml = part(&bytes, "xl/worksheets/sheet2.xml");
    for words in [
        "<pane ySplit=\"1\" topLeftCell=\"A2\"",
        "<autoFilter ref=\"A1:K4\"/>",
        "orientation=\"landscape\"",
        "paperSize=\"9\"",
        "tabSelected=\"1\"",
    ] {
        assert!(xml.contains(words), "{words}: {xml}");
    }
    let book_xml = part(&bytes, "xl/workbook.xml");
    assert!(book_xml.contains("Print_Titles"), "{book_xml}");
    let styles = part(&bytes, "xl/styles.xml");
    assert!(
        styles.contains("formatCode=\"#,##0.00;[Red]\\-#,##0.00\""),
        "{styles}"
    );
    let core = part(&bytes, "docProps/core.xml");
    assert!(core.contains("2026-03-01T00:00:00Z"), "{core}");
    // Two currencies: totals are figures. One: a sum that follows the filter, with its result.
    assert!(!xml.contains("<f>"), "{xml}");
    let one = TestJournal::from_text(
        "format 1\n\ncustomer @k\n  name: K\n  terms: 14 days\n\n2026-01-02 invoice #1 @k 0.10\n2026-01-02 invoice #2 @k 0.20\n",
        "2026-03-01",
    );
    let pages = one
        .report_pages("invoices", &ReportOptions::default(), "en")
        .expect("pages");
    let xml = part(&workbook(&pages, "en"), "xl/worksheets/sheet2.xml");
    assert!(xml.contains("<f>SUBTOTAL(9,H2:H3)</f><v>0.3</v>"), "{xml}");
}
