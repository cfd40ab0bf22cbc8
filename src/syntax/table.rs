//! What a keyword is: its arguments, its clause words, its keys. The parser, the help, the suggestions and the
//! written grammar all read these tables; there is no other list of words.

use super::clause::Clause;
use super::first_byte::FirstByte;
use super::keyword::Keyword;
use crate::value::key_name::KeyName;

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
    /// The keys of its details; dated entries take [`super::directive::COMMON`] too.
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
    pub forms: &'static [Form],
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

/// What an argument looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `#2026-001`
    Invoice,
    /// `@jansen`
    Customer,
    /// `1210.00`, `1210.00 USD`, `€ 1210.00`; above zero.
    Amount,
    /// An amount that may be nothing.
    AmountOrZero,
    /// An amount that may be nothing or below.
    Balance,
    /// `2026-01-31`
    Date,
    /// `30 days`, `2 weeks`, `1 month`
    Duration,
    /// `20 min`, `2 hours`
    Spent,
    /// `30%`
    Share,
    /// One word of a closed list.
    Word(&'static [&'static str]),
    /// Words of a closed list with commas between: `agency,post`.
    List(&'static [&'static str]),
    /// A name: a policy, a stage, a template.
    Name,
    /// A whole number.
    Count,
    /// `.` or `,`
    Mark,
    /// `EUR`
    Currency,
    /// A path or pattern: the rest of the line.
    Path,
}

impl Form {
    /// What a word may begin with that looks like it.
    pub const fn first_byte(self) -> FirstByte {
        match self {
            Self::Invoice => FirstByte::HASH,
            Self::Customer => FirstByte::AT,
            Self::Date | Self::Duration | Self::Spent | Self::Count => FirstByte::DIGIT,
            Self::Amount | Self::AmountOrZero | Self::Balance | Self::Share => {
                FirstByte::DIGIT.or(FirstByte::OTHER)
            }
            Self::Word(_) | Self::List(_) => FirstByte::SMALL,
            Self::Name => FirstByte::LETTER,
            Self::Mark | Self::Currency | Self::Path => FirstByte::ANYTHING,
        }
    }

    /// Whether nothing else can be meant where it stands, so that another word is a wrong value of it.
    pub const fn is_closed(self) -> bool {
        matches!(
            self,
            Self::Word(_) | Self::List(_) | Self::Count | Self::Mark | Self::Currency
        )
    }

    /// An example of it, where one is told.
    pub fn example(self) -> Option<&'static str> {
        self.expected()
            .split_once("such as ")
            .map(|(_, example)| example)
    }

    /// What it is called, for "expected one …".
    pub const fn noun(self) -> &'static str {
        match self {
            Self::Invoice => "invoice",
            Self::Customer => "customer",
            Self::Amount | Self::AmountOrZero | Self::Balance => "amount",
            Self::Date => "date",
            Self::Duration | Self::Spent => "length of time",
            Self::Share => "share",
            Self::Count => "number",
            Self::Mark => "decimal mark",
            Self::Currency => "currency",
            Self::Path => "path",
            _ => "word",
        }
    }

    /// What to type, for "expected …".
    pub const fn expected(self) -> &'static str {
        match self {
            Self::Invoice => "an invoice such as #2026-001",
            Self::Customer => "a customer such as @jansen",
            Self::Amount | Self::AmountOrZero | Self::Balance => "an amount such as 1210.00",
            Self::Date => "a date such as 2026-01-31",
            Self::Duration => "a length of time such as 30 days",
            Self::Spent => "time spent such as 20 min",
            Self::Share => "a share such as 30%",
            Self::Word(_) | Self::List(_) => "one of its words",
            Self::Name => "a name",
            Self::Count => "a whole number",
            Self::Mark => "a decimal mark, . or ,",
            Self::Currency => "a currency of three capitals such as EUR",
            Self::Path => "a path such as 2025/*.tegoed",
        }
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
    /// `[QTY [UNIT] x] PRICE [vat RATE] | text`
    Line,
}

/// An argument told by its form, exactly once.
pub const fn one(forms: &'static [Form]) -> Slot {
    told_by(forms, Times::One)
}

/// An argument told by its form, that may be left out.
pub const fn maybe(forms: &'static [Form]) -> Slot {
    told_by(forms, Times::Optional)
}

/// An argument told by its form, once or more.
pub const fn some(forms: &'static [Form]) -> Slot {
    told_by(forms, Times::Some)
}

/// An argument told by its form, any number of times.
pub const fn any(forms: &'static [Form]) -> Slot {
    told_by(forms, Times::Any)
}

const fn told_by(forms: &'static [Form], times: Times) -> Slot {
    let mut first_byte = FirstByte::NOTHING;
    let mut rest = forms;
    while let [form, further @ ..] = rest {
        first_byte = first_byte.or(form.first_byte());
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
pub const YES_NO: &[Form] = &[Form::Word(&["yes", "no"])];
