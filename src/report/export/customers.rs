//! The table of customers that `export` writes: the list, with what an invoice needs of them.

use super::export_table::plain_columns;
use super::last_payments::LastPayments;
use crate::document::{Cell, TableRows};
use crate::report::customers;
use crate::report::shared::report_input::ReportInput;
use crate::value::key_name::KeyName;

/// The list of customers and more. New columns stand behind those that were there before.
pub fn table(input: ReportInput<'_>) -> TableRows<'_> {
    let journal = input.day.journal;
    let mut table = customers::table(input);
    table.columns.extend(plain_columns(&[
        "vat_id",
        "kvk",
        "attn",
        "address",
        "last_payment",
    ]));
    let paid = LastPayments::of_customers(journal, input.day.as_of());
    let owned = table.rows.into_iter().zip(journal.customers_by_id());
    let rows = owned.map(move |(mut row, customer)| {
        let record = &journal.customers[customer];
        let address: Vec<&str> = record.fields.values(KeyName::Address).collect();
        row.extend(
            [KeyName::VatId, KeyName::Kvk, KeyName::Attn]
                .map(|key| customers::field_cell(record, key)),
        );
        row.push(Cell::text(&address.join(", ")));
        row.push(paid.day_of(customer).into());
        row
    });
    TableRows::new(table.columns, rows)
}
