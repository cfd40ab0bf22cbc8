//! What must hold for every medium.

use super::figures::{example_journals, report_table};
use super::shelf::{TestJournal, print_pages};
use tegoed::document::{Block, Cell, Document, Table};
use tegoed::render::medium::CsvDialect;
use tegoed::report::shared::report_input::{GroupBy, ReportOptions};

const SPITEFUL: &str = "\
format 1

customer @k
  name: =HYPERLINK(\"x\")
  terms: 14 days
customer @l
  name: Jansen; De \"Linde\", B.V.
  terms: 14 days

2026-01-02 invoice #1 @k 1234.50 | +31 20 123
2026-01-03 invoice #2 @l 10.00 | @home
2026-01-04 payment @k 2000.00 on-account | -- voorschot
";

#[test]
fn words_that_would_be_formulas_are_neutralised_and_figures_are_not() {
    let book = TestJournal::from_text(SPITEFUL, "2026-03-01");
    let csv = book.print_report("aging", &ReportOptions::default(), "en", "csv");
    assert_eq!(
        csv.lines().collect::<Vec<_>>()[1..],
        [
            "k,\"'=HYPERLINK(\"\"x\"\")\",EUR,0.00,0.00,1234.50,0.00,0.00,0.00,-2000.00,-765.50",
            "l,\"Jansen; De \"\"Linde\"\", B.V.\",EUR,0.00,0.00,10.00,0.00,0.00,0.00,0.00,10.00",
        ]
    );
    let ask = ReportOptions {
        subject: Some("k".to_owned()),
        ..ReportOptions::default()
    };
    let csv = book.print_report("statement", &ask, "nl", "csv");
    assert!(
        csv.contains(",1,'+31 20 123,EUR,1234.50,,1234.50,main.tegoed,10,1,,\r\n"),
        "{csv}"
    );
    assert!(
        csv.contains(",,'-- voorschot,EUR,,2000.00,-765.50,main.tegoed,12,,,\r\n"),
        "{csv}"
    );
}

#[test]
fn the_dialect_of_a_dutch_excel_has_its_punctuation_and_words() {
    let book = TestJournal::from_text(SPITEFUL, "2026-03-01");
    let pages = book
        .report_pages("aging", &ReportOptions::default(), "nl")
        .expect("pages");
    let (_, dutch) = CsvDialect::excel_dialects().next().expect("a dialect");
    let excel = print_pages(&pages, "nl", "csv", dutch);
    let mut lines = excel.split("\r\n");
    assert_eq!(
        lines.next(),
        Some(
            "\u{feff}Klant;Naam;Valuta;Niet vervallen;1–30 dagen;31–60 dagen;61–90 dagen;> 90 dagen;Kosten en rente;Op rekening;Saldo"
        )
    );
    assert_eq!(
        lines.next(),
        Some("k;\"'=HYPERLINK(\"\"x\"\")\";EUR;0,00;0,00;1234,50;0,00;0,00;0,00;-2000,00;-765,50")
    );
}

#[test]
fn json_has_the_same_columns_and_every_value_is_a_string() {
    for (name, book) in example_journals() {
        let by_invoice = ReportOptions {
            group_by: GroupBy::Invoice,
            ..ReportOptions::default()
        };
        let text = book.print_report("aging", &by_invoice, "nl", "json");
        let read: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(read["schema"], 1);
        assert_eq!(read["command"], "aging");
        assert_eq!(read["basis"], "due");
        assert_eq!(read["as_of"], book.outcome.ledger.as_of.to_string());
        let table = report_table(&book, "aging", &by_invoice);
        let rows = read["rows"].as_array().expect("rows");
        assert_eq!(rows.len(), table.rows.len(), "{name}");
        for row in rows {
            let row = row.as_object().expect("an object");
            assert_eq!(row.len(), table.columns.len());
            for column in &table.columns {
                let value = &row[&column.key];
                assert!(
                    value.is_string() || value.is_null(),
                    "{name}: {}",
                    column.key
                );
            }
        }
    }
}

#[test]
fn words_of_the_user_do_not_steer_the_terminal() {
    let page = Document {
        title: "De \u{1b}[2J Linde \u{202e}".to_owned(),
        blocks: vec![Block::Table(Table {
            columns: vec![tegoed::report::shared::page::column("text", "Text")],
            rows: vec![vec![Cell::text("\u{1b}]0;x\u{7}\u{9b}2J\u{200f}")]],
            totals: Vec::new(),
        })],
        ..Document::default()
    };
    let text = print_pages(std::slice::from_ref(&page), "en", "text", CsvDialect::Plain);
    let printable = |letter: char| letter == '\n' || !letter.is_control();
    assert!(text.chars().all(printable), "{text:?}");
    assert!(
        text.contains(r"\u{1b}[2J") && text.contains(r"\u{202e}"),
        "{text}"
    );
    assert!(text.contains(r"\u{1b}]0;x\u{7}\u{9b}2J\u{200f}"), "{text}");
}

#[test]
fn amounts_stand_under_their_decimal_marks() {
    let text = "\
format 1

customer @k
  name: K
  terms: 14 days

2026-01-02 invoice #1 @k 1234567 JPY
2026-01-02 invoice #2 @k 1234.567 BHD
2026-01-02 invoice #3 @k 99999999.99 EUR
2026-01-02 payment @k 0.05 EUR on-account
";
    let book = TestJournal::from_text(text, "2026-03-01");
    let shown = book.print_report("balance", &ReportOptions::default(), "nl", "text");
    let rows: Vec<&str> = shown
        .lines()
        .filter(|line| line.starts_with("k "))
        .collect();
    assert_eq!(
        rows,
        [
            "k       K     BHD          1.234,567        0,000       1.234,567",
            "k       K     EUR     99.999.999,99        -0,05   99.999.999,94",
            "k       K     JPY      1.234.567            0       1.234.567",
        ],
        "{shown}"
    );
    let csv = book.print_report("balance", &ReportOptions::default(), "nl", "csv");
    assert!(csv.contains("k,K,JPY,1234567,0,0,1234567\r\n"), "{csv}");
    assert!(
        csv.contains("k,K,BHD,1234.567,0.000,0.000,1234.567\r\n"),
        "{csv}"
    );
}

/// A telephone number may begin with a plus, and stays as it is; what a spreadsheet would work out is none.
#[test]
fn a_sum_in_place_of_a_telephone_number_stays_text() {
    let text = "format 1\n\ncustomer @k\n  name: K\n  phone: -1+2\ncustomer @l\n  name: L\n  phone: +31 (0)515-55 12 34\n\n\
                2026-01-02 invoice #1 @k 10.00 due 2026-02-01\n";
    let book = TestJournal::from_text(text, "2026-03-01");
    let csv = book.print_report("customers", &ReportOptions::default(), "en", "csv");
    assert!(csv.contains(",'-1+2,"), "{csv}");
    assert!(csv.contains(",+31 (0)515-55 12 34,"), "{csv}");
}
