//! What came of trying to read an argument in one form.

use super::entry::Value;
use super::token;
use crate::text::diagnostic::Diagnostic;
use crate::text::span::Span;

/// What came of trying a form.
pub enum Attempt<'t> {
    /// The text does not look like it; another form may fit.
    No,
    /// It is one.
    Yes {
        /// What.
        value: Value,
        /// Where its letters stand.
        span: Span,
        /// The text behind it.
        rest: &'t str,
        /// A finding that does not keep it from being used.
        remark: Option<Box<Diagnostic>>,
    },
    /// It looks like one, but is wrong.
    Fault(Box<Diagnostic>),
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
    pub fn span(self, length: usize) -> Span {
        let length = u32::try_from(length).unwrap_or(u32::MAX);
        Span::new(self.place, self.place.saturating_add(length))
    }

    /// The word it starts with.
    pub fn word(self) -> &'t str {
        token::word(self.text).map_or("", |(_, word)| word)
    }

    /// Where that word stands.
    pub fn word_span(self) -> Span {
        self.span(self.word().len())
    }

    /// It is this, and its letters are so many.
    pub fn yes(self, value: Value, length: usize) -> Attempt<'t> {
        Attempt::Yes {
            value,
            span: self.span(length),
            rest: self.text.get(length..).unwrap_or_default(),
            remark: None,
        }
    }
}

/// It looks like one, but this is wrong.
pub fn fault<'t>(diagnostic: Diagnostic) -> Attempt<'t> {
    Attempt::Fault(Box::new(diagnostic))
}
