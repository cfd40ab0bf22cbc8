//! Typed access to the arguments and details of an entry. The typed nodes of all keywords are built with it. Getters
//! return `None` where the entry has no such argument or detail.

use super::clause::Clause;
use super::entry::{Amount, Argument, ArgumentValue, Detail, Entry, SourceText};
use crate::text::span::{Span, Spanned};
use crate::value::calendar::{Duration, PaymentTerms};
use crate::value::currency::Currency;
use crate::value::key_name::KeyName;
use crate::value::share::Share;
use crate::value::vat_code::VatCode;
use chrono::NaiveDate;

/// The id of an invoice or a customer without its sigil, with the place of both.
pub type Id<'t> = Spanned<&'t str>;

/// Text of the journal, with its place.
pub type SpannedText<'t> = Spanned<&'t str>;

/// The invoices that an entry names. Nearly always it is one, which needs no allocation.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InvoiceIds<'t> {
    /// The first invoice; `None` where there is none.
    pub first: Option<Id<'t>>,
    /// The other invoices, in the order written.
    pub further: Vec<Id<'t>>,
}

impl<'t> InvoiceIds<'t> {
    /// One invoice.
    pub const fn one(id: Id<'t>) -> Self {
        Self {
            first: Some(id),
            further: Vec::new(),
        }
    }

    /// Adds an invoice behind the others.
    #[inline]
    pub fn push(&mut self, id: Id<'t>) {
        if self.first.is_none() {
            self.first = Some(id);
        } else {
            self.further.push(id);
        }
    }

    /// All invoices, in the order written.
    pub fn iter(&self) -> impl Iterator<Item = Id<'t>> + '_ {
        self.first.iter().chain(&self.further).copied()
    }
}

impl<'t> FromIterator<Id<'t>> for InvoiceIds<'t> {
    fn from_iter<I: IntoIterator<Item = Id<'t>>>(ids: I) -> Self {
        let mut ids = ids.into_iter();
        Self {
            first: ids.next(),
            further: ids.collect(),
        }
    }
}

/// An entry, with the text that its places refer to.
#[derive(Clone, Copy, Debug)]
pub struct EntryFields<'e, 't> {
    /// The entry.
    pub entry: &'e Entry,
    /// The text that holds the entry.
    pub text: SourceText<'t>,
}

