//! What holds of every journal: movement, open items and the account of debtors agree; tables add up to one another; periods
//! that follow one another add up to the whole.

use super::shelf::{draw_tables, sums_of, sums_where, table_of};
use crate::journals::MemoryFiles;
use crate::ledger::random::random_journal;
use crate::reports::shelf::{TestJournal, example_names};
use chrono::NaiveDate;
use proptest::prelude::*;
use std::collections::BTreeMap;
use tegoed::bookkeeping::customer_movement::ChangeKind;
use tegoed::document::{Cell, Document};
use tegoed::value::period::Period;

type Tables = BTreeMap<&'static str, Document>;

fn code_of(cell: &Cell) -> &str {
    match cell {
        Cell::Word(word) => &word.code,
        Cell::Text(words) => words,
        _ => "",
    }
}

fn add(sums: &mut BTreeMap<String, i128>, other: &BTreeMap<String, i128>, sign: i128) {
    for (currency, amount) in other {
        *sums.entry(currency.clone()).or_insert(0) += sign * amount;
    }
    sums.retain(|_, sum| *sum != 0);
}

/// What holds of the tables of one period.
fn assert_tables_agree(pages: &Tables) {
    let movement = table_of(pages, "movement");
    let mut closing = sums_of(movement, "opening");
    for class in ChangeKind::ALL {
        add(&mut closing, &sums_of(movement, class.code()), 1);
    }
    assert_eq!(closing, sums_of(movement, "closing"));
    assert_eq!(closing, sums_of(table_of(pages, "open-items"), "balance"));
    let journal = table_of(pages, "journal");
    assert_eq!(sums_of(journal, "debit"), sums_of(journal, "credit"));
    let mut money = sums_where(table_of(pages, "receipts"), "amount", |row| {
        !code_of(&row[1]).starts_with("payer-unknown")
    });
    for class in ["payments", "reversals", "refunds"] {
        add(&mut money, &sums_of(movement, class), 1);
    }
    assert_eq!(money, BTreeMap::new(), "receipts");
    let is_payment = |row: &[Cell]| code_of(&row[1]) == "payment";
    let receipts = table_of(pages, "receipts");
    let mut placed = sums_where(receipts, "amount", is_payment);
    for key in ["placed", "on_account", "returned"] {
        add(&mut placed, &sums_where(receipts, key, is_payment), -1);
    }
    assert_eq!(placed, BTreeMap::new(), "what became of payments");
    for (key, names) in [
        ("net_on_bank", ["BLimBanRba", "bank"]),
        ("kept", ["WBedVkkInc", "collection-costs"]),
    ] {
        let is_own = |row: &[Cell]| {
            names
                .iter()
                .any(|it| [5, 6].map(|at| code_of(&row[at])).contains(it))
        };
        let mut booked = sums_where(journal, "debit", is_own);
        add(&mut booked, &sums_where(journal, "credit", is_own), -1);
        assert_eq!(booked, sums_of(table_of(pages, "receipts"), key), "{key}");
    }
    let mut given_up = sums_of(table_of(pages, "written-off"), "gross");
    for class in ["waived", "discounts", "settled", "written_off", "void"] {
        add(&mut given_up, &sums_of(movement, class), 1);
    }
    assert_eq!(given_up, BTreeMap::new(), "written-off");
    let mut credited = sums_where(table_of(pages, "credit-notes"), "gross", |row| {
        code_of(&row[5]) == "no"
    });
    add(&mut credited, &sums_of(movement, "credit_notes"), 1);
    assert_eq!(credited, BTreeMap::new(), "credit-notes");
    assert_read_me_agrees(pages);
    let after = table_of(pages, "after-date");
    let mut left: BTreeMap<(String, String), (i128, i128)> = BTreeMap::new();
    for row in &after.rows {
        let cents = |place: usize| match &row[place] {
            Cell::Money(amount) => amount.to_money().minor.0,
            _ => 0,
        };
        let key = (code_of(&row[2]).to_owned(), code_of(&row[3]).to_owned());
        let (was, _) = left.entry(key).or_insert((cents(6), 0));
        *was -= cents(10);
        let was = *was;
        left.insert(
            (code_of(&row[2]).to_owned(), code_of(&row[3]).to_owned()),
            (was, cents(12)),
        );
    }
    for (item, (explained, open)) in left {
        assert_eq!(explained, open, "{item:?}");
    }
}

