//! Tables on a terminal of eighty columns: nothing is broken that one reads as a whole, and one can always type the handle.

use super::shelf::{TestJournal, example_names};
use std::collections::BTreeSet;
use std::fmt::Write;
use tegoed::document::{Block, Cell, Document, Table};
use tegoed::language::LANGUAGES;
use tegoed::language::find_language;
use tegoed::render::medium::{CsvDialect, RenderOptions, TerminalStyle};
use tegoed::render::text::TEXT;
use tegoed::report::shared::report_input::ReportOptions;

const WIDTH: usize = 80;
const REPORTS: [&str; 7] = [
    "aging",
    "next",
    "invoices",
    "stages",
    "balance",
    "customers",
    "forecast",
];

fn print_narrow(pages: &[Document], tag: &str) -> String {
    let look = RenderOptions {
        language: find_language(LANGUAGES, tag).expect("a language"),
        width: Some(WIDTH),
        style: TerminalStyle::Plain,
        csv_dialect: CsvDialect::Plain,
    };
    let mut bytes = Vec::new();
    (TEXT.write)(pages, look, &mut bytes).expect("room to write");
    String::from_utf8(bytes).expect("UTF-8")
}

fn tables(pages: &[Document]) -> impl Iterator<Item = &Table> {
    let blocks = pages.iter().flat_map(|page| &page.blocks);
    blocks.filter_map(|block| match block {
        Block::Table(table) if !table.rows.is_empty() => Some(table),
        _ => None,
    })
}

/// `2026-02-` and the like: what is left of a day that was broken.
fn is_piece_of_a_day(word: &str) -> bool {
    let shape: String = word
        .chars()
        .map(|sign| if sign.is_ascii_digit() { '9' } else { sign })
        .collect();
    ["9999-", "9999-9", "9999-99", "9999-99-", "9999-99-9"].contains(&shape.as_str())
}

#[test]
fn no_heading_and_no_day_is_broken_and_the_handle_stays() {
    for name in example_names() {
        let book = TestJournal::from_example(&name);
        for tag in ["nl", "en"] {
            for report in REPORTS {
                let pages = book.report_pages(report, &ReportOptions::default(), tag);
                let Ok(pages) = pages else { continue };
                let said = print_narrow(&pages, tag);
                let words: BTreeSet<&str> = said.split_whitespace().collect();
                for word in &words {
                    assert!(!is_piece_of_a_day(word), "{name} {report} {tag}: {said}");
                }
                assert_tables_are_whole(&pages, &words, &said);
            }
        }
    }
}

/// The words that stand over the first rule of a table.
fn heading_words(said: &str) -> Vec<&str> {
    let blocks = said.split("\n\n");
    let headings = blocks.filter_map(|block| Some(block.split_once("\n─")?.0));
    headings.flat_map(str::split_whitespace).collect()
}

/// The words of every heading that is shown, and every handle.
fn assert_tables_are_whole(pages: &[Document], words: &BTreeSet<&str>, said: &str) {
    let columns = tables(pages).flat_map(|table| &table.columns);
    let known: BTreeSet<&str> = columns
        .flat_map(|column| column.heading.split_whitespace())
        .collect();
    for word in heading_words(said) {
        assert!(known.contains(word), "{word}: {said}");
    }
    for table in tables(pages) {
        for (place, column) in table.columns.iter().enumerate() {
            for row in table.rows.iter().filter(|_| column.key == "customer") {
                if let Cell::Text(id) = &row[place] {
                    assert!(words.contains(&**id), "{id}: {said}");
                }
            }
        }
    }
}

#[test]
fn names_are_shortened_with_a_sign_and_lists_say_how_many_there_are() {
    let mut text = "format 1\n\nbusiness\n  name: Kwekerij\n  policy: usual\n\npolicy usual\n  terms: 30 days\n\n\
         customer @hovenier\n  name: Hoveniersbedrijf Van den Oudenalder en Zonen B.V.\n  kind: business\n\n\
         2026-01-02 agreed @hovenier\n2026-02-28 bank-through\n"
        .to_owned();
    for number in 1..=250 {
        writeln!(
            text,
            "2026-01-05 invoice #B-{number:03} @hovenier 7.00 vat 9% | Buxus"
        )
        .expect("room");
    }
    let book = TestJournal::from_text(&text, "2026-03-01");
    for (tag, list) in [
        ("nl", "B-001, B-002, B-003 en 247 andere"),
        ("en", "B-001, B-002, B-003 and 247 others"),
    ] {
        let pages = book
            .report_pages("next", &ReportOptions::default(), tag)
            .expect("a report");
        let said = print_narrow(&pages, tag);
        assert!(
            said.contains("hovenier") && said.contains("Hovenier…") || said.contains('…'),
            "{said}"
        );
        assert!(
            said.lines().all(|line| line.chars().count() <= WIDTH),
            "{said}"
        );
        let joined: Vec<&str> = said.split_whitespace().collect();
        assert!(list.split(' ').all(|word| joined.contains(&word)), "{said}");
        assert!(!joined.contains(&"B-077"), "{said}");
        let csv = book.print_report("next", &ReportOptions::default(), tag, "csv");
        assert!(csv.contains("B-249 B-250"), "programs read them all");
    }
}
