//! What one letter says, of whatever kind, and why there is none of a kind.

use super::enclosures::NamedDocuments;
use super::invoice_facts::InvoiceFacts;
use super::refusal::LetterRefusal;
use crate::journal::model::InvoiceIx;
use crate::language::letters::Warmth;
use crate::letter::templates::variable::TemplateValue;
use crate::letter::templates::variable_list::{VariableDef, find_value};
use crate::value::currency::Currency;
use crate::value::money::Minor;
use chrono::NaiveDate;

/// What stands for a name in one letter; `None` for a name that its kind does not have.
pub type LetterValues<'a> = Box<dyn Fn(&str) -> Option<(&'static str, TemplateValue)> + 'a>;

/// What one letter says.
pub struct LetterContent<'a> {
    /// The currency of all its amounts.
    pub currency: Currency,
    /// The invoices it names, in its order, each once.
    pub invoices: Vec<InvoiceIx>,
    /// How late the oldest of them is, in days; below zero before the due date.
    pub days_late: i64,
    /// Whether bank data are too old to say of them that money did not come.
    pub has_stale_bank_data: bool,
    /// What it is about.
    pub amount: Minor,
    /// What it asks for, with an account to pay to; `None`: nothing.
    pub request: Option<RequestedAmount>,
    /// Whether it says that money did not come: then all that came must be in the journal.
    pub reports_missing_payment: bool,
    /// Whether it speaks of charges beside what it asks for.
    pub names_charges: bool,
    /// How warm it is.
    pub warmth: Warmth,
    /// What its template may name, beside what every letter knows.
    pub values: LetterValues<'a>,
    /// The block without which it has no effect in law.
    pub required_block: Option<&'static str>,
    /// Label and value of references beside our own.
    pub references: Vec<(String, String)>,
    /// Files that go with it.
    pub enclosed_documents: Vec<NamedDocuments>,
    /// Why a letter of its kind may not be written.
    pub refusals: Vec<LetterRefusal>,
    /// The letters of the steps wait through this day once it went out: it gives the customer that long.
    pub steps_paused_until: Option<NaiveDate>,
}

impl<'a> LetterContent<'a> {
    /// A friendly letter that asks for nothing, of some facts: their own variables, and those of their invoices.
    pub fn new<'j, T: 'a>(
        facts: T,
        own: &'a [VariableDef<T>],
        about: fn(&T) -> &InvoiceFacts<'a, 'j>,
    ) -> Self
    where
        'j: 'a,
    {
        let (content, format) = (Self::about(about(&facts)), about(&facts).format());
        let values = move |name: &str| {
            find_value(own, name, &facts, format).or_else(|| about(&facts).find_value(name))
        };
        content.with_values(Box::new(values))
    }

    /// A friendly letter about some invoices that asks for nothing, and names nothing yet.
    pub fn about(facts: &InvoiceFacts<'_, '_>) -> Self {
        Self {
            currency: facts.currency,
            invoices: facts.invoices(),
            days_late: facts.days_late(),
            has_stale_bank_data: facts.has_stale_bank_data(),
            amount: Minor::ZERO,
            request: None,
            reports_missing_payment: false,
            names_charges: false,
            warmth: Warmth::Friendly,
            values: Box::new(|_| None),
            required_block: None,
            references: Vec::new(),
            enclosed_documents: Vec::new(),
            refusals: Vec::new(),
            steps_paused_until: None,
        }
    }

    /// The same letter, with what stands for its names.
    pub fn with_values(self, values: LetterValues<'a>) -> Self {
        Self { values, ..self }
    }
}

/// What a letter asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RequestedAmount {
    /// The amount in minor units.
    pub amount: Minor,
    /// The last day, where it names one.
    pub by: Option<NaiveDate>,
    /// What is printed where it names no day; `None`: nothing.
    pub by_words: Option<&'static str>,
    /// Whether the ways to pay are named.
    pub with_methods: bool,
}

impl RequestedAmount {
    /// An amount by a day, with the ways to pay it.
    pub const fn new(amount: Minor, by: Option<NaiveDate>) -> Self {
        Self {
            amount,
            by,
            by_words: None,
            with_methods: true,
        }
    }
}

/// Why there is no such letter to a customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAvailable {
    /// No entry asks for it on the day.
    NoEntry,
    /// What there is, another letter tells of.
    UseOther(&'static str),
    /// The entry does not say something that the letter must say: as one would write it.
    Missing(&'static str),
}

impl NotAvailable {
    /// The letters, unless there are none: then no entry asks for one.
    pub fn unless_some(letters: Vec<LetterContent<'_>>) -> Result<Vec<LetterContent<'_>>, Self> {
        if letters.is_empty() {
            return Err(Self::NoEntry);
        }
        Ok(letters)
    }
}
