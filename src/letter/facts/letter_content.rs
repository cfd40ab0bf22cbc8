//! What one letter says, of whatever kind, and why there is none of a kind.

use super::enclosures::NamedDocuments;
use super::invoice_facts::InvoiceFacts;
use super::refusal::LetterRefusal;
use crate::journal::model::InvoiceIx;
use crate::language::letters::Warmth;
use crate::letter::record::SentRecord;
use crate::letter::templates::variable::TemplateValue;
use crate::letter::templates::variable_list::{VariableDef, find_value};
use crate::value::channel::Channel;
use crate::value::currency::Currency;
use crate::value::money::Minor;
use chrono::NaiveDate;

/// What one letter speaks of. It is asked only when the letter is written: a list of letters has no need of it.
pub trait LetterFacts {
    /// What stands for a name in the template; `None` for a name that the kind of letter does not have.
    fn find_value(&self, name: &str) -> Option<(&'static str, TemplateValue)>;

    /// Label and value of references beside our own.
    fn references(&self) -> Vec<(String, String)> {
        Vec::new()
    }

    /// Files that go with it.
    fn enclosed_documents(&self) -> Vec<NamedDocuments> {
        Vec::new()
    }

    /// The entries that record the letter of a step once it went out by some channels; none of another letter.
    fn sent_records(&self, _channels: &[Channel]) -> Vec<SentRecord> {
        Vec::new()
    }
}

/// Facts whose variables are their own list and that of their invoices.
struct ListedFacts<'a, 'j, T> {
    facts: T,
    own: &'a [VariableDef<T>],
    about: fn(&T) -> &InvoiceFacts<'a, 'j>,
}

impl<T> LetterFacts for ListedFacts<'_, '_, T> {
    fn find_value(&self, name: &str) -> Option<(&'static str, TemplateValue)> {
        let about = (self.about)(&self.facts);
        find_value(self.own, name, &self.facts, about.format()).or_else(|| about.find_value(name))
    }
}

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
    /// The invoices whose sum that is: a payment is to name these.
    pub requested_invoices: Vec<InvoiceIx>,
    /// Whether it says that money did not come: then all that came must be in the journal.
    pub reports_missing_payment: bool,
    /// What it does with money of the customer that is here already.
    pub on_account: OnAccountUse,
    /// Whether it speaks of charges beside what it asks for.
    pub names_charges: bool,
    /// How warm it is.
    pub warmth: Warmth,
    /// What it speaks of.
    pub facts: Box<dyn LetterFacts + 'a>,
    /// The block without which it has no effect in law.
    pub required_block: Option<&'static str>,
    /// Why a letter of its kind may not be written.
    pub refusals: Vec<LetterRefusal>,
    /// The letters of the steps wait through this day once it went out: it gives the customer that long.
    pub steps_paused_until: Option<NaiveDate>,
    /// The invoices that the entry names which records it: it answers what is asked about them.
    pub recorded_invoices: Vec<InvoiceIx>,
}

impl<'a> LetterContent<'a> {
    /// A friendly letter that asks for nothing, of facts with variables of their own and those of their invoices.
    pub fn new<'j: 'a, T: 'a>(
        facts: T,
        own: &'a [VariableDef<T>],
        about: fn(&T) -> &InvoiceFacts<'a, 'j>,
    ) -> Self {
        let facts = ListedFacts { facts, own, about };
        Self::with_facts(facts, |listed| (listed.about)(&listed.facts))
    }

    /// A friendly letter that asks for nothing, of some facts.
    pub fn with_facts<'j: 'a, T: LetterFacts + 'a>(
        facts: T,
        about: impl Fn(&T) -> &InvoiceFacts<'a, 'j>,
    ) -> Self {
        let invoices = about(&facts);
        Self {
            recorded_invoices: invoices.invoices.clone(),
            requested_invoices: invoices.invoices.clone(),
            currency: invoices.currency,
            invoices: invoices.invoices.clone(),
            days_late: invoices.days_late(),
            has_stale_bank_data: invoices.has_stale_bank_data(),
            amount: Minor::ZERO,
            request: None,
            reports_missing_payment: false,
            on_account: OnAccountUse::Beside,
            names_charges: false,
            warmth: Warmth::Friendly,
            facts: Box::new(facts),
            required_block: None,
            refusals: Vec::new(),
            steps_paused_until: None,
        }
    }

    /// Whether it says that money did not come, and bank data are too old to say so.
    pub const fn rests_on_stale_bank_data(&self) -> bool {
        self.reports_missing_payment && self.has_stale_bank_data
    }
}

/// What a letter does with money of the customer that waits or stands on account. It is never silent about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnAccountUse {
    /// It asks no more than what is left when that is taken off, and says so.
    TakenOff,
    /// Its amounts are those of an arrangement: it says that the money stands beside them.
    Beside,
    /// It tells of the money in its own words.
    InItsOwnWords,
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
    /// Another letter is about what there is.
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
