//! What was written: one entry with its header, arguments and details. Words keep their places, not their letters.

use super::clause::Clause;
use super::table::{Directive, Key};
use crate::text::span::{Span, Spanned};
use crate::value::calendar::Duration;
use crate::value::currency::Currency;
use crate::value::key_name::KeyName;
use crate::value::money::Money;
use crate::value::share::{Quantity, Share};
use chrono::NaiveDate;
use std::ops::Range;

/// A stretch of source text and the place of its first byte.
#[derive(Clone, Copy, Debug)]
pub struct SourceText<'t> {
    /// The text.
    pub str: &'t str,
    /// Where it starts.
    pub base: u32,
}

impl<'t> SourceText<'t> {
    /// The letters of an id whose span includes its sigil.
    pub fn id(&self, span: Span) -> &'t str {
        self.slice(Span::new(span.start.wrapping_add(1), span.end))
    }

    /// The letters of a span inside this text; empty outside of it.
    pub fn slice(&self, span: Span) -> &'t str {
        let start = span.start.wrapping_sub(self.base) as usize;
        let end = span.end.wrapping_sub(self.base) as usize;
        self.str.get(start..end).unwrap_or_default()
    }
}

/// An entry: a header and the details under it. Filled anew for each entry of a big journal.
#[derive(Clone, Debug)]
pub struct Entry {
    /// From the first byte of the header to the end of the last detail, without its line end.
    pub span: Span,
    /// The header alone.
    pub header: Span,
    /// The day, on dated entries.
    pub date: Option<Spanned<NaiveDate>>,
    /// What kind of entry.
    pub directive: &'static Directive,
    /// Where its keyword stands.
    pub keyword: Span,
    /// Arguments of the header, then those of the details.
    pub arguments: Vec<Argument>,
    /// How many of the arguments are the header's.
    pub header_arguments: usize,
    /// The free text behind `|`.
    pub text: Option<Span>,
    /// Its details, in order.
    pub details: Vec<Detail>,
    /// How well it could be read.
    pub state: EntryState,
}

/// How well an entry could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntryState {
    /// All of it.
    Whole,
    /// Its header; at least one detail could not be read.
    DetailMissing,
    /// All but its amount; the ids it names can be relied on.
    AmountMissing,
    /// Its header cannot be trusted.
    Broken,
}

/// One argument.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Argument {
    /// The clause word before it.
    pub clause: Option<Clause>,
    /// What it is.
    pub value: ArgumentValue,
    /// Where it stands; ids with their sigil, amounts with their currency.
    pub span: Span,
}

/// An amount as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount {
    /// Minor units of the currency.
    pub minor: i64,
    /// The currency written, or the journal's.
    pub currency: Currency,
}

/// A sum to be written. One beyond sixty-four bits, which no entry can hold, becomes one that no journal accepts.
impl From<Money> for Amount {
    fn from(money: Money) -> Self {
        Self {
            minor: i64::try_from(money.minor.0).unwrap_or(i64::MAX),
            currency: money.currency,
        }
    }
}

impl From<Amount> for Money {
    fn from(amount: Amount) -> Self {
        Self::new(amount.minor.into(), amount.currency)
    }
}

/// What an argument is. Names are the letters at its span.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ArgumentValue {
    /// An invoice or credit number.
    Invoice,
    /// A customer id.
    Customer,
    /// A name, a path, a reference: the letters at its span.
    Name,
    /// An amount.
    Amount(Amount),
    /// A day.
    Date(NaiveDate),
    /// A length of time.
    Duration(Duration),
    /// A share.
    Share(Share),
    /// A word of a closed list.
    Word(&'static str),
    /// A whole number.
    Count(u32),
    /// A decimal mark.
    Mark(char),
    /// A currency.
    Currency(Currency),
    /// How many, on an invoice line.
    Quantity(Quantity),
    /// The unit of a quantity, on an invoice line: the letters at its span.
    Unit,
    /// Price per unit, in whole units of the journal's currency.
    Price(Quantity),
}

/// A detail line.
#[derive(Clone, Debug)]
pub struct Detail {
    /// The whole line without its indentation and end.
    pub span: Span,
    /// What kind of detail.
    pub key: DetailKey,
    /// Where its key stands; empty for `> words`.
    pub key_span: Span,
    /// The value behind the colon or the `>`, verbatim.
    pub value: Span,
    /// The free text behind `|`, on invoice lines.
    pub text: Option<Span>,
    /// Its arguments among those of the entry.
    pub arguments: Range<usize>,
}

