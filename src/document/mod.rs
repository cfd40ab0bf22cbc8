//! A page without an output format: headings, tables and typed cells. `render` turns it into bytes.

pub mod csv_form;
pub mod letter;

use crate::value::currency::Currency;
use crate::value::money::{Minor, Money};
use crate::value::share::{Quantity, Share};
use chrono::NaiveDate;
use std::borrow::Cow;
use std::sync::Arc;

/// One page of a report.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// The command that made it, such as `aging`; programs use it.
    pub name: &'static str,
    /// The name of this page where a command makes several (`customers`); empty where it makes one.
    pub page_name: &'static str,
    /// The heading, in the language of the reader.
    pub title: String,
    /// What the figures are based on: file, as-of day, basis, last bank day, entries left out.
    pub basis: Vec<Fact>,
    /// The content, from top to bottom. CSV shows the first table only.
    pub blocks: Vec<Block>,
}

impl Document {
    /// The first table, which is the one that CSV shows; `None` where the page has none.
    pub fn first_table(&self) -> Option<&Table> {
        self.tables().next()
    }

    /// The tables, from top to bottom.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        })
    }

    /// Adds a heading.
    pub fn push_heading(&mut self, words: impl Into<String>) {
        self.blocks.push(Block::Heading(words.into()));
    }

    /// Adds a paragraph.
    pub fn push_paragraph(&mut self, words: impl Into<String>) {
        self.blocks.push(Block::Paragraph(words.into()));
    }

    /// Adds a table.
    pub fn push_table(&mut self, table: Table) {
        self.blocks.push(Block::Table(table));
    }

    /// The value of the basis fact with this key; `None` where there is none.
    pub fn basis_value(&self, key: &str) -> Option<&Cell> {
        self.basis
            .iter()
            .find(|fact| fact.key == key)
            .map(|fact| &fact.value)
    }
}

/// A label and a value: one thing the figures are based on, or another such line.
#[derive(Clone, Debug)]
pub struct Fact {
    /// The key for programs: `as_of`, `basis`, `file`.
    pub key: &'static str,
    /// The label for people, in the language of the reader.
    pub label: String,
    /// The value.
    pub value: Cell,
}

/// A block of a page.
#[derive(Clone, Debug)]
pub enum Block {
    /// A heading inside the page.
    Heading(String),
    /// A paragraph.
    Paragraph(String),
    /// Pairs of label and value, one a line. Shown to people only.
    Facts(Vec<Fact>),
    /// A table. People do not see it while it has no rows.
    Table(Table),
}

/// A table: columns, rows, and rows of totals.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// The columns, from left to right.
    pub columns: Vec<Column>,
    /// The rows; each has as many cells as there are columns.
    pub rows: Vec<Vec<Cell>>,
    /// Totals below the rows, one row for each currency. Shown to people only.
    pub totals: Vec<Vec<Cell>>,
}

impl Table {
    /// A table without totals.
    pub fn new(columns: Vec<Column>, rows: impl IntoIterator<Item = Vec<Cell>>) -> Self {
        Self {
            columns,
            rows: rows.into_iter().collect(),
            totals: Vec::new(),
        }
    }

    /// Whether at least one column can be shown to people.
    pub fn is_for_people(&self) -> bool {
        let mut columns = self.columns.iter();
        columns.any(|column| column.visibility != ColumnVisibility::Programs)
    }

    /// The columns shown to programs, each with its index in a row.
    pub fn program_columns(&self) -> impl Iterator<Item = (usize, &Column)> {
        let columns = self.columns.iter().enumerate();
        columns.filter(|(_, column)| column.visibility != ColumnVisibility::People)
    }
}

/// A column. The meaning of its key never changes; its heading is in the language of the reader.
#[derive(Clone, Debug)]
pub struct Column {
    /// The key that programs use: `not_due`, `d1_30`.
    pub key: String,
    /// The heading that people read.
    pub heading: String,
    /// When the column is shown, and to whom.
    pub visibility: ColumnVisibility,
}

/// When a column is shown, and to whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnVisibility {
    /// Always, to everybody.
    Always,
    /// To people only when some cell is neither empty nor zero; to programs always.
    WhenUsed,
    /// As [`ColumnVisibility::WhenUsed`], but dropped first where the page is too narrow.
    WhenRoom,
    /// To people only, as [`ColumnVisibility::WhenUsed`]; programs find the same in other columns.
    People,
    /// To programs only.
    Programs,
}

/// One cell, typed until it is rendered. Kept small, because a page of a big journal has millions of them.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// No value: unknown or not applicable.
    Empty,
    /// Text that the user wrote.
    Text(Arc<str>),
    /// A word of the program, with a code for programs.
    Word(Arc<CodedWord>),
    /// A date.
    Date(NaiveDate),
    /// A whole number.
    Number(i64),
    /// A number of halves: 7 means 3.5. Medians of whole days may end in a half.
    Halves(i64),
    /// A plain decimal: a quantity, or a price that is finer than its currency.
    Decimal(Quantity),
    /// An amount with its currency.
    Money(PackedMoney),
    /// A currency alone.
    Currency(Currency),
    /// A percentage: 8.5 per cent.
    Share(Share),
}

/// A word of the program, with a code for programs and a label for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodedWord {
    /// The code that programs compare with; never translated.
    pub code: Cow<'static, str>,
    /// The label that people read, in their language; empty where people need not see it.
    pub label: Cow<'static, str>,
}

/// Money in a cell: a [`Money`] packed so that it does not widen every other kind of cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PackedMoney {
    minor: [u8; 16],
    currency: Currency,
}

impl PackedMoney {
    /// The money that was packed.
    pub const fn to_money(self) -> Money {
        Money::new(Minor(i128::from_ne_bytes(self.minor)), self.currency)
    }
}

impl From<Money> for Cell {
    fn from(money: Money) -> Self {
        Self::Money(PackedMoney {
            minor: money.minor.0.to_ne_bytes(),
            currency: money.currency,
        })
    }
}

impl From<Option<NaiveDate>> for Cell {
    fn from(day: Option<NaiveDate>) -> Self {
        day.map_or(Self::Empty, Self::Date)
    }
}

impl Cell {
    /// A cell with text of the user; an empty cell where the text is empty.
    pub fn text(words: &str) -> Self {
        if words.is_empty() {
            Self::Empty
        } else {
            Self::Text(words.into())
        }
    }

    /// A cell with a word of the program.
    pub fn word(code: impl Into<Cow<'static, str>>, said: impl Into<Cow<'static, str>>) -> Self {
        Self::Word(Arc::new(CodedWord {
            code: code.into(),
            label: said.into(),
        }))
    }

    /// A cell with a count.
    pub fn count(things: usize) -> Self {
        Self::Number(i64::try_from(things).unwrap_or(i64::MAX))
    }

    /// Whether the cell is empty, zero or without a label, so that a person misses nothing without it.
    pub fn is_nothing(&self) -> bool {
        match self {
            Self::Empty | Self::Number(0) => true,
            Self::Text(words) => words.is_empty(),
            Self::Word(word) => word.label.is_empty(),
            Self::Money(amount) => amount.to_money().minor.is_zero(),
            Self::Number(_)
            | Self::Halves(_)
            | Self::Decimal(_)
            | Self::Date(_)
            | Self::Currency(_)
            | Self::Share(_) => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Cell;

    #[test]
    fn a_cell_stays_small() {
        assert!(size_of::<Cell>() <= 24, "{} bytes", size_of::<Cell>());
    }
}
