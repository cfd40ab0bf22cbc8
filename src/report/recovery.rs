//! `recovery`: what came in of what was late, by how late it was.

use super::shared::page::{PageBasis, add_table, column, start_page};
use super::shared::report_definition::{Report, ReportFn};
use super::shared::report_input::ReportInput;
use crate::document::{Cell, Document, Table};
use crate::insight::recovery::{Recovery, recoveries};
use crate::value::currency::Currency;
use crate::value::money::{Minor, Money};

/// What came in of what was late.
pub static RECOVERY: Report = Report {
    name: "recovery",
    aliases: &[],
    about: "what came in of what was late, by how late it was, in per cent",
    flags: &[],
    columns: COLUMNS,
    write: ReportFn::All(write),
};

const COLUMNS: &str = "\
Columns of csv and json, one row a currency and class of lateness, over all customers:
  later_than       0, 30, 60, 90, 180 or 365: items that were later than so many days
  items            how many
  currency
  owed             what was open of them when they became so late, less what was credited since
  received         what came in of that since
  percent          the same in whole per cent, rounded down; empty with fewer than three items
  open             what is still open of it
Items whose dispute was upheld do not count.";

fn write(input: ReportInput<'_>) -> Vec<Document> {
    let words = &input.language.phrases.overview.recovery;
    let head = &input.language.phrases.heading;
    let mut page = start_page(input, "recovery", words.title, PageBasis::Entries);
    let found = recoveries(input.day.journal, input.day.ledger);
    let is_empty = found.is_empty();
    if is_empty {
        page.push_paragraph((words.nothing)(input.day.as_of()));
    }
    let table = Table::new(
        vec![
            column("later_than", words.later_than),
            column("items", words.items),
            column("currency", head.currency),
            column("owed", words.owed),
            column("received", words.received),
            column("percent", words.percent),
            column("open", head.open),
        ],
        found
            .into_iter()
            .map(|((currency, class), recovery)| row(input, currency, class, &recovery)),
    );
    add_table(input, &mut page, table);
    if !is_empty {
        page.push_paragraph(words.basis);
    }
    vec![page]
}

fn row(input: ReportInput<'_>, currency: Currency, class: u32, recovery: &Recovery) -> Vec<Cell> {
    let words = &input.language.phrases.overview.recovery;
    let money = |minor: Minor| Cell::from(Money::new(minor, currency));
    vec![
        Cell::word(class.to_string(), (words.class)(class)),
        Cell::count(recovery.items),
        Cell::Currency(currency),
        money(recovery.owed),
        money(recovery.received),
        recovery.percent().map_or(Cell::Empty, Cell::Number),
        money(recovery.open),
    ]
}
