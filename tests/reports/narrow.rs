//! Tables on a terminal of eighty columns: nothing is broken that one reads as a whole, and one can always type the handle.

use super::shelf::{TestJournal, example_names};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt::Write;
use tegoed::document::{Block, Cell, ColumnVisibility, Document, Table};
use tegoed::language::LANGUAGES;
use tegoed::language::find_language;
use tegoed::render::medium::{CsvDialect, RenderOptions, TerminalStyle};
use tegoed::render::text::TEXT;
use tegoed::report::REPORTS;
use tegoed::report::shared::report_definition::{Report, ReportFn};
use tegoed::report::shared::report_input::{GroupBy, ReportOptions};

const WIDTH: usize = 80;
/// Narrower than eighty columns a table may stand over the edge; nothing in it breaks even there.
const WIDTHS: [usize; 4] = [60, WIDTH, 100, 140];
/// So many customers and invoices of an example are looked at.
const SUBJECTS: usize = 6;

fn print_pages_at(pages: &[Document], tag: &str, width: usize) -> String {
    let look = RenderOptions {
        language: find_language(LANGUAGES, tag).expect("a language"),
        width: Some(width),
        style: TerminalStyle::Plain,
        csv_dialect: CsvDialect::Plain,
    };
    let mut bytes = Vec::new();
    let mut pages = pages.iter().map(Cow::Borrowed);
    (TEXT.write)(&mut pages, look, &mut bytes).expect("room to write");
    String::from_utf8(bytes).expect("UTF-8")
}

fn print_narrow(pages: &[Document], tag: &str) -> String {
    print_pages_at(pages, tag, WIDTH)
}

/// What a report can be asked in an example: about all, about its customers, about its invoices; with every detail.
fn questions(book: &TestJournal, report: &Report) -> Vec<ReportOptions> {
    let journal = &book.outcome.journal;
    let customers = journal
        .customers
        .iter()
        .map(|(it, _)| journal.customer_id(it));
    let invoices = journal
        .invoices
        .iter()
        .map(|(it, _)| journal.invoice_no(it));
    let about = |id: &str| ReportOptions {
        subject: Some(id.to_owned()),
        explain: true,
        ..ReportOptions::default()
    };
    let all = [false, true].map(|explain| ReportOptions {
        group_by: if explain {
            GroupBy::Invoice
        } else {
            GroupBy::default()
        },
        explain,
        ..ReportOptions::default()
    });
    match report.write {
        ReportFn::All(_) => all.into(),
        ReportFn::Customers(_) => all
            .into_iter()
            .chain(customers.take(SUBJECTS).map(about))
            .collect(),
        ReportFn::Customer(_) => customers.take(SUBJECTS).map(about).collect(),
        ReportFn::Subject(_) => {
            let each = customers.take(SUBJECTS).chain(invoices.take(SUBJECTS));
            each.map(about).collect()
        }
        ReportFn::Invoices(..) => {
            let each = invoices.take(SUBJECTS).map(|number| ReportOptions {
                invoices: vec![number.to_owned()],
                ..ReportOptions::default()
            });
            each.collect()
        }
    }
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
    let (mut looked_at, mut faults) = (0, Vec::new());
    for name in example_names() {
        let book = TestJournal::from_example(&name);
        for report in REPORTS {
            for question in questions(&book, report) {
                for tag in ["nl", "en"] {
                    let pages = book.report_pages(report.name, &question, tag);
                    let Ok(pages) = pages else { continue };
                    for width in WIDTHS {
                        let said = print_pages_at(&pages, tag, width);
                        looked_at += 1;
                        if let Some(fault) = find_page_fault(&pages, &said, width) {
                            let what = format!("{name} {} {tag} {width}", report.name);
                            faults.push(format!("{what}: {fault}\n{said}"));
                        }
                    }
                }
            }
        }
    }
    assert!(looked_at > 2_000, "{looked_at}");
    let shown = faults.iter().take(3).cloned().collect::<Vec<_>>();
    let titles: BTreeSet<&str> = faults.iter().filter_map(|it| it.lines().next()).collect();
    assert!(faults.is_empty(), "{titles:#?}\n{}", shown.join("\n"));
}

