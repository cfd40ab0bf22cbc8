//! An entry as it was written: its header, arguments and details. Names are stored as places in the text, not as
//! copies.

use super::clause::Clause;
use super::table::{Directive, Key};
use crate::text::span::{Span, Spanned};
use crate::value::calendar::{Duration, PaymentTerms};
use crate::value::currency::Currency;
use crate::value::key_name::KeyName;
use crate::value::money::{Minor64, Money};
use crate::value::period::Period;
use crate::value::share::{Quantity, Share};
use crate::value::vat_code::VatCode;
use chrono::NaiveDate;
use std::ops::Range;

/// A stretch of source text and the place of its first byte.
#[derive(Clone, Copy, Debug)]
pub struct SourceText<'t> {
    /// The text.
    pub str: &'t str,
    /// The place of its first byte.
    pub base: u32,
}

impl<'t> SourceText<'t> {
    /// The characters of an id, without the sigil that its span includes.
    pub fn id(&self, span: Span) -> &'t str {
        self.slice(Span::new(span.start.wrapping_add(1), span.end))
    }

    /// The characters at a span; empty where the span lies outside this text.
    pub fn slice(&self, span: Span) -> &'t str {
        let start = span.start.wrapping_sub(self.base) as usize;
        let end = span.end.wrapping_sub(self.base) as usize;
        self.str.get(start..end).unwrap_or_default()
    }
}

/// An entry: a header and the details under it. The reader fills one value anew for each entry of a big journal.
#[derive(Clone, Debug)]
pub struct Entry {
    /// From the first byte of the header to the end of the last detail, without its line end.
    pub span: Span,
    /// The place of the header line.
    pub header: Span,
    /// The date; `None` for declarations.
    pub date: Option<Spanned<NaiveDate>>,
    /// The table of its keyword.
    pub directive: &'static Directive,
    /// The place of its keyword.
    pub keyword: Span,
    /// The arguments of the header, followed by those of the details.
    pub arguments: Vec<Argument>,
    /// How many of the arguments belong to the header.
    pub header_arguments: usize,
    /// The place of the free text behind `|`; `None` where there is none.
    pub text: Option<Span>,
    /// The details, in the order written.
    pub details: Vec<Detail>,
    /// How much of the entry could be read.
    pub state: EntryState,
}

/// How much of an entry could be read. The variants are in the order from best to worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntryState {
    /// Everything.
    Whole,
    /// The header; at least one detail could not be read.
    DetailMissing,
    /// Everything but the amount; the ids that it names can be relied on.
    AmountMissing,
    /// The header could not be read, so that nothing in it can be relied on.
    Broken,
}

/// One argument of a header or a detail.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Argument {
    /// The clause word before it; `None` where its form alone identified it.
    pub clause: Option<Clause>,
    /// The value.
    pub value: ArgumentValue,
    /// The place of the value, including the sigil of an id or the currency of an amount.
    pub span: Span,
}

/// An amount as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount {
    /// The number of minor units of the currency (cents for EUR).
    pub minor: Minor64,
    /// The currency as written, or else the declared one of the journal.
    pub currency: Currency,
}

/// Converts a sum to be printed. A sum that needs more than 64 bits saturates; the journal refuses so large an amount
/// when it is read back.
impl From<Money> for Amount {
    fn from(money: Money) -> Self {
        Self {
            minor: Minor64::saturating_from(money.minor),
            currency: money.currency,
        }
    }
}

impl From<Amount> for Money {
    fn from(amount: Amount) -> Self {
        Self::new(amount.minor.into(), amount.currency)
    }
}

/// The value of an argument. Names are not stored; they are the characters at its span.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ArgumentValue {
    /// The number of an invoice or a credit note.
    Invoice,
    /// A customer id.
    Customer,
    /// A name, a path or a reference.
    Name,
    /// A fixed amount.
    Amount(Amount),
    /// A date.
    Date(NaiveDate),
    /// A length of time.
    Duration(Duration),
    /// The time to pay.
    Terms(PaymentTerms),
    /// A percentage.
    Share(Share),
    /// What VAT an amount bears.
    Vat(VatCode),
    /// A year, a quarter, a month or a day.
    Period(Period),
    /// A word of a closed list.
    Word(&'static str),
    /// A whole number.
    Count(u32),
    /// A decimal mark.
    Mark(char),
    /// A currency alone.
    Currency(Currency),
    /// The quantity on an invoice line.
    Quantity(Quantity),
    /// The unit of a quantity on an invoice line, given by the characters at its span.
    Unit,
    /// The price per unit, in whole units of the journal's currency.
    Price(Quantity),
}

