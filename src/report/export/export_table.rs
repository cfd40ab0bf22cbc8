//! Tables of the export: programs read their keys, a spreadsheet shows their headings.

use crate::document::{Cell, Column, Table};
use crate::language::phrases::Language;
use crate::report::shared::page::column;

/// Rows under keys.
pub fn export_table(language: &Language, keys: &[&str], rows: Vec<Vec<Cell>>) -> Table {
    Table::new(export_columns(language, keys), rows)
}

/// Columns with these keys.
pub fn export_columns(language: &Language, keys: &[&str]) -> Vec<Column> {
    let columns = keys.iter();
    columns
        .map(|key| column(key, heading_of(language, key)))
        .collect()
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
        "code" => own.code,
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
        "open" => head.open,
        "order" => own.order,
        "outcome" => own.outcome,
        "payment_file" => own.payment_file,
        "payment_line" => own.payment_line,
        "rate" => own.rate,
        "reason" => own.reason,
        "rule" => head.rule,
        "spent" => own.spent,
        "status" => head.status,
        "text" => head.text,
        "until" => head.until,
        "vat" => own.vat,
        "vat_codes" => own.vat_codes,
        "vat_id" => own.vat_id,
        "with" => own.with,
        "word" => own.word,
        _ => "",
    }
}
