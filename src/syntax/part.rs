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
        Span::new(self.place, self.place.saturating_add(length(self.text)))
    }

    /// Without the blanks on both sides.
    pub fn trimmed(self) -> Self {
        let start = token::behind_blanks(self.text);
        let place = self
            .place
            .saturating_add(length(self.text).saturating_sub(length(start)));
        Self {
            text: token::without_blanks_behind(start),
            place,
        }
    }

    /// Its first bytes, and what is behind them.
    pub fn split(self, at: usize) -> (Self, Self) {
        let (before, behind) = self.text.split_at_checked(at).unwrap_or((self.text, ""));
        (
            Self {
                text: before,
                place: self.place,
            },
            Self {
                text: behind,
                place: self.place.saturating_add(length(before)),
            },
        )
    }

    /// Without its first character, which is one byte long.
    pub fn behind_first(self) -> Self {
        self.split(1).1
    }

    /// Its words, one after the other.
    pub fn words(self) -> impl Iterator<Item = Self> + Clone + use<'t> {
        let mut rest = self.trimmed();
        std::iter::from_fn(move || {
            let word = token::word(rest.text).map_or("", |(_, word)| word);
            let (first, behind) = rest.split(word.len());
            rest = behind.trimmed();
            (!word.is_empty()).then_some(first)
        })
    }
}

fn length(text: &str) -> u32 {
    u32::try_from(text.len()).unwrap_or(u32::MAX)
}
