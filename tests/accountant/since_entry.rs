//! A later export leaves out what earlier ones had, and tells what changed of it: nothing is taken in twice, and nothing lost.

use super::shelf::{with_period, with_period_since};
use crate::journals::MemoryFiles;
use crate::reports::shelf::{TestJournal, example_names, print_pages};
use std::collections::BTreeMap;
use tegoed::render::csv_rows::read_rows;
use tegoed::render::medium::CsvDialect;
use tegoed::report::accountant::accountant_input::AccountantInput;
use tegoed::report::accountant::earlier_journal::{EarlierJournal, EarlierJournalFault};
use tegoed::report::accountant::{draw_page, tables_of};
use tegoed::value::period::Period;

/// A table as `export accountant` writes it.
fn print_table(input: &AccountantInput<'_>, name: &str) -> String {
    let all = tables_of(input);
    let table = all.into_iter().find(|(known, _)| *known == name);
    let page = draw_page(input, table.expect("a table"));
    print_pages(&[page], "en", "csv", CsvDialect::Plain).replace('\r', "")
}

fn earlier_of(text: &str) -> EarlierJournal {
    let mut earlier = EarlierJournal::default();
    // The same file twice says the same.
    for _ in 0..2 {
        earlier
            .add_rows(read_rows(text.as_bytes()))
            .expect("a journal.csv");
    }
    earlier
}

/// The journal of a period and what changed, after earlier exports.
fn later_export(book: &TestJournal, period: Period, earlier: &EarlierJournal) -> [String; 2] {
    with_period_since(book, period, "en", Some(earlier), |input| {
        ["journal", "changed-entries"].map(|name| print_table(input, name))
    })
}

fn read(entries: &str, day: &str) -> TestJournal {
    let text = format!(
        "format 1\nbusiness\n  name: Net en Boot\ncustomer @vos\n  name: Vos\n  terms: 14 days\n{entries}"
    );
    TestJournal::read_with_errors(
        MemoryFiles::single(text),
        "main.tegoed",
        day.parse().unwrap(),
    )
}

fn period(text: &str) -> Period {
    Period::from_text(text).expect("a period")
}

#[test]
fn nothing_is_left_after_an_export_of_the_same_period() {
    for name in example_names() {
        let book = TestJournal::from_example(&name);
        let last = book.outcome.ledger.as_of;
        let whole = Period {
            first: last - chrono::Days::new(800),
            last,
        };
        let text = with_period(&book, whole, "en", |input| print_table(input, "journal"));
        let left = later_export(&book, whole, &earlier_of(&text));
        for text in left {
            assert_eq!(text.lines().count(), 1, "{name}\n{text}");
        }
    }
}

#[test]
fn what_changed_since_is_told_with_its_lines_then_and_now() {
    let kept = "2026-01-05 invoice #1 @vos 121.00 vat 21% | Rope\n\
        2026-01-06 invoice #2 @vos 60.50 vat 21% | Net\n";
    let first =
        format!("{kept}2026-02-01 payment #1 21.00\n  id: b1\n2026-02-02 payment #2 5.00\n");
    let book = read(&first, "2026-03-31");
    let exported = with_period(&book, period("2026-Q1"), "en", |input| {
        print_table(input, "journal")
    });
    let second = format!(
        "{kept}2026-02-01 payment #1 12.00\n  id: b1\n\
         2026-03-30 payment #2 7.00 | Forgotten\n2026-04-02 payment #2 8.00\n"
    );
    let book = read(&second, "2026-06-30");
    let [journal, changed] = later_export(&book, period("2026-Q2"), &earlier_of(&exported));
    assert_eq!(
        journal
            .lines()
            .skip(1)
            .map(|line| line.split(',').next().unwrap())
            .collect::<Vec<_>>(),
        ["pay-2026-04-02-vos-8.00-1"; 2],
        "{journal}"
    );
    assert_eq!(
        changed,
        "entry,change,date,account,debit,credit,currency,customer,invoice\n\
         pay-b1,was,2026-02-01,10201,21.00,,EUR,vos,1\n\
         pay-b1,was,2026-02-01,13011,,21.00,EUR,vos,1\n\
         pay-b1,now,2026-02-01,10201,12.00,,EUR,vos,1\n\
         pay-b1,now,2026-02-01,13011,,12.00,EUR,vos,1\n\
         pay-2026-03-30-vos-7.00-1,late,2026-03-30,10201,7.00,,EUR,vos,2\n\
         pay-2026-03-30-vos-7.00-1,late,2026-03-30,13011,,7.00,EUR,vos,2\n\
         pay-2026-02-02-vos-5.00-1,was,2026-02-02,10201,5.00,,EUR,vos,2\n\
         pay-2026-02-02-vos-5.00-1,was,2026-02-02,13011,,5.00,EUR,vos,2\n"
    );
}

