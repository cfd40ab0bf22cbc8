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

/// The heading above a key; none for a key that is a heading itself.
fn heading_of(language: &Language, key: &str) -> &'static str {
    let (head, own) = (&language.phrases.heading, &language.phrases.export);
    match key {
        "amount" => head.amount,
        "bucket" => head.bucket,
        "channel" => own.channel,
        "closed" => own.closed,
        "component" => head.component,
        "credit" => head.credit,
        "currency" => head.currency,
        "customer" => head.customer,
        "date" => head.date,
        "days" => head.days,
        "debit" => head.debit,
        "due_date" => head.due_date,
        "entry" => head.entry,
        "file" => head.file,
        "follow_up" => own.follow_up,
        "instalment" => head.instalment,
        "invoice" => head.invoice,
        "invoice_date" => head.invoice_date,
        "line" => head.line,
        "name" => head.name,
        "open" => head.open,
        "outcome" => own.outcome,
        "payment_file" => own.payment_file,
        "payment_line" => own.payment_line,
        "reason" => own.reason,
        "rule" => head.rule,
        "spent" => own.spent,
        "status" => head.status,
        "text" => head.text,
        "until" => head.until,
        "with" => own.with,
        "word" => own.word,
        _ => "",
    }
}