/// What is broken on a page, or stands over its edge.
fn find_page_fault(pages: &[Document], said: &str, width: usize) -> Option<String> {
    let words: BTreeSet<&str> = said.split_whitespace().collect();
    if let Some(piece) = words.iter().find(|word| is_piece_of_a_day(word)) {
        return Some(format!("a day is broken: {piece}"));
    }
    let mut rules = said.lines().filter(|line| line.starts_with('─'));
    let wide = rules.find(|line| width >= WIDTH && line.chars().count() > width);
    if let Some(rule) = wide {
        return Some(format!("{} wide", rule.chars().count()));
    }
    let columns = tables(pages).flat_map(|table| &table.columns);
    let known: BTreeSet<&str> = columns
        .flat_map(|column| column.heading.split_whitespace())
        .collect();
    if let Some(word) = heading_words(said)
        .iter()
        .find(|word| !known.contains(*word))
    {
        return Some(format!("a heading is broken: {word}"));
    }
    let missing = handles(pages).find(|id| !words.contains(*id));
    missing.map(|id| format!("no handle: {id}"))
}

/// The words that stand over the first rule of a table.
fn heading_words(said: &str) -> Vec<&str> {
    let blocks = said.split("\n\n");
    let headings = blocks.filter_map(|block| Some(block.split_once("\n─")?.0));
    headings.flat_map(str::split_whitespace).collect()
}

/// Every handle of a customer that a table shows to people.
fn handles(pages: &[Document]) -> impl Iterator<Item = &str> {
    let tables = tables(pages).filter(|table| table.is_for_people());
    tables.flat_map(|table| {
        let columns = table.columns.iter().enumerate();
        let shown = columns.filter(|(_, column)| {
            column.key == "customer" && column.visibility != ColumnVisibility::Programs
        });
        shown.flat_map(|(place, _)| {
            let cells = table.rows.iter().map(move |row| &row[place]);
            cells.filter_map(|cell| match cell {
                Cell::Text(id) => Some(&**id),
                _ => None,
            })
        })
    })
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

#[test]
fn a_number_of_an_invoice_is_one_word_however_long_it_is() {
    let text = "format 1
business
  name: Zaag
  policy: usual
policy usual
  terms: 30 days
  stage: reminder 3 days after due deadline 7 days via email phone
customer @stichting-woningbouw-noord
  name: Stichting Woningbouwcorporatie Noord-Oost-Groningen en Omstreken
  kind: business
  email: bouw@noord.example
2026-01-01 agreed @stichting-woningbouw-noord
2026-01-05 invoice #2026-0000000001/AB @stichting-woningbouw-noord 999999999.99 | Renovatie
2026-01-06 invoice #2026-0000000002/AB @stichting-woningbouw-noord 12.00 | Verzekeringsmaatschappijen
2026-02-10 promise #2026-0000000001/AB 1000.00 by 2026-02-20
2026-03-01 bank-through
";
    let book = TestJournal::from_text(text, "2026-03-05");
    for report in ["next", "stages", "invoices", "aging"] {
        let ask = ReportOptions {
            group_by: GroupBy::Invoice,
            ..ReportOptions::default()
        };
        for tag in ["nl", "en"] {
            let pages = book.report_pages(report, &ask, tag).expect("a report");
            for width in WIDTHS {
                let said = print_pages_at(&pages, tag, width);
                let words: BTreeSet<&str> = said.split_whitespace().collect();
                for whole in ["2026-0000000001/AB", "stichting-woningbouw-noord"] {
                    assert!(words.contains(whole), "{report} {width}: {said}");
                }
            }
        }
    }
}
