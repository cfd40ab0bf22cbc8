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
    pub kind: DirectiveKind,
    /// What stands in its header.
    pub slots: &'static [Slot],
    /// The keys of its details; dated entries take [`super::directive::COMMON_KEYS`] too, and
    /// those that move no money [`super::directive::EFFORT_KEYS`].
    pub keys: &'static [Key],
}

impl PartialEq for Directive {
    fn eq(&self, other: &Self) -> bool {
        self.keyword == other.keyword
    }
}

/// Where a keyword stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DirectiveKind {
    /// Without a date.
    Declaration,
    /// Without a date, once, in the root file.
    Root,
    /// Behind a date; moves money.
    Money,
    /// Behind a date; moves no money.
    Contact,
}

impl DirectiveKind {
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
    pub cardinality: Cardinality,
}

/// How often an argument or a key may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cardinality {
    /// Exactly once.
    ExactlyOne,
    /// Once or not at all.
    Optional,
    /// Once or more.
    OneOrMore,
    /// Any number.
    ZeroOrMore,
}

impl Cardinality {
    /// Whether it must stand.
    pub const fn is_required(self) -> bool {
        matches!(self, Self::ExactlyOne | Self::OneOrMore)
    }
    /// Whether it may stand again.
    pub const fn is_repeatable(self) -> bool {
        matches!(self, Self::OneOrMore | Self::ZeroOrMore)
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
    /// `Optional`: once; `ZeroOrMore`: as often as one likes.
    pub cardinality: Cardinality,
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
    slot_of_forms(forms, Cardinality::ExactlyOne)
}

/// An argument told by its form, that may be left out.
pub const fn optional(forms: &'static [ArgumentForm]) -> Slot {
    slot_of_forms(forms, Cardinality::Optional)
}

/// An argument told by its form, once or more.
pub const fn one_or_more(forms: &'static [ArgumentForm]) -> Slot {
    slot_of_forms(forms, Cardinality::OneOrMore)
}

/// An argument told by its form, any number of times.
pub const fn zero_or_more(forms: &'static [ArgumentForm]) -> Slot {
    slot_of_forms(forms, Cardinality::ZeroOrMore)
}

const fn slot_of_forms(forms: &'static [ArgumentForm], times: Cardinality) -> Slot {
    let mut first_byte = FirstByte::NOTHING;
    let mut rest = forms;
    while let [form, further @ ..] = rest {
        first_byte = first_byte.or(FirstByte::for_form(*form));
        rest = further;
    }
    Slot {
        clause: None,
        forms,
        first_byte,
        cardinality: times,
    }
}

/// The same argument behind a clause word.
pub const fn with_clause(clause: Clause, slot: Slot) -> Slot {
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
        cardinality: Cardinality::Optional,
    }
}

/// A key that may stand again.
pub const fn repeatable_key(name: KeyName, value: KeyValue, about: &'static str) -> Key {
    Key {
        name,
        word: name.word(),
        about,
        value,
        cardinality: Cardinality::ZeroOrMore,
    }
}

/// Yes or no.
pub const YES_NO: &[ArgumentForm] = &[ArgumentForm::Word(&["yes", "no"])];