/// What kind of detail.
#[derive(Clone, Copy, Debug)]
pub enum DetailKey {
    /// A key of the keyword's own, or one that every dated entry has.
    Known(&'static Key),
    /// A key of the user's own: `x-…`.
    Own,
    /// `> words`.
    Words,
}

impl DetailKey {
    /// Which key of the language it is; `None` for keys of the user's own and for `> words`.
    pub const fn name(&self) -> Option<KeyName> {
        match self {
            Self::Known(key) => Some(key.name),
            Self::Own | Self::Words => None,
        }
    }
}

impl Entry {
    /// An entry to be filled.
    pub const fn empty(directive: &'static Directive) -> Self {
        Self {
            span: Span::new(0, 0),
            header: Span::new(0, 0),
            date: None,
            directive,
            keyword: Span::new(0, 0),
            arguments: Vec::new(),
            header_arguments: 0,
            text: None,
            details: Vec::new(),
            state: EntryState::Whole,
        }
    }

    /// The same entry, `base` bytes further on.
    pub fn shifted(&self, base: u32) -> Self {
        let mut entry = self.clone();
        let places = [&mut entry.span, &mut entry.header, &mut entry.keyword];
        let places = places.into_iter().chain(&mut entry.text);
        let places = places.chain(entry.date.iter_mut().map(|date| &mut date.span));
        let places = places.chain(entry.arguments.iter_mut().map(|it| &mut it.span));
        let details = entry.details.iter_mut().flat_map(|detail| {
            let places = [&mut detail.span, &mut detail.key_span, &mut detail.value];
            places.into_iter().chain(&mut detail.text)
        });
        for place in places.chain(details) {
            *place = place.offset_by(base);
        }
        entry
    }

    /// The arguments of its header.
    pub fn header_arguments(&self) -> &[Argument] {
        self.arguments
            .get(..self.header_arguments)
            .unwrap_or_default()
    }

    /// The arguments of one of its details.
    pub fn arguments_of(&self, detail: &Detail) -> &[Argument] {
        self.arguments
            .get(detail.arguments.clone())
            .unwrap_or_default()
    }

    /// Every invoice its header names outside a clause, in the order written.
    pub fn invoices(&self) -> impl Iterator<Item = Span> + '_ {
        self.header_arguments()
            .iter()
            .filter(|argument| {
                argument.clause.is_none() && matches!(argument.value, ArgumentValue::Invoice)
            })
            .map(|argument| argument.span)
    }

    /// The customer its header names.
    pub fn customer(&self) -> Option<Span> {
        self.header_arguments()
            .iter()
            .find(|argument| matches!(argument.value, ArgumentValue::Customer))
            .map(|argument| argument.span)
    }

    /// The amount its header names outside a clause.
    pub fn amount(&self) -> Option<Spanned<Amount>> {
        self.header_arguments()
            .iter()
            .find_map(|argument| match argument.value {
                ArgumentValue::Amount(amount) if argument.clause.is_none() => {
                    Some(Spanned::new(amount, argument.span))
                }
                _ => None,
            })
    }

    /// The argument of its header behind a clause word.
    pub fn clause_argument(&self, clause: Clause) -> Option<&Argument> {
        self.header_arguments()
            .iter()
            .find(|argument| argument.clause == Some(clause))
    }

    /// The day of its header behind a clause word.
    pub fn clause_date(&self, clause: Clause) -> Option<NaiveDate> {
        self.clause_argument(clause)
            .and_then(|argument| argument.value.date())
    }

    /// The first word of a closed list, or name, of its header outside a clause.
    pub fn first_word(&self) -> Option<&Argument> {
        self.header_arguments().iter().find(|argument| {
            argument.clause.is_none()
                && matches!(argument.value, ArgumentValue::Word(_) | ArgumentValue::Name)
        })
    }

    /// Its details with one key, in order.
    pub fn details(&self, key: KeyName) -> impl Iterator<Item = &Detail> + '_ {
        self.details
            .iter()
            .filter(move |detail| detail.key.name() == Some(key))
    }

    /// The first argument of its first detail with one key.
    pub fn detail_value(&self, key: KeyName) -> Option<&Argument> {
        let detail = self.details(key).next()?;
        self.arguments_of(detail).first()
    }

    /// The day that its first detail with one key names.
    pub fn detail_date(&self, key: KeyName) -> Option<NaiveDate> {
        self.detail_value(key)
            .and_then(|argument| argument.value.date())
    }
}

impl ArgumentValue {
    /// The day, if it is one.
    pub const fn date(&self) -> Option<NaiveDate> {
        match self {
            Self::Date(date) => Some(*date),
            _ => None,
        }
    }

    /// The amount, if it is one.
    pub const fn amount(&self) -> Option<Amount> {
        match self {
            Self::Amount(amount) => Some(*amount),
            _ => None,
        }
    }

    /// The word of a closed list, if it is one.
    pub const fn word(&self) -> Option<&'static str> {
        match self {
            Self::Word(word) => Some(*word),
            _ => None,
        }
    }

    /// The share, if it is one.
    pub const fn share(&self) -> Option<Share> {
        match self {
            Self::Share(share) => Some(*share),
            _ => None,
        }
    }

    /// The length of time, if it is one.
    pub const fn duration(&self) -> Option<Duration> {
        match self {
            Self::Duration(duration) => Some(*duration),
            _ => None,
        }
    }
}
