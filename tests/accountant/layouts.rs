//! Files for the programs of bookkeepers: each layout over the quarter of a firm, and what is wrong with a layout.

use super::quarter::{firm, first_quarter};
use super::shelf::{cells_of, sums_of, with_layout};
use crate::reports::shelf::{TestJournal, render_bytes};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use tegoed::bookkeeping::bookkeeping_entry::BookkeepingKind;
use tegoed::cli::layouts::built_in::BUILT_IN;
use tegoed::cli::layouts::read_layout::read_layout;
use tegoed::document::{Cell, Table};
use tegoed::render::medium::CsvDialect;
use tegoed::report::accountant::layout::layout_difference::LayoutDifferences;
use tegoed::report::accountant::layout::layout_model::{Layout, LayoutSource, LayoutValue};
use tegoed::report::accountant::layout::layout_source::{WORD_COLUMNS, column_keys};
use tegoed::report::accountant::layout::layout_table::LayoutTable;
use tegoed::report::accountant::{TABLES, layout};

fn built_in(name: &str) -> Layout {
    let (_, text) = BUILT_IN.iter().find(|(known, _)| *known == name).unwrap();
    read_layout(name, text).unwrap_or_else(|fault| panic!("{name}: {fault:?}"))
}

/// A layout of one file with these columns, and what else is said of the file.
fn of_columns(columns: &str, more: &str) -> Layout {
    read_layout("office", &text_of(columns, more)).unwrap_or_else(|fault| panic!("{fault:?}"))
}

fn text_of(columns: &str, more: &str) -> String {
    format!(
        "program = \"Ours\"\n[codes.vat]\n\"21%\" = \"1\"\n[[file]]\nname = \"entries\"\nrows = \"journal\"\nseparator = \";\"\n\
         decimal = \",\"\ndate = \"DD-MM-YYYY\"\n{more}columns = [{columns}]\n"
    )
}

const UTF8: &str = "encoding = \"utf-8\"\n";

/// The bytes of the files of a layout, by name.
fn print_files(book: &TestJournal, own: &Layout) -> Vec<(String, Vec<u8>)> {
    with_layout(book, first_quarter(), "en", Some(own), |input| {
        let files = own.files.iter().map(|file| {
            let page = layout::draw_page(input, own, file);
            let dialect = CsvDialect::Layout(file.form);
            let bytes = render_bytes(std::slice::from_ref(&page), "en", "csv", dialect);
            (own.file_name(file), bytes)
        });
        files.collect()
    })
}

fn print_one(book: &TestJournal, own: &Layout) -> String {
    let (_, bytes) = print_files(book, own).remove(0);
    String::from_utf8(bytes).expect("UTF-8").replace('\r', "")
}

/// The first file as a table, and what it has not.
fn draw(book: &TestJournal, own: &Layout) -> (Table, LayoutDifferences) {
    with_layout(book, first_quarter(), "en", Some(own), |input| {
        let drawn = LayoutTable::draw(input, own, &own.files[0]);
        (drawn.table, drawn.differences)
    })
}

fn say(differences: &LayoutDifferences) -> Vec<String> {
    let language = tegoed::language::find_language(tegoed::language::LANGUAGES, "en").unwrap();
    let words = &language.phrases.accountant.layout;
    let all = differences.iter();
    all.map(|(it, count)| format!("{count}: {}", it.describe(words)))
        .collect()
}

fn assert_page(name: &str, words: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_omit_expression(true);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_snapshot_path("../snapshots/accountant");
    settings.bind(|| insta::assert_snapshot!(name, words));
}

/// What `read-me` says of the files of a layout.
fn read_me_rows(own: &Layout) -> Vec<String> {
    let table = with_layout(&firm(), first_quarter(), "en", Some(own), |input| {
        TABLES[0].1.table(input)
    });
    let is_own = |row: &&Vec<Cell>| matches!(&row[0], Cell::Word(part) if part.code == "layout");
    let rows = table.rows.iter().filter(is_own).map(|row| {
        let cells = row[1..].iter().filter_map(|cell| match cell {
            Cell::Text(words) => Some(words.to_string()),
            Cell::Number(count) => Some(count.to_string()),
            _ => None,
        });
        cells.collect::<Vec<_>>().join(" | ")
    });
    rows.collect()
}

