//! A page without a format: what it says, typed to the last cell. Media turn it into bytes.

pub mod letter;

use crate::value::currency::Currency;
use crate::value::money::{Minor, Money};
use crate::value::share::Share;
use chrono::NaiveDate;
use std::borrow::Cow;
use std::sync::Arc;

/// One page of a report.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// The command that made it (`aging`), for programs.
    pub name: &'static str,
    /// The name of this page where a command makes several (`customers`); empty where it makes one.
    pub page_name: &'static str,
    /// Its heading, in the reader's language.
    pub title: String,
    /// What the figures rest on: file, as-of day, basis, last bank day, entries left out.
    pub basis: Vec<Fact>,
    /// What it says, from top to bottom. Programs get the first table only.
    pub blocks: Vec<Block>,
}

impl Document {
    /// The table programs get.
    pub fn first_table(&self) -> Option<&Table> {
        self.blocks.iter().find_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        })
    }

    /// One thing the figures rest on, by its word for programs.
    pub fn basis_value(&self, key: &str) -> Option<&Cell> {
        self.basis
            .iter()
            .find(|fact| fact.key == key)
            .map(|fact| &fact.value)
    }
}

/// One thing the figures rest on, or another line of label and value.
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
    /// Label and value, one below the other. For people only.
    Facts(Vec<Fact>),
    /// A table. People do not see it while it has no rows.
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

impl Table {
    /// Whether there is a column for people.
    pub fn is_for_people(&self) -> bool {
        let mut columns = self.columns.iter();
        columns.any(|column| column.visibility != ColumnVisibility::Programs)
    }

    /// The columns programs see, each with its place.
    pub fn program_columns(&self) -> impl Iterator<Item = (usize, &Column)> {
        let columns = self.columns.iter().enumerate();
        columns.filter(|(_, column)| column.visibility != ColumnVisibility::People)
    }
}

/// A column. Its key never changes meaning; its heading is in the reader's language.
#[derive(Clone, Debug)]
pub struct Column {
    /// The name programs use: `not_due`, `d1_30`.
    pub key: String,
    /// The name people read.
    pub heading: String,
    /// Whether people see it.
    pub visibility: ColumnVisibility,
}

/// Who sees a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnVisibility {
    /// Everybody.
    Always,
    /// People only when some cell of it is not empty and not zero; programs always.
    WhenUsed,
    /// As [`ColumnVisibility::WhenUsed`], and the first to go where the page is narrow.
    WhenRoom,
    /// People only, as [`ColumnVisibility::WhenUsed`]: programs have it in other columns.
    People,
    /// Programs only.
    Programs,
}

/// One cell, typed until the medium prints it. Small: a big journal has millions of them.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Unknown or not applicable.
    Empty,
    /// Words of the user.
    Text(Arc<str>),
    /// A word of ours.
    Word(Arc<CodedWord>),
    /// A day.
    Date(NaiveDate),
    /// A whole number.
    Number(i64),
    /// Twice a number that may be a half: 7 is 3.5.
    Halves(i64),
    /// An amount.
    Money(PackedMoney),
    /// A currency.
    Currency(Currency),
    /// A share: 8.5 per cent.
    Share(Share),
}

/// A word of ours: as programs know it, and as people read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodedWord {
    /// What programs compare with; never translated.
    pub code: Cow<'static, str>,
    /// What people read; empty where they need not see it.
    pub label: Cow<'static, str>,
}

/// Money in a cell: the same as [`Money`], packed so that it does not widen every other cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PackedMoney {
    minor: [u8; 16],
    currency: Currency,
}

impl PackedMoney {
    /// The money in it.
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
    /// Words of the user; no words is an empty cell.
    pub fn text(words: &str) -> Self {
        if words.is_empty() {
            Self::Empty
        } else {
            Self::Text(words.into())
        }
    }

    /// A word of ours.
    pub fn word(code: impl Into<Cow<'static, str>>, said: impl Into<Cow<'static, str>>) -> Self {
        Self::Word(Arc::new(CodedWord {
            code: code.into(),
            label: said.into(),
        }))
    }

    /// A count.
    pub fn count(things: usize) -> Self {
        Self::Number(i64::try_from(things).unwrap_or(i64::MAX))
    }

    /// Whether a person misses nothing when the cell is not there.
    pub fn is_nothing(&self) -> bool {
        match self {
            Self::Empty | Self::Number(0) => true,
            Self::Text(words) => words.is_empty(),
            Self::Word(word) => word.label.is_empty(),
            Self::Money(amount) => amount.to_money().minor.is_zero(),
            Self::Number(_)
            | Self::Halves(_)
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
