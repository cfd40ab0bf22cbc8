//! Ids of entries stay the same from export to export, whatever is written later and wherever lines stand.

use super::books::{Books, half_the_cases, read_books, read_books_of_files};
use crate::journals::MemoryFiles;
use crate::ledger::random::{RandomJournal, random_journal};
use crate::ledger::shelf::parse_day;
use proptest::prelude::*;
use std::collections::BTreeMap;

const HEADER: &str = "format 1\nbusiness\n  name: Net en Boot\ncustomer @vos\n  name: Vos\n";

/// What each entry posts, by id.
fn lines_by_id(books: &Books) -> BTreeMap<String, String> {
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    let mut id = String::new();
    for line in books.write().lines() {
        if line.starts_with(' ') {
            let lines = found.get_mut(&id).expect("an entry above its lines");
            lines.push_str(line);
        } else {
            line.clone_into(&mut id);
            found.insert(id.clone(), String::new());
        }
    }
    found
}

/// A text whose entries stand in three files, each entry in the one that is chosen for it.
fn in_three_files(header: &str, entries: &[String], choice: usize) -> MemoryFiles {
    let mut parts = [String::new(), String::new(), String::new()];
    for (place, entry) in entries.iter().enumerate() {
        parts[(choice + place * (choice + 2)) % 3].push_str(entry);
    }
    let [root, one, two] = parts;
    let root = format!("{header}include one.tegoed\ninclude two.tegoed\n{root}");
    MemoryFiles::single(root)
        .with_file("one.tegoed", one)
        .with_file("two.tegoed", two)
}

/// The entries of a random journal, some without the bank's reference, and money of unknown payers among them.
fn entries_of(story: &RandomJournal) -> Vec<(chrono::NaiveDate, String)> {
    let mut entries = Vec::new();
    for (place, told) in story.dated_texts().into_iter().enumerate() {
        let date = told.date;
        let without_id = |line: &&str| !line.trim_start().starts_with("id:");
        let text = match place % 3 {
            0 => told.text,
            _ => told
                .text
                .lines()
                .filter(without_id)
                .flat_map(|line| [line, "\n"])
                .collect(),
        };
        entries.push((date, text));
        let cents = place % 2;
        if place % 4 == 1 {
            entries.push((
                date,
                format!("{date} payment unknown 7.0{cents} | Payer {place}\n"),
            ));
            entries.push((
                date,
                format!("{date} reversal unknown 7.0{cents} of {date} | Payer {place}\n"),
            ));
        }
    }
    entries
}

#[test]
fn money_of_unknown_payers_that_went_back_is_counted_by_day_and_amount() {
    let entries =
        "2026-02-06 payment unknown 7.00\n2026-02-08 reversal unknown 7.00 of 2026-02-06\n";
    let day = parse_day("2026-02-28");
    let before = lines_by_id(&read_books(&format!("{HEADER}{entries}"), day));
    let later = "2026-02-05 payment unknown 9.00\n2026-02-07 reversal unknown 9.00 of 2026-02-05\n";
    let after = lines_by_id(&read_books(&format!("{HEADER}{entries}{later}"), day));
    for (id, lines) in before {
        assert_eq!(after.get(&id), Some(&lines), "{id} of {after:#?}");
    }
}

#[test]
fn alike_entries_keep_their_ids_in_another_order() {
    let invoices = "2026-01-05 invoice #1 @vos 50.00 due 2026-01-20 | Rope\n\
        2026-01-05 invoice #2 @vos 50.00 due 2026-01-20 | Net\n";
    let [one, two] = [
        "2026-02-06 payment #2 20.00\n",
        "2026-02-06 payment #1 20.00\n",
    ];
    let day = parse_day("2026-02-28");
    let books = read_books(&format!("{HEADER}{invoices}{one}{two}"), day);
    let moved = read_books(&format!("{HEADER}{invoices}{two}{one}"), day);
    assert_eq!(lines_by_id(&books), lines_by_id(&moved));
}

#[test]
fn money_on_account_is_told_apart_from_money_that_waits() {
    let invoice = "2026-01-20 invoice #1 @vos 70.00 | Rope\n";
    let [one, two] = [
        "2026-02-06 payment @vos 20.00\n",
        "2026-02-06 payment @vos 20.00 on-account\n",
    ];
    let used = "2026-02-07 apply @vos 20.00 for #1\n";
    let day = parse_day("2026-02-28");
    let books = read_books(&format!("{HEADER}{invoice}{one}{two}{used}"), day);
    let moved = read_books(&format!("{HEADER}{invoice}{two}{one}{used}"), day);
    assert_eq!(lines_by_id(&books), lines_by_id(&moved));
}

proptest! {
    #![proptest_config(half_the_cases())]

    #[test]
    fn entries_of_later_days_change_no_id(story in random_journal()) {
        let entries = entries_of(&story);
        let text = |last: chrono::NaiveDate| {
            let known = entries.iter().filter(|(date, _)| *date <= last);
            story.header_text() + &known.map(|(_, text)| text.as_str()).collect::<String>()
        };
        let whole = lines_by_id(&read_books(&text(parse_day("2028-01-01")), parse_day("2028-01-01")));
        for (day, _) in entries.iter().step_by(3) {
            for (id, _) in lines_by_id(&read_books(&text(*day), *day)) {
                prop_assert!(whole.contains_key(&id), "{} is gone\n{}", id, text(*day));
            }
        }
    }

    #[test]
    fn entries_in_other_files_have_the_same_ids(story in random_journal(), choice in 0..9_usize) {
        let entries: Vec<String> = entries_of(&story).into_iter().map(|(_, text)| text).collect();
        let day = parse_day("2028-01-01");
        let whole = read_books(&(story.header_text() + &entries.concat()), day);
        let moved = read_books_of_files(&in_three_files(&story.header_text(), &entries, choice), day);
        let ids_of = |books: &Books| -> Vec<String> {
            let mut ids: Vec<String> = books.entries.iter().map(|entry| entry.id.clone()).collect();
            ids.sort();
            ids
        };
        prop_assert_eq!(ids_of(&whole), ids_of(&moved), "{}\n{}", whole.write(), moved.write());
    }
}