/// Old lines taken back, and new and late ones added: the books are those of now.
#[test]
fn with_what_changed_the_books_are_those_of_now() {
    let cut = |text: &str, lines: usize| -> String {
        text.lines()
            .take(lines)
            .flat_map(|line| [line, "\n"])
            .collect()
    };
    let entries = "2026-01-05 invoice #1 @vos 121.00 vat 21% | Rope\n\
        2026-01-06 invoice #2 @vos 60.50 vat 9% | Net\n\
        2026-02-01 payment @vos 30.00 on-account\n\
        2026-02-10 apply @vos 10.00 for #2\n\
        2026-03-01 writeoff #1 | Gone\n\
        2026-01-20 credit #C1 for #2 10.00 | Late\n\
        2026-04-05 payment #1 21.00\n";
    let later = read(entries, "2026-12-31");
    let all = with_period(&later, period("2026"), "en", |input| {
        print_table(input, "journal")
    });
    for lines in 1..7 {
        let before = read(&cut(entries, lines), "2026-03-31");
        let exported = with_period(&before, period("2026-Q1"), "en", |input| {
            print_table(input, "journal")
        });
        let rest = Period {
            first: "2026-04-01".parse().unwrap(),
            last: "2026-12-31".parse().unwrap(),
        };
        let [journal, changed] = later_export(&later, rest, &earlier_of(&exported));
        let mut sums = sums_of_accounts(&exported, 1);
        for (text, sign) in [
            (journal, 1),
            (rows_with(&changed, &["was"]), -1),
            (rows_with(&changed, &["now", "late"]), 1),
        ] {
            for (account, sum) in sums_of_accounts(&text, sign) {
                *sums.entry(account).or_insert(0) += sum;
            }
        }
        sums.retain(|_, sum| *sum != 0);
        assert_eq!(sums, sums_of_accounts(&all, 1), "{lines}");
    }
}

fn rows_with(changed: &str, changes: &[&str]) -> String {
    let mut lines = changed.lines();
    let heading = lines.next().expect("headings");
    let rows = lines.filter(|line| {
        changes
            .iter()
            .any(|change| line.contains(&format!(",{change},")))
    });
    [heading]
        .into_iter()
        .chain(rows)
        .flat_map(|line| [line, "\n"])
        .collect()
}

/// What stands on each account, in cents.
fn sums_of_accounts(text: &str, sign: i64) -> BTreeMap<String, i64> {
    let headings: Vec<&str> = text.lines().next().expect("headings").split(',').collect();
    let place = |key: &str| {
        headings
            .iter()
            .position(|heading| *heading == key)
            .expect("a column")
    };
    let [account, debit, credit] = ["account", "debit", "credit"].map(place);
    let mut sums = BTreeMap::new();
    for line in text.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let cents = |place: usize| {
            cells[place]
                .replace('.', "")
                .parse::<i64>()
                .unwrap_or_default()
        };
        *sums.entry(cells[account].to_owned()).or_insert(0) +=
            sign * (cents(debit) - cents(credit));
    }
    sums.retain(|_, sum| *sum != 0);
    sums
}

#[test]
fn another_file_is_refused() {
    let mut earlier = EarlierJournal::default();
    assert_eq!(
        earlier.add_rows(read_rows(b"Boeking;Datum\ninv-1;2026-01-05\n")),
        Err(EarlierJournalFault::NoColumn("entry"))
    );
    let lines = b"entry,date,account,debit,credit,currency,customer,invoice\ninv-1,2026-01-05,1300,1.2,,EUR,vos,1\n";
    assert_eq!(
        earlier.add_rows(read_rows(lines)),
        Err(EarlierJournalFault::Row(2))
    );
}
