//! The text that remains to be read, with its place: what every parser of this room takes and returns.

use super::blank;
use crate::text::span::Span;
use nom::{Compare, CompareResult, Needed, Offset};
use std::iter::Enumerate;
use std::str::Bytes;

/// A piece of a line, and the place of its first byte.
#[derive(Clone, Copy, Debug)]
pub struct Input<'t> {
    /// The characters.
    pub text: &'t str,
    /// The place of the first byte.
    pub place: u32,
}

impl<'t> From<&'t str> for Input<'t> {
    fn from(text: &'t str) -> Self {
        Self { text, place: 0 }
    }
}

impl<'t> Input<'t> {
    /// The place of the whole text.
    #[inline]
    pub const fn span(self) -> Span {
        Span::from_length(self.place, self.text.len())
    }

    /// The first `at` bytes, and the rest.
    #[inline]
    pub fn split(self, at: usize) -> (Self, Self) {
        let (text, behind) = self.text.split_at_checked(at).unwrap_or((self.text, ""));
        let first = Self { text, ..self };
        let behind = Self {
            text: behind,
            place: first.span().end,
        };
        (first, behind)
    }

    /// The first `bytes` bytes.
    #[inline]
    pub fn first(self, bytes: usize) -> Self {
        self.split(bytes).0
    }

    /// The text without the blanks on both sides.
    #[inline]
    pub fn trimmed(self) -> Self {
        self.behind_blanks().without_blanks_behind()
    }

    /// The text without its trailing blanks.
    #[inline]
    pub fn without_blanks_behind(self) -> Self {
        Self {
            text: blank::without_blanks_behind(self.text),
            ..self
        }
    }

    /// The text without its leading blanks.
    #[inline]
    pub fn behind_blanks(self) -> Self {
        self.split(blank::count_blanks(self.text)).1
    }

    /// The text up to the first blank; empty where it begins with a blank.
    #[inline]
    pub fn word(self) -> Self {
        self.first(blank::letters_to_blank(self.text))
    }

    /// The words, one after the other.
    pub fn words(self) -> impl Iterator<Item = Self> + use<'t> {
        let mut rest = self.behind_blanks();
        std::iter::from_fn(move || {
            let (word, behind) = rest.split(blank::letters_to_blank(rest.text));
            rest = behind.behind_blanks();
            (!word.text.is_empty()).then_some(word)
        })
    }
}

/// Works on bytes rather than characters. That is safe because every class of characters that a parser asks for either
/// lies within ASCII or contains everything outside it.
impl<'t> nom::Input for Input<'t> {
    type Item = u8;
    type Iter = Bytes<'t>;
    type IterIndices = Enumerate<Bytes<'t>>;

    #[inline]
    fn input_len(&self) -> usize {
        self.text.len()
    }

    #[inline]
    fn take(&self, index: usize) -> Self {
        self.split(index).0
    }

    #[inline]
    fn take_from(&self, index: usize) -> Self {
        self.split(index).1
    }

    #[inline]
    fn take_split(&self, index: usize) -> (Self, Self) {
        let (first, behind) = self.split(index);
        (behind, first)
    }

    #[inline]
    fn position<P: Fn(u8) -> bool>(&self, predicate: P) -> Option<usize> {
        self.text.bytes().position(predicate)
    }

    #[inline]
    fn iter_elements(&self) -> Self::Iter {
        self.text.bytes()
    }

    #[inline]
    fn iter_indices(&self) -> Self::IterIndices {
        self.text.bytes().enumerate()
    }

    #[inline]
    fn slice_index(&self, count: usize) -> Result<usize, Needed> {
        match count.checked_sub(self.text.len()) {
            None | Some(0) => Ok(count),
            Some(more) => Err(Needed::new(more)),
        }
    }
}

impl Offset for Input<'_> {
    #[inline]
    fn offset(&self, second: &Self) -> usize {
        second.place.wrapping_sub(self.place) as usize
    }
}

impl Compare<&str> for Input<'_> {
    #[inline]
    fn compare(&self, word: &str) -> CompareResult {
        if self.text.as_bytes().starts_with(word.as_bytes()) {
            CompareResult::Ok
        } else {
            CompareResult::Error
        }
    }

    fn compare_no_case(&self, word: &str) -> CompareResult {
        let begins = self.text.as_bytes().get(..word.len());
        if begins.is_some_and(|begins| begins.eq_ignore_ascii_case(word.as_bytes())) {
            CompareResult::Ok
        } else {
            CompareResult::Error
        }
    }
}
