//! What a layout says: which columns of which table go into which file, and in which form.

use crate::document::csv_form::{CsvForm, DateForm};
use crate::word_enum;
use std::collections::BTreeMap;

/// The files that a program takes in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// What its files are named for: `snelstart`.
    pub name: String,
    /// The program, as people call it.
    pub program: String,
    /// When and with which version of the program somebody tried the files; `None` where nobody did.
    pub tried: Option<String>,
    /// What of it rests on no source, in words, by the tag of their language.
    pub not_verified: BTreeMap<String, Vec<String>>,
    /// What the program calls our words, by the name of the list: `journal`, `vat`.
    pub codes: BTreeMap<String, BTreeMap<String, String>>,
    /// The files, in the order in which the program wants them.
    pub files: Vec<LayoutFile>,
}

/// One file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LayoutFile {
    /// The end of its name: `bookings`.
    pub name: String,
    /// The table that its rows are of.
    pub source: LayoutSource,
    /// Where VAT stands.
    pub vat: VatLines,
    /// Which rows it has: those with one of these words in a column. No words: every row.
    pub only: Vec<(&'static str, Vec<String>)>,
    /// How it is written.
    pub form: CsvForm,
    /// Its columns, from left to right.
    pub columns: Vec<LayoutColumn>,
}

/// One column of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LayoutColumn {
    /// What the program calls it.
    pub heading: String,
    /// What stands in it.
    pub value: LayoutValue,
    /// The list of codes that its words become.
    pub codes: Option<String>,
    /// How many characters the program takes.
    pub max: Option<usize>,
    /// How its days are written, where it is not as in the file.
    pub date_form: Option<DateForm>,
}

/// What stands in a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LayoutValue {
    /// Nothing: the program wants the column, and the journal does not know.
    Nothing,
    /// The same in every row.
    Constant(String),
    /// The number of the row in the file, from 1.
    RowNumber,
    /// A column of the table.
    Field(&'static str),
    /// An amount less another: debit less credit.
    Difference(&'static str, &'static str),
}

word_enum! {
    /// A table that the rows of a file are of.
    LayoutSource {
        /// The lines of the entries of the period.
        Journal = "journal",
        /// What is open on its last day.
        OpenItems = "open-items",
        /// Everybody.
        Customers = "customers",
    }
}

word_enum! {
    /// Where VAT stands in a file of journal entries.
    VatLines {
        /// On lines of its own.
        OwnLines = "own-lines",
        /// On the line of the turnover it is of, as a code and an amount.
        OnTurnover = "on-turnover",
    }
}

impl Layout {
    /// The name of a file.
    pub fn file_name(&self, file: &LayoutFile) -> String {
        format!("{}-{}.csv", self.name, file.name)
    }

    /// The name of the copy of the layout itself.
    pub fn copy_name(&self) -> String {
        format!("{}.toml", self.name)
    }

    /// What of it rests on no source, in a language, else in the first that has words.
    pub fn not_verified_in(&self, tag: &str) -> &[String] {
        let own = self.not_verified.get(tag);
        let found = own.or_else(|| self.not_verified.values().next());
        found.map(Vec::as_slice).unwrap_or_default()
    }
}

impl LayoutFile {
    /// Whether it tells of an amount in which currency it is.
    pub fn has_currency(&self) -> bool {
        let mut columns = self.columns.iter();
        columns.any(|column| column.value == LayoutValue::Field("currency"))
    }
}
