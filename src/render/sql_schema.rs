//! Tables for a database that takes in comma-separated values: which columns they have, and of what type. Amounts are
//! decimals, never floating-point numbers.

use crate::document::{Cell, Column, Table};
use std::fmt::Write;

/// How the files are taken in; stands above the tables.
pub const SCHEMA_NOTES: &str = "\
-- The tables of `tegoed export csv`, one file each. Amounts are decimals; a field that is empty is unknown.
--
-- DuckDB      duckdb x.db < schema.sql         COPY invoices FROM 'invoices.csv' (HEADER);
-- PostgreSQL  psql -f schema.sql               \\copy invoices FROM 'invoices.csv' CSV HEADER
-- SQLite      sqlite3 x.db < schema.sql        .import --csv --skip 1 invoices.csv invoices
--
-- SQLite keeps decimals as numbers of its own kind: round what you add up, as in round(sum(amount), 2). What is empty
-- is an empty text there.
";

/// Digits of an amount: fifteen before the mark, and three behind it.
const AMOUNT_DIGITS: u32 = 18;

/// As many decimals as a quantity or a price may have.
const MOST_DECIMALS: u32 = 6;

/// The type of a column.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ColumnType {
    Text,
    Day,
    Count,
    Halves,
    Decimal,
    Percentage,
    /// An amount with so many decimals.
    Amount(u32),
}

/// The statement that makes a table.
pub fn create_table(name: &str, table: &Table) -> String {
    let mut sql = format!("\nCREATE TABLE \"{name}\" (");
    for (at, (place, column)) in table.program_columns().enumerate() {
        let before = if at > 0 { "," } else { "" };
        let kind = type_of_column(table, place, column);
        // Writing to a string cannot fail.
        let _ = write!(sql, "{before}\n  \"{}\" {}", column.key, kind.to_sql());
    }
    sql.push_str("\n);\n");
    sql
}

/// The type of what stands in a column; where nothing does, that of its key.
fn type_of_column(table: &Table, place: usize, column: &Column) -> ColumnType {
    let cells = table.rows.iter().filter_map(|row| row.get(place));
    let types = cells.filter_map(ColumnType::of_cell);
    let found = types.reduce(ColumnType::join);
    found.unwrap_or_else(|| ColumnType::of_key(&column.key))
}

impl ColumnType {
    fn of_cell(cell: &Cell) -> Option<Self> {
        match cell {
            Cell::Empty => None,
            Cell::Text(_) | Cell::Word(_) | Cell::Currency(_) => Some(Self::Text),
            Cell::Date(_) => Some(Self::Day),
            Cell::Number(_) => Some(Self::Count),
            Cell::Halves(_) => Some(Self::Halves),
            Cell::Decimal(_) => Some(Self::Decimal),
            Cell::Share(_) => Some(Self::Percentage),
            Cell::Money(amount) => Some(Self::Amount(amount.to_money().currency.decimals())),
        }
    }

    /// The type that has room for both.
    fn join(self, other: Self) -> Self {
        match (self, other) {
            (Self::Amount(one), Self::Amount(other)) => Self::Amount(one.max(other)),
            (Self::Amount(_), Self::Decimal) | (Self::Decimal, Self::Amount(_)) => Self::Decimal,
            (one, other) if one == other => one,
            _ => Self::Text,
        }
    }

    fn of_key(key: &str) -> Self {
        match key {
            "closed" | "date" | "due_date" | "first_invoice" | "follow_up" | "invoice_date"
            | "last_invoice" | "last_payment" | "until" => Self::Day,
            "days" | "instalments" | "invoices" | "line" | "no" | "open_invoices"
            | "payment_line" => Self::Count,
            "amount" | "balance" | "charges" | "commission" | "credit" | "debit" | "disputed"
            | "net" | "not_due" | "open" | "unallocated" | "vat" => Self::Amount(2),
            "price" | "quantity" => Self::Decimal,
            "rate" => Self::Percentage,
            _ => Self::Text,
        }
    }

    fn to_sql(self) -> String {
        match self {
            Self::Text => "VARCHAR".to_owned(),
            Self::Day => "DATE".to_owned(),
            Self::Count => "BIGINT".to_owned(),
            Self::Halves => format!("DECIMAL({AMOUNT_DIGITS}, 1)"),
            Self::Decimal => format!("DECIMAL({AMOUNT_DIGITS}, {MOST_DECIMALS})"),
            Self::Percentage => "DECIMAL(9, 4)".to_owned(),
            Self::Amount(decimals) => format!("DECIMAL({AMOUNT_DIGITS}, {decimals})"),
        }
    }
}
