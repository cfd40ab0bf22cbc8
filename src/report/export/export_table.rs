//! Tables of the export: programs read their keys, a spreadsheet shows their headings.

use crate::document::{Cell, Column, TableRows};
use crate::language::phrases::Language;
use crate::report::shared::page::column;

/// Rows under keys.
pub fn export_rows<'a>(keys: &[&str], rows: impl Iterator<Item = Vec<Cell>> + 'a) -> TableRows<'a> {
    TableRows::new(plain_columns(keys), rows)
}

/// Columns whose headings are their keys.
pub fn plain_columns(keys: &[&str]) -> Vec<Column> {
    keys.iter().map(|key| column(key, key)).collect()
}

/// A heading over each key that has none yet.
pub fn add_headings(language: &Language, columns: &mut [Column]) {
    let plain = |column: &&mut Column| column.heading == column.key;
    for column in columns.iter_mut().filter(plain) {
        let heading = heading_of(language, &column.key);
        if !heading.is_empty() {
            heading.clone_into(&mut column.heading);
        }
    }
}

/// The heading above a key; empty where there is none.
fn heading_of(language: &Language, key: &str) -> &'static str {
    let (head, own) = (&language.phrases.heading, &language.phrases.export);
    match key {
        "address" => head.address,
        "amount" => head.amount,
        "attn" => head.attn,
        "bucket" => head.bucket,
        "channel" => own.channel,
        "closed" => own.closed,
        "code" | "vat_code" => own.code,
        "commission" => own.commission,
        "component" => head.component,
        "credit" => head.credit,
        "currency" => head.currency,
        "customer" => head.customer,
        "date" => head.date,
        "days" => head.days,
        "debit" => head.debit,
        "disputed" => own.disputed,
        "document" => own.document,
        "due_date" => head.due_date,
        "entry" => head.entry,
        "file" => head.file,
        "follow_up" => own.follow_up,
        "for_invoice" => own.for_invoice,
        "instalment" => head.instalment,
        "invoice" => head.invoice,
        "invoice_date" => head.invoice_date,
        "kind" => head.kind,
        "kvk" => own.kvk,
        "last_payment" => own.last_payment,
        "line" => head.line,
        "name" => head.name,
        "net" => own.net,
        "number" => own.number,
        "no" => own.line_no,
        "open" => head.open,
        "order" => own.order,
        "outcome" => own.outcome,
        "payment_file" => own.payment_file,
        "payment_line" => own.payment_line,
        "price" => own.price,
        "quantity" => own.quantity,
        "rate" => own.rate,
        "reason" => own.reason,
        "rule" => head.rule,
        "spent" => own.spent,
        "status" => head.status,
        "text" => head.text,
        "unit" => own.unit,
        "until" => head.until,
        "vat" => own.vat,
        "vat_codes" => own.vat_codes,
        "vat_id" => own.vat_id,
        "with" => own.with,
        "word" => own.word,
        _ => language.phrases.sheet.heading(key).unwrap_or_default(),
    }
}
