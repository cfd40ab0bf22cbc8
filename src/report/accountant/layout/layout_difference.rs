//! Where a file for a program has less than the table it is of.

use crate::language::accountant::LayoutWords;
use crate::value::currency::Currency;
use std::collections::BTreeMap;

/// What a file has not, or not as the table has it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LayoutDifference {
    /// A row in a currency that the file has no column for.
    OtherCurrency(Currency),
    /// A row that the layout does not ask for: the heading of the column that decides, and what stands in it.
    NotAsked {
        /// The heading.
        column: String,
        /// The words.
        value: String,
    },
    /// A cell left empty: the list has no code for its word.
    NoCode {
        /// The list.
        list: String,
        /// The word.
        word: String,
    },
    /// A cell left empty: the table has no word that the list could have a code for.
    NoWord {
        /// The list.
        list: String,
    },
    /// Words cut at the most characters that the column takes.
    Cut {
        /// What the program calls the column.
        heading: String,
        /// How many it takes.
        max: usize,
    },
    /// A text with characters that the encoding lacks.
    MissingSigns,
}

/// How often each came up.
pub type LayoutDifferences = BTreeMap<LayoutDifference, usize>;

impl LayoutDifference {
    /// In words.
    pub fn describe(&self, say: &LayoutWords) -> String {
        match self {
            Self::OtherCurrency(currency) => (say.other_currency)(currency.code()),
            Self::NotAsked { column, value } => (say.not_asked)(column, value),
            Self::NoCode { list, word } => (say.no_code)(list, word),
            Self::NoWord { list } => (say.no_word)(list),
            Self::Cut { heading, max } => (say.cut)(heading, *max),
            Self::MissingSigns => say.missing_signs.to_owned(),
        }
    }
}
