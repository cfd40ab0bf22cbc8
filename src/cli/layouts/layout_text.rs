//! A layout as its text has it, before anything is looked up. TOML reads it; each word knows its place.

use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;

/// A word, and where it stands.
pub type Word = Spanned<String>;

/// The whole text.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct LayoutText {
    /// The program.
    pub program: String,
    /// Who tried it.
    pub tried: Option<String>,
    /// What rests on no source.
    #[serde(default)]
    pub not_verified: BTreeMap<String, Vec<String>>,
    /// Lists of codes.
    #[serde(default)]
    pub codes: BTreeMap<String, BTreeMap<String, String>>,
    /// The files.
    pub file: Vec<FileText>,
}

/// A file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct FileText {
    /// The end of its name.
    pub name: Word,
    /// The table.
    pub rows: Word,
    /// Which rows.
    #[serde(default)]
    pub only: BTreeMap<Word, Vec<Word>>,
    /// Where VAT stands.
    pub vat: Option<Word>,
    /// Between fields.
    pub separator: Word,
    /// Before decimals.
    pub decimal: Word,
    /// How days are written.
    pub date: Word,
    /// The bytes of characters.
    pub encoding: Word,
    /// Whether the first row has headings.
    pub headings: Option<bool>,
    /// The columns.
    pub columns: Vec<Spanned<ColumnText>>,
}

/// A column.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ColumnText {
    /// What the program calls it.
    pub heading: String,
    /// Which column of the table.
    pub from: Option<Word>,
    /// Which to take off.
    pub less: Option<Word>,
    /// The same in every row.
    pub value: Option<String>,
    /// The list of codes.
    pub codes: Option<Word>,
    /// How many characters.
    pub max: Option<Spanned<usize>>,
    /// How days are written.
    pub date: Option<Word>,
}
