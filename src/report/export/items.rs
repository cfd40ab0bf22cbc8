//! The table of items that `export` writes: every instalment of every invoice.

use super::export_table::export_rows;
use crate::document::{Cell, TableRows};
use crate::journal::model::{InvoiceIx, ItemIx};
use crate::ledger::ageing::{AgeingBasis, days_late};
use crate::ledger::model::Status;
use crate::report::invoices::invoices_by_number;
use crate::report::shared::age_buckets::{bucket_headings, buckets};
use crate::report::shared::customer_cells::CustomerCells;
use crate::report::shared::instalment::instalment_cell;
use crate::report::shared::invoice_status::item_status_cell;
use crate::report::shared::report_input::ReportInput;
use crate::value::money::{Minor, Minor64, Money};

/// Every instalment of every invoice up to the day.
pub fn table(input: ReportInput<'_>) -> TableRows<'_> {
    let words = buckets(input)
        .keys()
        .into_iter()
        .zip(bucket_headings(input));
    let words: Vec<Cell> = words.map(|(code, said)| Cell::word(code, said)).collect();
    let numbers = invoices_by_number(input).into_iter();
    let items = numbers.flat_map(move |number| {
        let items = input.day.journal.items_of(number).enumerate();
        items.map(move |item| (number, item))
    });
    let customers = CustomerCells::new(input.day.journal);
    let rows = items.map(move |(number, item)| {
        let customer = input.day.journal.invoices[number].customer;
        let [customer, _] = customers.cells_of(customer);
        item_row(input, &words, customer, (number, item))
    });
    let keys = [
        "invoice",
        "instalment",
        "customer",
        "invoice_date",
        "due_date",
        "days",
        "bucket",
        "status",
        "currency",
        "amount",
        "open",
        "closed",
    ];
    export_rows(&keys, rows)
}

fn item_row(
    input: ReportInput<'_>,
    bucket_words: &[Cell],
    customer: Cell,
    (number, (place, item)): (InvoiceIx, (usize, ItemIx)),
) -> Vec<Cell> {
    let (journal, ledger) = (input.day.journal, input.day.ledger);
    let (invoice, record) = (&journal.invoices[number], &journal.items[item]);
    let state = ledger.items[item];
    let days = days_late(journal, ledger, item, AgeingBasis::Due);
    let (days, bucket) = if state.status == Status::Open {
        let bucket = bucket_words.get(buckets(input).bucket_index(days)).cloned();
        (record.due.map(|_| Cell::Number(days)), bucket)
    } else {
        (None, None)
    };
    let money = |minor: Minor64| Cell::from(Money::new(Minor::from(minor), invoice.currency));
    vec![
        Cell::text(journal.invoice_no(number)),
        instalment_cell(place, invoice.item_count),
        customer,
        Cell::Date(invoice.date),
        record.due.into(),
        days.unwrap_or(Cell::Empty),
        bucket.unwrap_or(Cell::Empty),
        item_status_cell(input, state.status, item),
        Cell::Currency(invoice.currency),
        money(record.amount),
        money(state.open),
        state.closed.into(),
    ]
}
