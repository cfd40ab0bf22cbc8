//! The tables of keywords: arguments, clause words and keys. The parser, the help, the suggestions and the written
//! grammar all read these tables; there is no other list of words.

use super::clause::Clause;
use super::first_byte::FirstByte;
use super::keyword::Keyword;
use crate::value::key_name::KeyName;

pub use crate::text::argument_form::ArgumentForm;

/// A keyword, and everything that may stand with it.
#[derive(Debug)]
pub struct Directive {
    /// The keyword as an enum.
    pub keyword: Keyword,
    /// One line of help.
    pub about: &'static str,
    /// Dutch words that people type for it.
    pub dutch: &'static [&'static str],
    /// Whether it is a declaration or a dated entry, and whether it moves money.
    pub kind: DirectiveKind,
    /// The arguments of its header.
    pub slots: &'static [Slot],
    /// The keys of its details. Dated entries may also have [`super::directive::COMMON_KEYS`], and those that move no
    /// money [`super::directive::EFFORT_KEYS`].
    pub keys: &'static [Key],
}

impl Directive {
    /// The word at the start of the line, or behind the date.
    pub const fn word(&self) -> &'static str {
        self.keyword.word()
    }
}

impl PartialEq for Directive {
    fn eq(&self, other: &Self) -> bool {
        self.keyword == other.keyword
    }
}

/// Where a keyword may stand, and whether its entries move money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DirectiveKind {
    /// A declaration, which has no date.
    Declaration,
    /// A declaration that stands once, in the root file.
    Root,
    /// A dated entry that moves money.
    Money,
    /// A dated entry that moves no money.
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
    /// The clause word before it (`due`, `by`); `None` where its form alone identifies it.
    pub clause: Option<Clause>,
    /// The forms it may have; the first that matches is taken.
    pub forms: &'static [ArgumentForm],
    /// The first bytes that its words may have; empty where a clause word identifies it.
    pub first_byte: FirstByte,
    /// How often it may stand.
    pub cardinality: Cardinality,
}

impl Slot {
    /// Such an argument, with its clause word.
    pub fn example(&self) -> String {
        let value = match self.forms.first() {
            // Behind the day of the entry above it.
            Some(ArgumentForm::Date) => "2026-02-28",
            Some(form) => form.example(),
            None => "",
        };
        match self.clause {
            Some(clause) => format!("{} {value}", clause.word()),
            None => value.to_owned(),
        }
    }
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
    /// Any number of times, including none.
    ZeroOrMore,
}

impl Cardinality {
    /// Whether it must stand at least once.
    pub const fn is_required(self) -> bool {
        matches!(self, Self::ExactlyOne | Self::OneOrMore)
    }
    /// Whether it may stand more than once.
    pub const fn is_repeatable(self) -> bool {
        matches!(self, Self::OneOrMore | Self::ZeroOrMore)
    }
}

/// A key of a detail.
#[derive(Debug, PartialEq, Eq)]
pub struct Key {
    /// The key as an enum.
    pub name: KeyName,
    /// Its word, worked out while compiling: asked of the enum for each line, it takes 1 % of the instructions of reading a
    /// journal.
    word: &'static str,
    /// One line of help.
    pub about: &'static str,
    /// What stands behind the colon.
    pub value: KeyValue,
    /// `Optional`: at most once; `ZeroOrMore`: any number of times.
    pub cardinality: Cardinality,
}

/// What stands behind the colon of a detail.
#[derive(Debug, PartialEq, Eq)]
pub enum KeyValue {
    /// Free text to the end of the line, verbatim.
    Text,
    /// Arguments, as in a header.
    Slots(&'static [Slot]),
    /// Arguments in one of several ways; the first that fits holds.
    OneOf(&'static [&'static [Slot]]),
    /// Arguments; between key and colon a rate of VAT may stand, and the key stands once for each.
    Rated(&'static [Slot]),
    /// A line of an invoice: `item-line` in the grammar.
    Line,
}

impl KeyValue {
    /// The ways to write its arguments; none where it has no arguments.
    pub fn ways(&self) -> impl DoubleEndedIterator<Item = &'static [Slot]> + Clone + use<> {
        let (alone, several): (Option<&'static [Slot]>, &'static [&'static [Slot]]) = match self {
            Self::Slots(slots) | Self::Rated(slots) => (Some(slots), &[]),
            Self::OneOf(ways) => (None, ways),
            Self::Text | Self::Line => (None, &[]),
        };
        alone.into_iter().chain(several.iter().copied())
    }
}

impl Key {
    /// A line of this key in each way that it may be written.
    pub fn examples(&self) -> Box<[Box<str>]> {
        let lines = self.value.ways().map(|slots| {
            let values: Vec<String> = slots.iter().map(Slot::example).collect();
            format!("{}: {}", self.word, values.join(" ")).into()
        });
        lines.collect()
    }

    /// The word before the colon.
    pub const fn word(&self) -> &'static str {
        self.word
    }
}

/// An argument without a clause word, exactly once.
pub const fn one(forms: &'static [ArgumentForm]) -> Slot {
    slot_of_forms(forms, Cardinality::ExactlyOne)
}

/// An argument without a clause word that may be left out.
pub const fn optional(forms: &'static [ArgumentForm]) -> Slot {
    slot_of_forms(forms, Cardinality::Optional)
}

/// An argument without a clause word, once or more.
pub const fn one_or_more(forms: &'static [ArgumentForm]) -> Slot {
    slot_of_forms(forms, Cardinality::OneOrMore)
}

/// An argument without a clause word, any number of times.
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

/// The same argument, behind a clause word.
pub const fn with_clause(clause: Clause, slot: Slot) -> Slot {
    Slot {
        clause: Some(clause),
        first_byte: FirstByte::NOTHING,
        ..slot
    }
}

/// A key that may stand once.
pub const fn key(name: KeyName, value: KeyValue, about: &'static str) -> Key {
    Key {
        name,
        word: name.word(),
        about,
        value,
        cardinality: Cardinality::Optional,
    }
}

/// What may stand between the key and the colon of a rated key.
pub static RATE: &[Slot] = &[one(&[ArgumentForm::Vat])];

/// A key that may stand several times.
pub const fn repeatable_key(name: KeyName, value: KeyValue, about: &'static str) -> Key {
    Key {
        name,
        word: name.word(),
        about,
        value,
        cardinality: Cardinality::ZeroOrMore,
    }
}

/// The forms of a value that is `yes` or `no`.
pub const YES_NO: &[ArgumentForm] = &[ArgumentForm::Word(&["yes", "no"])];
