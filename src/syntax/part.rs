//! Letters of a line, and where they stand.

use super::token;
use crate::text::span::Span;

/// A part of a line, and the place of its first byte.
#[derive(Clone, Copy, Debug)]
pub struct Part<'t> {
    /// Its letters.
    pub text: &'t str,
    /// The place of the first.
    pub place: u32,
}

impl<'t> Part<'t> {
    /// Where it stands.
    pub fn span(self) -> Span {
        Span::of(self.place, self.text.len())
    }

    /// Without the blanks on both sides.
    pub fn trimmed(self) -> Self {
        let part = self.behind_blanks();
        Self {
            text: token::without_blanks_behind(part.text),
            ..part
        }
    }

    /// Without the blanks it begins with.
    pub fn behind_blanks(self) -> Self {
        self.split(token::blanks(self.text.as_bytes())).1
    }

    /// Its first bytes, and what is behind them.
    pub fn split(self, at: usize) -> (Self, Self) {
        let (text, behind) = self.text.split_at_checked(at).unwrap_or((self.text, ""));
        let first = Self { text, ..self };
        let behind = Self {
            text: behind,
            place: first.span().end,
        };
        (first, behind)
    }

    /// Without its first character, which is one byte long.
    pub fn behind_first(self) -> Self {
        self.split(1).1
    }

    /// Its words, one after the other.
    pub fn words(self) -> impl Iterator<Item = Self> + use<'t> {
        let mut rest = self.behind_blanks();
        std::iter::from_fn(move || {
            let (word, behind) = rest.split(token::letters_to_blank(rest.text));
            rest = behind.behind_blanks();
            (!word.text.is_empty()).then_some(word)
        })
    }
}
