//! One thing that may be written at a place.

use super::typed_word::TypedWord;
use crate::text::span::Span;

/// What a candidate is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CandidateKind {
    /// A keyword.
    Keyword,
    /// A whole entry with places to fill in.
    Snippet,
    /// A word before an argument.
    Clause,
    /// A key of a detail.
    Key,
    /// A word of a closed list.
    Word,
    /// A day.
    Day,
    /// An invoice, or a number for one.
    Invoice,
    /// A customer.
    Customer,
    /// A policy.
    Policy,
    /// A stage of a policy.
    Stage,
    /// A file.
    File,
}

/// One thing that may be written at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// What it is.
    pub kind: CandidateKind,
    /// What is shown.
    pub label: String,
    /// What is said of it; empty where nothing is.
    pub detail: String,
    /// What is written. In a snippet `${1:…}` are places to fill in.
    pub insert: String,
    /// What it replaces: the word that is typed.
    pub span: Span,
    /// Other words that lead to it, in small letters.
    also: Vec<String>,
}

impl Candidate {
    /// A word that is written as it is shown.
    pub fn word(kind: CandidateKind, word: &str, typed: &TypedWord<'_>) -> Self {
        Self {
            kind,
            label: word.to_owned(),
            detail: String::new(),
            insert: word.to_owned(),
            span: typed.span,
            also: Vec::new(),
        }
    }

    /// The same, said to be something.
    pub fn about(mut self, detail: impl Into<String>) -> Self {
        self.detail = detail.into();
        self
    }

    /// The same, written otherwise than it is shown.
    pub fn inserting(mut self, text: impl Into<String>) -> Self {
        self.insert = text.into();
        self
    }

    /// The same, found by other words too.
    pub fn found_by<'w>(mut self, words: impl IntoIterator<Item = &'w str>) -> Self {
        let words = words.into_iter().map(str::to_lowercase);
        self.also.extend(words);
        self
    }

    /// Whether it may be meant by what is typed, in small letters: the beginning of what is shown, or of a word that leads
    /// to it. Behind `#` and `@` only invoices and customers are meant.
    pub fn fits(&self, typed: &str) -> bool {
        let shown = self.label.to_lowercase();
        let sigil = typed
            .chars()
            .next()
            .filter(|sign| matches!(sign, '#' | '@'));
        if sigil.is_some_and(|sigil| !shown.starts_with(sigil)) {
            return false;
        }
        let letters = typed.trim_start_matches(['#', '@']);
        let by_word = |word: &String| {
            let mut parts = word.split([' ', '-']);
            word.starts_with(letters) || parts.any(|part| part.starts_with(letters))
        };
        let name = shown.trim_start_matches(['#', '@']);
        name.starts_with(letters) || self.also.iter().any(by_word)
    }
}