/// The turnover by rate of `read-me` is the return box by box, and its VAT accounts are the return but for what is late.
fn assert_read_me_agrees(pages: &Tables) {
    let first = table_of(pages, "read-me");
    let sum = |subject: &str| -> i128 {
        let own = sums_where(first, "value", |row| code_of(&row[1]).starts_with(subject));
        own.get("EUR").copied().unwrap_or(0)
    };
    let boxes = table_of(pages, "vat-return");
    if !boxes.rows.is_empty() {
        // Bad debts have rows of their own.
        let sold = sums_where(boxes, "net", |row| !code_of(&row[3]).starts_with("relief"));
        assert_eq!(sum("Omzet"), sold.get("EUR").copied().unwrap_or(0));
    }
    let declared = sum("Btw van de aangifte");
    let between = sum("Geboekt in de periode") - sum("waarvan geboekt");
    assert_eq!(sum("Btw op de rekeningen"), declared + between);
}

fn assert_periods_add_up(book: &TestJournal, parts: &[Period]) {
    let whole = Period {
        first: parts[0].first,
        last: parts[parts.len() - 1].last,
    };
    let whole = draw_tables(book, whole, "nl");
    assert_tables_agree(&whole);
    let mut opening = sums_of(table_of(&whole, "movement"), "opening");
    let mut sums: BTreeMap<(&str, &str), BTreeMap<String, i128>> = BTreeMap::new();
    for part in parts {
        let pages = draw_tables(book, *part, "nl");
        assert_tables_agree(&pages);
        let movement = table_of(&pages, "movement");
        assert_eq!(opening, sums_of(movement, "opening"), "{part}");
        opening = sums_of(movement, "closing");
        for (table, key) in summed_columns() {
            let own = sums_of(table_of(&pages, table), key);
            add(sums.entry((table, key)).or_default(), &own, 1);
        }
    }
    for (table, key) in summed_columns() {
        assert_eq!(
            sums[&(table, key)],
            sums_of(table_of(&whole, table), key),
            "{table} {key}"
        );
    }
}

fn summed_columns() -> impl Iterator<Item = (&'static str, &'static str)> {
    let classes = ChangeKind::ALL.map(|class| ("movement", class.code()));
    classes.into_iter().chain([
        ("journal", "debit"),
        ("journal", "vat_amount"),
        ("vat-return", "vat"),
        ("vat", "net"),
        ("written-off", "gross"),
        ("receipts", "net_on_bank"),
    ])
}

/// A stretch of days cut into parts of so many days.
fn cut(first: NaiveDate, last: NaiveDate, days: u64) -> Vec<Period> {
    let mut parts = Vec::new();
    let mut begin = first;
    while begin <= last {
        let end = (begin + chrono::Days::new(days - 1)).min(last);
        parts.push(Period {
            first: begin,
            last: end,
        });
        begin = end + chrono::Days::new(1);
    }
    parts
}

#[test]
fn the_quarters_of_the_examples_add_up_to_their_years() {
    for name in example_names() {
        let book = TestJournal::from_example(&name);
        let last = book.outcome.ledger.as_of;
        let first = last - chrono::Days::new(400);
        assert_periods_add_up(&book, &cut(first, last, 91));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases / 4, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn tables_agree_for_random_journals(journal in random_journal(), asked in 0..40_u64, days in 1..20_u64) {
        let text = journal.full_text();
        let first: NaiveDate = "2026-01-01".parse().unwrap();
        let files = MemoryFiles::single(text);
        let book = TestJournal::read_with_errors(files, "main.tegoed", first + chrono::Days::new(asked));
        let last = first + chrono::Days::new(asked);
        assert_periods_add_up(&book, &cut(first, last, days));
    }
}
