//! What a template may name: variables, each with its sort and its meaning, and what stands for it in one letter.

use crate::document::letter::LetterBlock;

/// A variable that templates may name.
#[derive(Debug, PartialEq, Eq)]
pub struct Variable {
    /// The name by which templates name it.
    pub name: &'static str,
    /// What it holds.
    pub kind: VariableKind,
    /// What stands there in one letter, for instance.
    pub example: &'static str,
    /// What it means, and when it is empty.
    pub meaning: &'static str,
}

/// What a variable holds. Everything but a count is finished: an amount, a day and a word print as they stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VariableKind {
    /// Words.
    Words,
    /// One of these words, or none.
    OneOf(&'static [&'static str]),
    /// An amount with its sign.
    Amount,
    /// A day in words.
    Day,
    /// A number.
    Count,
    /// Yes or no: for `{% if … %}`, not to be printed.
    Bool,
    /// A table, points, or paragraphs: stands on a line of its own.
    Block,
    /// Several of the same: for `{% for … in … %}`. What each of them has.
    List(&'static [Variable]),
}

impl VariableKind {
    /// What it is called where variables are described.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::OneOf(_) => "one of some words",
            Self::Amount => "amount",
            Self::Day => "day",
            Self::Count => "number",
            Self::Bool => "yes or no",
            Self::Block => "block",
            Self::List(_) => "list",
        }
    }

    /// Whether `{{ … }}` may hold it.
    pub const fn is_printable(self) -> bool {
        !matches!(self, Self::Bool | Self::List(_))
    }
}

/// What stands for a variable in one letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TemplateValue {
    /// Finished words; empty where there is nothing to say.
    Words(String),
    /// A number.
    Count(usize),
    /// Yes or no.
    Bool(bool),
    /// A table, points or paragraphs; none where there is nothing to show.
    Blocks(Vec<LetterBlock>),
    /// Several of the same, each by the names of its parts.
    List(Vec<Vec<(&'static str, TemplateValue)>>),
}

impl TemplateValue {
    /// Finished words, or none.
    pub fn words_or_empty(words: Option<impl Into<String>>) -> Self {
        Self::Words(words.map_or_else(String::new, Into::into))
    }
}
