//! Classes of first bytes, which tell quickly which forms a word cannot have.

use crate::text::argument_form::ArgumentForm;

/// A set of classes of first bytes, one bit each, so that one comparison tells whether a slot can take a word at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FirstByte(u8);

impl FirstByte {
    /// The empty set: no word begins so.
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
    /// Anything else: signs, marks, characters outside ASCII.
    pub const OTHER: Self = Self(1 << 5);
    /// An ASCII letter.
    pub const LETTER: Self = Self::SMALL.or(Self::CAPITAL);
    /// All classes.
    pub const ANYTHING: Self = Self(u8::MAX);

    /// The class of a byte.
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

    /// The classes that a word of this form may begin with.
    pub const fn for_form(form: ArgumentForm) -> Self {
        match form {
            ArgumentForm::Invoice => Self::HASH,
            ArgumentForm::Customer => Self::AT,
            ArgumentForm::Date
            | ArgumentForm::Duration
            | ArgumentForm::Terms
            | ArgumentForm::Spent
            | ArgumentForm::Count
            | ArgumentForm::Repetitions
            | ArgumentForm::Period
            | ArgumentForm::VatBox => Self::DIGIT,
            ArgumentForm::Amount
            | ArgumentForm::AmountOrZero
            | ArgumentForm::Balance
            | ArgumentForm::Share => Self::DIGIT.or(Self::OTHER),
            ArgumentForm::Vat => Self::DIGIT.or(Self::SMALL).or(Self::OTHER),
            ArgumentForm::Word(_) | ArgumentForm::List(_) | ArgumentForm::Milestone => Self::SMALL,
            ArgumentForm::Name => Self::LETTER,
            ArgumentForm::LedgerAccount => Self::LETTER.or(Self::DIGIT),
            ArgumentForm::Mark | ArgumentForm::Currency | ArgumentForm::Path => Self::ANYTHING,
        }
    }

    /// The union of both sets.
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether both sets have a class in common.
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