#[test]
fn each_layout_writes_the_quarter_as_its_program_takes_it_in() {
    for (name, _) in BUILT_IN {
        let own = built_in(name);
        let mut words = String::new();
        for (file, bytes) in print_files(&firm(), &own) {
            let text = String::from_utf8(bytes).expect("UTF-8").replace('\r', "");
            write!(words, "{file}\n{text}\n").unwrap();
        }
        words.push_str(&read_me_rows(&own).join("\n"));
        assert_page(&format!("layout-{name}"), &words);
    }
}

#[test]
fn no_layout_claims_to_be_tried() {
    for (name, _) in BUILT_IN {
        let own = built_in(name);
        assert_eq!(own.tried, None, "{name}");
        let tags: Vec<&String> = own.not_verified.keys().collect();
        assert_eq!(tags, ["en", "nl"], "{name}");
        assert_eq!(own.not_verified["en"].len(), own.not_verified["nl"].len());
    }
}

#[test]
fn bookings_balance_for_each_date_and_each_entry() {
    let (table, _) = draw(&firm(), &built_in("yuki"));
    let mut sums: BTreeMap<String, i128> = BTreeMap::new();
    let dates = cells_of(&table, "date").into_iter();
    for (date, amount) in dates.zip(cells_of(&table, "Bedrag")) {
        if let Cell::Money(amount) = amount {
            *sums.entry(format!("{date:?}")).or_default() += amount.to_money().minor.0;
        }
    }
    assert!(
        sums.len() > 5 && sums.values().all(|sum| *sum == 0),
        "{sums:?}"
    );
    for name in ["snelstart", "asperion"] {
        let mut own = built_in(name);
        own.files
            .retain(|file| file.source == LayoutSource::Journal);
        let (table, _) = draw(&firm(), &own);
        assert_eq!(
            sums_of(&table, "debit"),
            sums_of(&table, "credit"),
            "{name}"
        );
    }
}

#[test]
fn vat_on_the_line_of_turnover_is_the_vat_of_lines_of_its_own() {
    let columns =
        r#"{ heading = "Net", from = "vat_net" }, { heading = "Vat", from = "vat_amount" }"#;
    let only = "only = { kind = [\"invoice\", \"credit\", \"void\"] }\n";
    let own = of_columns(columns, &format!("{UTF8}{only}"));
    let folded = of_columns(columns, &format!("{UTF8}{only}vat = \"on-turnover\"\n"));
    let (apart, _) = draw(&firm(), &own);
    let (folded, _) = draw(&firm(), &folded);
    for key in ["vat_net", "vat_amount"] {
        assert_eq!(sums_of(&apart, key), sums_of(&folded, key), "{key}");
    }
    assert!(folded.rows.len() < apart.rows.len());
}

#[test]
fn what_a_layout_may_name_are_the_columns_of_its_table() {
    with_layout(&firm(), first_quarter(), "nl", None, |input| {
        for source in LayoutSource::ALL {
            let (_, table) = TABLES.iter().find(|it| it.0 == source.word()).unwrap();
            let drawn = table.table(input);
            let keys: Vec<&str> = drawn.columns.iter().map(|it| it.key.as_str()).collect();
            assert_eq!(keys, column_keys(*source), "{}", source.word());
            assert!(drawn.rows.iter().all(|row| row.len() == keys.len()));
        }
    });
    let all: BTreeSet<&str> = LayoutSource::ALL
        .iter()
        .flat_map(|it| column_keys(*it))
        .copied()
        .collect();
    assert!(WORD_COLUMNS.iter().all(|key| all.contains(key)));
}

#[test]
fn every_kind_of_entry_has_a_place_in_the_list_of_journals() {
    let own = built_in("snelstart");
    let listed: BTreeSet<&str> = own.codes["journal"].keys().map(String::as_str).collect();
    let kinds: BTreeSet<&str> = BookkeepingKind::WORDS.iter().copied().collect();
    assert_eq!(listed, kinds);
}

#[test]
fn text_keeps_its_separators_and_never_becomes_a_formula() {
    let text = "format 1\nbusiness\n  name: W\n  country: NL\ncustomer @jansen\n  terms: 30 days\n  name: Jansen; \"en\" Zn\n\
                2026-01-05 invoice #1 @jansen 121.00 vat 21% | =HYPERLINK(1);x\n";
    let book = TestJournal::from_text(text, "2026-03-31");
    let columns = r#"{ heading = "a;b", from = "text" }, { heading = "c", from = "name" }, { heading = "d", from = "debit" }"#;
    let printed = print_one(&book, &of_columns(columns, UTF8));
    let first: Vec<&str> = printed.lines().take(2).collect();
    assert_eq!(
        first,
        [
            "\"a;b\";c;d",
            "\"'=HYPERLINK(1);x\";\"Jansen; \"\"en\"\" Zn\";121,00"
        ]
    );
}

