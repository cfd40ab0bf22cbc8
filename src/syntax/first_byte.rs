//! What a word may begin with: enough to know which arguments it cannot be.

use crate::text::argument_form::ArgumentForm;

/// Kinds of first letters, a bit each: one look tells whether a slot can take a word at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FirstByte(u8);

impl FirstByte {
    /// None: nothing begins so.
    pub const NOTHING: Self = Self(0);
    /// `#`
    pub const HASH: Self = Self(1);
    /// `@`
    pub const AT: Self = Self(1 << 1);
    /// `0` to `9`
    pub const DIGIT: Self = Self(1 << 2);
    /// `a` to `z`
    pub const SMALL: Self = Self(1 << 3);
    /// `A` to `Z`
    pub const CAPITAL: Self = Self(1 << 4);
    /// Anything else: signs, marks, letters beyond ASCII.
    pub const OTHER: Self = Self(1 << 5);
    /// A letter of ASCII.
    pub const LETTER: Self = Self::SMALL.or(Self::CAPITAL);
    /// Whatever there is.
    pub const ANYTHING: Self = Self(u8::MAX);

    /// The kind of a first byte.
    pub const fn from_byte(first: u8) -> Self {
        match first {
            b'#' => Self::HASH,
            b'@' => Self::AT,
            b'0'..=b'9' => Self::DIGIT,
            b'a'..=b'z' => Self::SMALL,
            b'A'..=b'Z' => Self::CAPITAL,
            _ => Self::OTHER,
        }
    }

    /// What a word may begin with that has this form.
    pub const fn for_form(form: ArgumentForm) -> Self {
        match form {
            ArgumentForm::Invoice => Self::HASH,
            ArgumentForm::Customer => Self::AT,
            ArgumentForm::Date
            | ArgumentForm::Duration
            | ArgumentForm::Spent
            | ArgumentForm::Count => Self::DIGIT,
            ArgumentForm::Amount
            | ArgumentForm::AmountOrZero
            | ArgumentForm::Balance
            | ArgumentForm::Share => Self::DIGIT.or(Self::OTHER),
            ArgumentForm::Word(_) | ArgumentForm::List(_) => Self::SMALL,
            ArgumentForm::Name => Self::LETTER,
            ArgumentForm::Mark | ArgumentForm::Currency | ArgumentForm::Path => Self::ANYTHING,
        }
    }

    /// One or the other.
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether they have a kind in common.
    ///
    /// ```
    /// use tegoed::syntax::first_byte::FirstByte;
    /// assert!(FirstByte::LETTER.intersects(FirstByte::from_byte(b'x')));
    /// assert!(!FirstByte::LETTER.intersects(FirstByte::from_byte(b'7')));
    /// ```
    pub const fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}
