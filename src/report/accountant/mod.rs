//! `export accountant`: a period as a bookkeeper wants it, as tables. One file a table, and a line in [`TABLES`].

pub mod accountant_input;
mod accountant_table;
mod after_date;
pub mod changed_entries;
mod credit_notes;
mod customers;
pub mod earlier_journal;
mod findings;
mod invoice_lines;
mod journal;
pub mod layout;
mod movement;
mod number_gaps;
mod open_items;
mod provision_summary;
mod read_me;
mod receipts;
mod vat_entries;
mod vat_pages;
mod vat_summary;
mod written_off;

use crate::bookkeeping::debtors_check::find_debtors_difference;
use crate::document::{Block, Cell, Document, Table};
use crate::report::shared::page::{PageBasis, fact, start_page};
use crate::value::money::{Minor, Money};
use accountant_input::AccountantInput;
use journal::debtors_on_account;

/// Draws a table.
pub type TableFn = fn(&AccountantInput<'_>) -> Table;

/// The tables, in the order in which they are written: each is drawn when its turn comes.
pub static TABLES: &[(&str, TableFn)] = &[
    ("read-me", read_me::table),
    ("journal", journal::table),
    ("vat", vat_entries::table),
    ("vat-return", vat_pages::return_table),
    ("icp", vat_pages::listing_table),
    ("open-items", open_items::table),
    ("movement", movement::table),
    ("after-date", after_date::table),
    ("receipts", receipts::table),
    ("credit-notes", credit_notes::table),
    ("written-off", written_off::table),
    ("number-gaps", number_gaps::table),
    ("customers", customers::table),
    ("findings", findings::table),
    ("invoice-lines", invoice_lines::table),
];

/// The tables of an export: where an earlier one is known, what changed of its entries comes last.
pub fn tables_of(input: &AccountantInput<'_>) -> Vec<(&'static str, TableFn)> {
    let changed: (&str, TableFn) = (changed_entries::NAME, changed_entries::table);
    let changed = input.earlier.map(|_| changed);
    TABLES.iter().copied().chain(changed).collect()
}

/// The page of a table.
pub fn draw_page(input: &AccountantInput<'_>, (name, draw): (&'static str, TableFn)) -> Document {
    let words = input.words();
    let changed = (changed_entries::NAME, &words.changed_entries);
    let mut named = words.tables.named().into_iter().chain([changed]);
    let words = named.find(|(known, _)| *known == name);
    let title = words.map_or(name, |(_, words)| words.title);
    Document {
        page_name: name,
        blocks: vec![Block::Table(draw(input))],
        ..start_accountant_page(input, title)
    }
}

/// What a page of the folder starts with: the day on which all of it is known, which may be later than the period that it is
/// about.
fn start_accountant_page(input: &AccountantInput<'_>, title: &str) -> Document {
    let mut page = start_page(input.asked, "export", title, PageBasis::Entries);
    let period = Cell::text(&input.asked_period.to_string());
    let behind_day = page.basis.iter().position(|it| it.key == "as_of");
    let place = behind_day.map_or(0, |place| place.saturating_add(1));
    let label = input.words().read_me.period;
    page.basis.insert(place, fact("period", label, period));
    page
}

/// Why nothing may be written: movement, open items and the account of debtors do not agree. `None` where they do.
pub fn find_difference(input: &AccountantInput<'_>) -> Option<String> {
    let debtors = match debtors_on_account(input) {
        Ok(debtors) => debtors,
        Err(entry) => {
            return Some(format!(
                "the entry {} does not balance; nothing was written",
                entry.id
            ));
        }
    };
    let found = find_debtors_difference(input.movements, input.open_balances, &debtors)?;
    let (customer, currency) = found.account;
    let figure = |minor: Minor| format!("{} {}", Money::new(minor, currency), currency.code());
    Some(format!(
        "what @{} owes on {} does not agree: {} by movement, {} by open items, {} on the account of debtors; nothing was written",
        input.journal().customer_id(customer),
        input.period.last,
        figure(found.movement),
        figure(found.open_items),
        figure(found.debtors),
    ))
}
