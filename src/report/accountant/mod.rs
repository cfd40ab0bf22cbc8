//! `export accountant`: a period as a bookkeeper wants it, as tables. One file a table, and a line in [`TABLES`].

pub mod accountant_input;
mod after_date;
mod credit_notes;
mod customers;
mod findings;
mod movement;
mod number_gaps;
mod open_items;
mod read_me;
mod receipts;
mod vat_entries;
mod vat_pages;
mod written_off;

use crate::bookkeeping::debtors_check::find_debtors_difference;
use crate::document::{Block, Document, Table};
use crate::language::accountant::{AccountantTables, TableWords};
use crate::report::shared::page::{PageBasis, start_page};
use crate::value::money::{Minor, Money};
use accountant_input::AccountantInput;

/// A table for an accountant, drawn when its turn comes.
pub struct AccountantTable {
    /// Its name, which is also that of its file.
    pub name: &'static str,
    /// What it is called, and what it has.
    pub words: fn(&AccountantTables) -> &TableWords,
    /// Draws it.
    pub draw: fn(&AccountantInput<'_>) -> Table,
}

/// The tables, in the order in which they are written.
pub static TABLES: &[AccountantTable] = &[
    AccountantTable {
        name: "read-me",
        words: |say| &say.read_me,
        draw: read_me::table,
    },
    AccountantTable {
        name: "vat",
        words: |say| &say.vat,
        draw: vat_entries::table,
    },
    AccountantTable {
        name: "vat-return",
        words: |say| &say.vat_return,
        draw: vat_pages::return_table,
    },
    AccountantTable {
        name: "icp",
        words: |say| &say.icp,
        draw: vat_pages::listing_table,
    },
    AccountantTable {
        name: "open-items",
        words: |say| &say.open_items,
        draw: open_items::table,
    },
    AccountantTable {
        name: "movement",
        words: |say| &say.movement,
        draw: movement::table,
    },
    AccountantTable {
        name: "after-date",
        words: |say| &say.after_date,
        draw: after_date::table,
    },
    AccountantTable {
        name: "receipts",
        words: |say| &say.receipts,
        draw: receipts::table,
    },
    AccountantTable {
        name: "credit-notes",
        words: |say| &say.credit_notes,
        draw: credit_notes::table,
    },
    AccountantTable {
        name: "written-off",
        words: |say| &say.written_off,
        draw: written_off::table,
    },
    AccountantTable {
        name: "number-gaps",
        words: |say| &say.number_gaps,
        draw: number_gaps::table,
    },
    AccountantTable {
        name: "customers",
        words: |say| &say.customers,
        draw: customers::table,
    },
    AccountantTable {
        name: "findings",
        words: |say| &say.findings,
        draw: findings::table,
    },
];

impl AccountantTable {
    /// The page of this table.
    pub fn page(&self, input: &AccountantInput<'_>) -> Document {
        let words = (self.words)(&input.words().tables);
        Document {
            page_name: self.name,
            blocks: vec![Block::Table((self.draw)(input))],
            ..start_page(input.closing, "export", words.title, PageBasis::Entries)
        }
    }
}

/// Why nothing may be written: movement, open items and the account of debtors do not agree. `None` where they do.
pub fn find_difference(input: &AccountantInput<'_>) -> Option<String> {
    let debtors = input.open_balances;
    let found = find_debtors_difference(input.movements, input.open_balances, debtors)?;
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
