//! What came of trying to read an argument in one form.

use super::entry::Value;
use super::token;
use crate::text::diagnostic::Diagnostic;
use crate::text::span::Span;

/// What came of trying a form.
pub enum Attempt {
    /// The text does not look like it; another form may fit.
    No,
    /// It is one.
    Yes {
        /// What.
        value: Value,
        /// How many bytes it has.
        length: usize,
        /// A finding that does not keep it from being used.
        remark: Option<Box<Diagnostic>>,
    },
    /// It looks like one, but is wrong.
    Fault(Box<Diagnostic>),
}

impl Attempt {
    /// It is this, and has so many bytes.
    pub const fn yes(value: Value, length: usize) -> Self {
        Self::Yes {
            value,
            length,
            remark: None,
        }
    }
}

/// Text from a word on, and the place of its first byte.
#[derive(Clone, Copy)]
pub struct At<'t> {
    /// The text, without leading blanks.
    pub text: &'t str,
    /// Its place.
    pub place: u32,
}

impl<'t> At<'t> {
    /// The first bytes.
    pub const fn span(self, length: usize) -> Span {
        Span::of(self.place, length)
    }

    /// The text behind its first bytes and the blanks that follow them.
    pub fn behind(self, length: usize) -> Self {
        let behind = self.text.as_bytes().get(length..).unwrap_or_default();
        let length = length.saturating_add(token::blanks(behind));
        Self {
            text: self.text.get(length..).unwrap_or_default(),
            place: self.span(length).end,
        }
    }

    /// The word it starts with.
    pub fn word(self) -> &'t str {
        token::word(self.text).map_or("", |(_, word)| word)
    }

    /// Where that word stands.
    pub fn word_span(self) -> Span {
        self.span(self.word().len())
    }
}

/// It looks like one, but this is wrong.
pub fn fault(diagnostic: Diagnostic) -> Attempt {
    Attempt::Fault(Box::new(diagnostic))
}
