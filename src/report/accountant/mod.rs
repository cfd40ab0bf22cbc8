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
use crate::document::{Block, Cell, Document, Table, TableRows};
use crate::report::shared::page::{PageBasis, add_totals, fact, start_page};
use crate::value::money::{Minor, Money};
use accountant_input::AccountantInput;
use journal::debtors_on_account;

/// How a table is drawn.
#[derive(Clone, Copy)]
pub enum TableFn {
    /// At once.
    Whole(fn(&AccountantInput<'_>) -> Table),
    /// Row by row, so that those of a big journal are never all in memory. A page of them has their totals.
    Rows(for<'a> fn(&'a AccountantInput<'_>) -> TableRows<'a>),
}

/// The tables, in the order in which they are written: each is drawn when its turn comes.
pub static TABLES: &[(&str, TableFn)] = &[
    ("read-me", TableFn::Whole(read_me::table)),
    ("journal", TableFn::Rows(journal::rows)),
    ("vat", TableFn::Whole(vat_entries::table)),
    ("vat-return", TableFn::Whole(vat_pages::return_table)),
    ("icp", TableFn::Whole(vat_pages::listing_table)),
    ("open-items", TableFn::Whole(open_items::table)),
    ("movement", TableFn::Whole(movement::table)),
    ("after-date", TableFn::Whole(after_date::table)),
    ("receipts", TableFn::Whole(receipts::table)),
    ("credit-notes", TableFn::Whole(credit_notes::table)),
    ("written-off", TableFn::Whole(written_off::table)),
    ("number-gaps", TableFn::Whole(number_gaps::table)),
    ("customers", TableFn::Whole(customers::table)),
    ("findings", TableFn::Whole(findings::table)),
    ("invoice-lines", TableFn::Whole(invoice_lines::table)),
];

/// The tables of an export: where an earlier one is known, what changed of its entries comes last.
pub fn tables_of(input: &AccountantInput<'_>) -> Vec<(&'static str, TableFn)> {
    let changed: (&str, TableFn) = (
        changed_entries::NAME,
        TableFn::Whole(changed_entries::table),
    );
    let changed = input.earlier.map(|_| changed);
    TABLES.iter().copied().chain(changed).collect()
}

impl TableFn {
    /// The rows, for what shows no totals.
    pub fn rows<'a>(self, input: &'a AccountantInput<'_>) -> TableRows<'a> {
        match self {
            Self::Whole(draw) => draw(input).into(),
            Self::Rows(draw) => draw(input),
        }
    }

    /// The table as a page has it.
    pub fn table(self, input: &AccountantInput<'_>) -> Table {
        match self {
            Self::Whole(draw) => draw(input),
            Self::Rows(draw) => {
                let mut table = draw(input).into_table();
                add_totals(input.closing, &mut table);
                table
            }
        }
    }
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
        blocks: vec![Block::Table(draw.table(input))],
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