#[test]
fn what_a_file_has_not_is_counted_with_its_reason() {
    let text = "format 1\nbusiness\n  name: W\n  country: NL\ncustomer @lodz\n  terms: 30 days\n  name: Łódź Meble\n\
                2026-01-05 invoice #1 @lodz 121.00 vat 21% | Chairs for the garden\n\
                2026-01-06 invoice #2 @lodz 109.00 vat 9%\n\
                2026-01-07 invoice #3 @lodz 100.00 USD vat exempt\n\
                2026-02-05 payment #1 121.00\n";
    let book = TestJournal::from_text(text, "2026-03-31");
    let columns = r#"{ heading = "Naam", from = "name" }, { heading = "Tekst", from = "text", max = 6 },
        { heading = "Code", from = "vat_code", codes = "vat" }, { heading = "Regel", from = "row" }"#;
    let only = "only = { kind = [\"invoice\"], part = [\"\"] }\nvat = \"on-turnover\"\nencoding = \"windows-1252\"\nheadings = false\n";
    let own = of_columns(columns, only);
    let (_, differences) = draw(&book, &own);
    assert_page("layout-differences", &say(&differences).join("\n"));
    let (_, bytes) = print_files(&book, &own).remove(0);
    assert_eq!(bytes, b"?\xf3d? Meble;Chairs;1;1\r\n?\xf3d? Meble;;;2\r\n");
    let with_currency = format!("{columns}, {{ heading = \"Valuta\", from = \"currency\" }}");
    let (table, _) = draw(&book, &of_columns(&with_currency, UTF8));
    assert!(
        cells_of(&table, "currency")
            .iter()
            .any(|it| matches!(it, Cell::Currency(code) if code.code() == "USD"))
    );
}

#[test]
fn mistakes_in_a_layout_are_told_with_the_nearest_word() {
    let cases = [
        (r#"{ heading = "a", from = "dtae" }"#, UTF8),
        (r#"{ heading = "a", from = "quantity" }"#, UTF8),
        (r#"{ heading = "a", from = "debit", les = "credit" }"#, UTF8),
        (r#"{ heading = "a", from = "debit", value = "x" }"#, UTF8),
        (r#"{ heading = "a", from = "invoice", max = 8 }"#, UTF8),
        (
            r#"{ heading = "a", from = "date", date = "DD-MM-JJ" }"#,
            UTF8,
        ),
        (
            r#"{ heading = "a", from = "vat_code", codes = "btw" }"#,
            UTF8,
        ),
        (
            r#"{ heading = "a", from = "date" }"#,
            "encoding = \"utf8\"\n",
        ),
        (
            r#"{ heading = "a", from = "date" }"#,
            "encoding = \"utf-8\"\nvat = \"on-turnovr\"\n",
        ),
        (
            r#"{ heading = "a", from = "date" }"#,
            "encoding = \"utf-8\"\nonly = { kind = [\"invoices\"] }\n",
        ),
        (
            r#"{ heading = "a", from = "date" }"#,
            "encoding = \"utf-8\"\nonly = { knid = [\"invoice\"] }\n",
        ),
        (r#"{ heading = "a", from = "date" "#, UTF8),
        ("", UTF8),
        (r#"{ heading = "a", from = "date" }"#, ""),
    ];
    let told = cases.map(|(columns, more)| {
        let text = text_of(columns, more);
        let fault = read_layout("office", &text).expect_err(columns);
        let span = fault.primary.span;
        let place = text.get(span.start as usize..span.end as usize);
        let place = place.unwrap_or_default().replace('\n', " ");
        let message = crate::journals::finding_message(&fault);
        let help = fault
            .help
            .as_ref()
            .map(tegoed::language::message_text::message_text);
        let help = help.unwrap_or_default();
        format!("{place}\n  {message}\n  {help}")
    });
    assert_page("layout-mistakes", &told.join("\n"));
}

#[test]
fn a_column_that_the_journal_cannot_fill_is_there_and_empty() {
    for (name, _) in BUILT_IN {
        for file in &built_in(name).files {
            assert!(file.columns.iter().all(|column| !column.heading.is_empty()));
            let filled = file
                .columns
                .iter()
                .filter(|it| it.value != LayoutValue::Nothing);
            assert!(filled.count() > 4, "{name}");
        }
    }
}