impl<'e, 't> EntryFields<'e, 't> {
    /// The arguments of the header outside a clause.
    fn arguments_outside_clauses(self) -> impl Iterator<Item = &'e Argument> {
        let arguments = self.entry.header_arguments().iter();
        arguments.filter(|argument| argument.clause.is_none())
    }

    /// The arguments of the header behind this clause word.
    pub fn arguments_behind(self, clause: Clause) -> impl Iterator<Item = &'e Argument> {
        let arguments = self.entry.header_arguments().iter();
        arguments.filter(move |argument| argument.clause == Some(clause))
    }

    /// The details with this key, in order.
    pub fn details(self, key: KeyName) -> impl Iterator<Item = &'e Detail> {
        self.entry.details(key)
    }

    /// The arguments of a detail.
    pub fn arguments_of(self, detail: &Detail) -> &'e [Argument] {
        self.entry.arguments_of(detail)
    }

    /// The first argument of the first detail with this key.
    fn first_argument_of(self, key: KeyName) -> Option<&'e Argument> {
        self.entry.detail_value(key)
    }

    /// The id at this place.
    pub fn id(self, span: Span) -> Id<'t> {
        Spanned::new(self.text.id(span), span)
    }

    /// The text at this place.
    pub fn words(self, span: Span) -> SpannedText<'t> {
        Spanned::new(self.text.slice(span), span)
    }

    // Access to the header.

    /// The invoices outside a clause.
    pub fn invoices(self) -> InvoiceIds<'t> {
        self.entry.invoices().map(|span| self.id(span)).collect()
    }

    /// The only invoice outside a clause.
    pub fn invoice(self) -> Option<Id<'t>> {
        self.entry.invoices().next().map(|span| self.id(span))
    }

    /// The customer that the header names.
    pub fn customer(self) -> Option<Id<'t>> {
        self.entry.customer().map(|span| self.id(span))
    }

    /// The amount outside a clause.
    pub fn amount(self) -> Option<Spanned<Amount>> {
        self.entry.amount()
    }

    /// The name outside a clause.
    pub fn name(self) -> Option<SpannedText<'t>> {
        let mut named = self
            .arguments_outside_clauses()
            .filter(|it| matches!(it.value, ArgumentValue::Name));
        named.next().map(|argument| self.words(argument.span))
    }

    /// The word of a closed list outside a clause.
    pub fn word(self) -> Option<&'static str> {
        self.arguments_outside_clauses()
            .find_map(|argument| argument.value.word())
    }

    /// The whole number outside a clause.
    pub fn count(self) -> Option<Spanned<u32>> {
        self.arguments_outside_clauses()
            .find_map(|it| match it.value {
                ArgumentValue::Count(count) => Some(Spanned::new(count, it.span)),
                _ => None,
            })
    }

    /// The decimal mark outside a clause.
    pub fn mark(self) -> Option<char> {
        self.arguments_outside_clauses()
            .find_map(|it| match it.value {
                ArgumentValue::Mark(mark) => Some(mark),
                _ => None,
            })
    }

    /// The currency outside a clause.
    pub fn currency(self) -> Option<Currency> {
        self.arguments_outside_clauses()
            .find_map(|it| match it.value {
                ArgumentValue::Currency(currency) => Some(currency),
                _ => None,
            })
    }

    /// The invoice behind a clause word.
    pub fn invoice_behind(self, clause: Clause) -> Option<Id<'t>> {
        self.entry
            .clause_argument(clause)
            .map(|it| self.id(it.span))
    }

    /// The day behind a clause word.
    pub fn date_behind(self, clause: Clause) -> Option<NaiveDate> {
        self.entry.clause_date(clause)
    }

    /// What VAT the entry bears, behind the clause word `vat`.
    pub fn vat(self) -> Option<VatCode> {
        self.entry.clause_argument(Clause::Vat)?.value.vat()
    }

    /// The name behind a clause word.
    pub fn name_behind(self, clause: Clause) -> Option<SpannedText<'t>> {
        self.entry
            .clause_argument(clause)
            .map(|it| self.words(it.span))
    }

    /// The words of a closed list behind a clause word.
    pub fn words_behind(self, clause: Clause) -> impl Iterator<Item = &'static str> {
        self.arguments_behind(clause)
            .filter_map(|argument| argument.value.word())
    }

    // Access to the details.

    /// The free text behind a key.
    pub fn text_of(self, key: KeyName) -> Option<SpannedText<'t>> {
        self.texts_of(key).next()
    }

    /// All free texts behind this key, which may stand several times.
    pub fn texts_of(self, key: KeyName) -> impl Iterator<Item = SpannedText<'t>> {
        self.details(key)
            .map(move |detail| self.words(detail.value))
    }

    /// The day behind a key.
    pub fn date_of(self, key: KeyName) -> Option<NaiveDate> {
        self.entry.detail_date(key)
    }

    /// The amount behind a key.
    pub fn amount_of(self, key: KeyName) -> Option<Spanned<Amount>> {
        self.first_argument_of(key).and_then(spanned_amount)
    }

    /// The share behind a key.
    pub fn share_of(self, key: KeyName) -> Option<Spanned<Share>> {
        let argument = self.first_argument_of(key)?;
        Some(Spanned::new(argument.value.share()?, argument.span))
    }

    /// The length of time behind a key.
    pub fn duration_of(self, key: KeyName) -> Option<Duration> {
        self.first_argument_of(key)?.value.duration()
    }

    /// The time to pay behind a key.
    pub fn terms_of(self, key: KeyName) -> Option<PaymentTerms> {
        self.first_argument_of(key)?.value.terms()
    }

    /// The name behind a key.
    pub fn name_of(self, key: KeyName) -> Option<SpannedText<'t>> {
        Some(self.words(self.first_argument_of(key)?.span))
    }

    /// The whole number behind a key.
    pub fn count_of(self, key: KeyName) -> Option<u32> {
        match self.first_argument_of(key)?.value {
            ArgumentValue::Count(count) => Some(count),
            _ => None,
        }
    }

    /// The word of a closed list behind a key.
    pub fn word_of(self, key: KeyName) -> Option<&'static str> {
        self.first_argument_of(key)?.value.word()
    }

    /// `yes` or `no` behind a key, as a `bool`.
    pub fn yes_no_of(self, key: KeyName) -> Option<bool> {
        self.word_of(key).map(|word| word == YES)
    }
}

/// The word for `true` in a journal.
pub const YES: &str = "yes";
/// The word for `false` in a journal.
pub const NO: &str = "no";

fn spanned_amount(argument: &Argument) -> Option<Spanned<Amount>> {
    let amount = argument.value.amount()?;
    Some(Spanned::new(amount, argument.span))
}
