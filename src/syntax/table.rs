//! What a keyword is: its arguments, its clause words, its keys. The parser, the help, the suggestions and the
//! written grammar all read these tables; there is no other list of words.

use super::clause::Clause;
use super::first_byte::FirstByte;
use super::keyword::Keyword;
use crate::value::key_name::KeyName;

pub use crate::text::argument_form::ArgumentForm;

/// A keyword and everything that may stand with it.
#[derive(Debug)]
pub struct Directive {
    /// Its name in the program.
    pub keyword: Keyword,
    /// The word at the start of the line (behind the date, where there is one).
    pub word: &'static str,
    /// One line of help.
    pub about: &'static str,
    /// Words of another language that people type for it.
    pub dutch: &'static [&'static str],
    /// Declaration, or dated entry.
    pub place: Place,
    /// What stands in its header.
    pub slots: &'static [Slot],
    /// The keys of its details; dated entries take [`super::directive::COMMON`] too, and
    /// those that move no money [`super::directive::EFFORT`].
    pub keys: &'static [Key],
}

impl PartialEq for Directive {
    fn eq(&self, other: &Self) -> bool {
        self.keyword == other.keyword
    }
}

/// Where a keyword stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Without a date.
    Declaration,
    /// Without a date, once, in the root file.
    Root,
    /// Behind a date; moves money.
    Money,
    /// Behind a date; moves no money.
    Contact,
}

impl Place {
    /// Whether a date stands before the keyword.
    pub const fn is_dated(self) -> bool {
        matches!(self, Self::Money | Self::Contact)
    }
}

/// One argument of a header or a detail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// The clause word before it (`due`, `by`); `None` for what is told by its form alone.
    pub clause: Option<Clause>,
    /// What it may look like, first match wins.
    pub forms: &'static [ArgumentForm],
    /// What its words may begin with; nothing where a clause word tells it.
    pub first_byte: FirstByte,
    /// How often.
    pub times: Times,
}

/// How often an argument or a key may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Times {
    /// Exactly once.
    One,
    /// Once or not at all.
    Optional,
    /// Once or more.
    Some,
    /// Any number.
    Any,
}

impl Times {
    /// Whether it must stand.
    pub const fn required(self) -> bool {
        matches!(self, Self::One | Self::Some)
    }
    /// Whether it may stand again.
    pub const fn repeats(self) -> bool {
        matches!(self, Self::Some | Self::Any)
    }
}

/// A key of a detail.
#[derive(Debug, PartialEq, Eq)]
pub struct Key {
    /// Which key.
    pub name: KeyName,
    /// The word before the colon.
    pub word: &'static str,
    /// One line of help.
    pub about: &'static str,
    /// What stands behind the colon.
    pub value: KeyValue,
    /// `Optional`: once; `Any`: as often as one likes.
    pub times: Times,
}

/// What stands behind the colon of a detail.
#[derive(Debug, PartialEq, Eq)]
pub enum KeyValue {
    /// Free text to the end of the line, verbatim.
    Text,
    /// Arguments, as in a header.
    Slots(&'static [Slot]),
    /// A line of an invoice: `item-line` of the page.
    Line,
}

/// An argument told by its form, exactly once.
pub const fn one(forms: &'static [ArgumentForm]) -> Slot {
    told_by(forms, Times::One)
}

/// An argument told by its form, that may be left out.
pub const fn maybe(forms: &'static [ArgumentForm]) -> Slot {
    told_by(forms, Times::Optional)
}

/// An argument told by its form, once or more.
pub const fn some(forms: &'static [ArgumentForm]) -> Slot {
    told_by(forms, Times::Some)
}

/// An argument told by its form, any number of times.
pub const fn any(forms: &'static [ArgumentForm]) -> Slot {
    told_by(forms, Times::Any)
}

const fn told_by(forms: &'static [ArgumentForm], times: Times) -> Slot {
    let mut first_byte = FirstByte::NOTHING;
    let mut rest = forms;
    while let [form, further @ ..] = rest {
        first_byte = first_byte.or(FirstByte::of_form(*form));
        rest = further;
    }
    Slot {
        clause: None,
        forms,
        first_byte,
        times,
    }
}

/// The same argument behind a clause word.
pub const fn behind(clause: Clause, slot: Slot) -> Slot {
    Slot {
        clause: Some(clause),
        first_byte: FirstByte::NOTHING,
        ..slot
    }
}

/// A key that stands once.
pub const fn key(name: KeyName, value: KeyValue, about: &'static str) -> Key {
    Key {
        name,
        word: name.word(),
        about,
        value,
        times: Times::Optional,
    }
}

/// A key that may stand again.
pub const fn keys(name: KeyName, value: KeyValue, about: &'static str) -> Key {
    Key {
        name,
        word: name.word(),
        about,
        value,
        times: Times::Any,
    }
}

/// Yes or no.
pub const YES_NO: &[ArgumentForm] = &[ArgumentForm::Word(&["yes", "no"])];
