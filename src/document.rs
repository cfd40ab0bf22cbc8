//! A page without a format: what it says, typed to the last cell. Media turn it into bytes.

use crate::value::money::Money;
use chrono::NaiveDate;

/// One page of a report.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// The command that made it (`aging`), for programs.
    pub name: &'static str,
    /// Its heading, in the reader's language.
    pub title: String,
    /// What the figures rest on: file, as-of day, basis, last bank day, entries left out. Label and value.
    pub basis: Vec<Fact>,
    /// What it says, from top to bottom. Programs get the first table only.
    pub blocks: Vec<Block>,
}

/// One thing the figures rest on.
#[derive(Clone, Debug)]
pub struct Fact {
    /// The word for programs: `as_of`, `basis`, `file`.
    pub key: &'static str,
    /// The word for people.
    pub label: String,
    /// What it is.
    pub value: Cell,
}

/// A part of a page.
#[derive(Clone, Debug)]
pub enum Block {
    /// A heading inside the page.
    Heading(String),
    /// A paragraph.
    Paragraph(String),
    /// A table.
    Table(Table),
}

/// Rows under columns.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// What each column is.
    pub columns: Vec<Column>,
    /// The rows; each has as many cells as there are columns.
    pub rows: Vec<Vec<Cell>>,
    /// Sums below the rows, for people only: one row a currency.
    pub totals: Vec<Vec<Cell>>,
}

/// A column. Its key never changes meaning; its heading is in the reader's language.
#[derive(Clone, Debug)]
pub struct Column {
    /// The name programs use: `not_due`, `d1_30`.
    pub key: String,
    /// The name people read.
    pub heading: String,
    /// Whether people see it.
    pub shown: Shown,
}

/// Who sees a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Everybody.
    Always,
    /// People only when some cell of it is not empty and not zero; programs always.
    WhenUsed,
    /// Programs only.
    Programs,
}

/// One cell, typed until the medium prints it.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Unknown or not applicable.
    Empty,
    /// Words.
    Text(String),
    /// A day.
    Date(NaiveDate),
    /// A whole number.
    Number(i64),
    /// An amount.
    Money(Money),
    /// A whole number of minor units as a share of others, in hundredths of a per cent.
    Percent(i64),
    /// `yes` or `no`.
    Yes(bool),
}