/// A detail line of an entry.
#[derive(Clone, Debug)]
pub struct Detail {
    /// The place of the line, without its indentation and line end.
    pub span: Span,
    /// Which key it has, if any.
    pub key: DetailKey,
    /// The place of its key; empty for `> words`.
    pub key_span: Span,
    /// The place of the value behind the colon or the `>`, verbatim.
    pub value: Span,
    /// The place of the free text behind `|`, on invoice lines only.
    pub text: Option<Span>,
    /// The indices of its arguments among those of the entry.
    pub arguments: Range<usize>,
}

/// The kind of a detail.
#[derive(Clone, Copy, Debug)]
pub enum DetailKey {
    /// A key that the keyword has, or that every dated entry may have.
    Known(&'static Key),
    /// A key that the user made up, beginning with `x-`.
    Own,
    /// A line of text: `> words`.
    Words,
}

impl DetailKey {
    /// The name of the key; `None` for the user's own keys and for `> words`.
    pub const fn name(&self) -> Option<KeyName> {
        match self {
            Self::Known(key) => Some(key.name),
            Self::Own | Self::Words => None,
        }
    }
}

impl Entry {
    /// An empty entry, to be filled by the reader.
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

    /// The same entry with all its places moved `base` bytes further on.
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

    /// The places of all invoices that the header names outside a clause, in the order written.
    pub fn invoices(&self) -> impl Iterator<Item = Span> + '_ {
        self.header_arguments()
            .iter()
            .filter(|argument| {
                argument.clause.is_none() && matches!(argument.value, ArgumentValue::Invoice)
            })
            .map(|argument| argument.span)
    }

    /// The place of the customer that the header names.
    pub fn customer(&self) -> Option<Span> {
        self.header_arguments()
            .iter()
            .find(|argument| matches!(argument.value, ArgumentValue::Customer))
            .map(|argument| argument.span)
    }

    /// The amount in the header outside a clause.
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

    /// The argument of the header behind this clause word.
    pub fn clause_argument(&self, clause: Clause) -> Option<&Argument> {
        self.header_arguments()
            .iter()
            .find(|argument| argument.clause == Some(clause))
    }

    /// The date in the header behind this clause word.
    pub fn clause_date(&self, clause: Clause) -> Option<NaiveDate> {
        self.clause_argument(clause)
            .and_then(|argument| argument.value.date())
    }

    /// The first word of a closed list, or name, in the header outside a clause.
    pub fn first_word(&self) -> Option<&Argument> {
        self.header_arguments().iter().find(|argument| {
            argument.clause.is_none()
                && matches!(argument.value, ArgumentValue::Word(_) | ArgumentValue::Name)
        })
    }

    /// The details with this key, in order.
    pub fn details(&self, key: KeyName) -> impl Iterator<Item = &Detail> + '_ {
        self.details
            .iter()
            .filter(move |detail| detail.key.name() == Some(key))
    }

    /// The first argument of the first detail with this key.
    pub fn detail_value(&self, key: KeyName) -> Option<&Argument> {
        let detail = self.details(key).next()?;
        self.arguments_of(detail).first()
    }

    /// The date of the first detail with this key.
    pub fn detail_date(&self, key: KeyName) -> Option<NaiveDate> {
        self.detail_value(key)
            .and_then(|argument| argument.value.date())
    }
}

impl ArgumentValue {
    /// The date; `None` for other kinds of values.
    pub const fn date(&self) -> Option<NaiveDate> {
        match self {
            Self::Date(date) => Some(*date),
            _ => None,
        }
    }

    /// The amount; `None` for other kinds of values.
    pub const fn amount(&self) -> Option<Amount> {
        match self {
            Self::Amount(amount) => Some(*amount),
            _ => None,
        }
    }

    /// The word of a closed list; `None` for other kinds of values.
    pub const fn word(&self) -> Option<&'static str> {
        match self {
            Self::Word(word) => Some(*word),
            _ => None,
        }
    }

    /// The percentage; `None` for other kinds of values.
    pub const fn share(&self) -> Option<Share> {
        match self {
            Self::Share(share) => Some(*share),
            _ => None,
        }
    }

    /// What VAT an amount bears; `None` for other kinds of values.
    pub const fn vat(&self) -> Option<VatCode> {
        match self {
            Self::Vat(code) => Some(*code),
            _ => None,
        }
    }

    /// The period; `None` for other kinds of values.
    pub const fn period(&self) -> Option<Period> {
        match self {
            Self::Period(period) => Some(*period),
            _ => None,
        }
    }

    /// The length of time; `None` for other kinds of values.
    pub const fn duration(&self) -> Option<Duration> {
        match self {
            Self::Duration(duration) => Some(*duration),
            _ => None,
        }
    }

    /// The time to pay; `None` for other kinds of values.
    pub const fn terms(&self) -> Option<PaymentTerms> {
        match self {
            Self::Terms(terms) => Some(*terms),
            _ => None,
        }
    }

    /// The whole number; `None` for other kinds of values.
    pub const fn count(&self) -> Option<u32> {
        match self {
            Self::Count(count) => Some(*count),
            _ => None,
        }
    }
}
