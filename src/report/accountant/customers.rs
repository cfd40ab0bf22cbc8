//! `customers`: everybody the journal names, with what a bookkeeper needs to make a relation of them.

use super::accountant_input::AccountantInput;
use super::accountant_table::accountant_columns;
use crate::document::{Cell, Table};
use crate::report::customers;
use crate::report::customers::field_cell;
use crate::value::key_name::KeyName;

/// Its columns.
pub const KEYS: [&str; 20] = [
    "customer",
    "name",
    "kind",
    "country",
    "language",
    "email",
    "phone",
    "terms",
    "policy",
    "invoices",
    "open_invoices",
    "first_invoice",
    "last_invoice",
    "file",
    "line",
    "vat_id",
    "trade_register",
    "address",
    "attn",
    "iban",
];

/// The table of customers, and their numbers and addresses.
pub fn table(input: &AccountantInput<'_>) -> Table {
    let mut table = customers::table(input.closing);
    table.columns.extend(accountant_columns(
        input,
        &["vat_id", "trade_register", "address", "attn", "iban"],
    ));
    let journal = input.journal();
    for (row, customer) in table.rows.iter_mut().zip(journal.customers_by_id()) {
        let record = &journal.customers[customer];
        let address: Vec<&str> = record.values(KeyName::Address).collect();
        row.push(field_cell(record, KeyName::VatId));
        row.push(field_cell(record, KeyName::Kvk));
        row.push(Cell::text(&address.join(", ")));
        row.push(field_cell(record, KeyName::Attn));
        row.push(field_cell(record, KeyName::Iban));
    }
    table
}
