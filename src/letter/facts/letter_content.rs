//! What one letter beside the steps tells, and why there is none.

use crate::journal::model::InvoiceIx;
use crate::language::letters::Warmth;
use crate::letter::templates::variable::TemplateValue;
use crate::value::currency::Currency;
use crate::value::money::Minor;
use chrono::NaiveDate;

/// What one letter tells.
#[derive(Clone, Debug)]
pub struct LetterContent {
    /// The currency of all its amounts.
    pub currency: Currency,
    /// The invoices it names, in its order.
    pub invoices: Vec<InvoiceIx>,
    /// How late the oldest of them is, in days; below zero before the due date.
    pub days_late: i64,
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
    /// What its template may name.
    pub values: Vec<(&'static str, TemplateValue)>,
    /// Files that go with it: what they are called, and the files themselves, each with the file of the journal from
    /// which its path counts.
    pub enclosed_documents: Vec<(&'static str, Vec<(String, String)>)>,
    /// The letters of the steps wait through this day once it went out: it gives the customer that long.
    pub steps_paused_until: Option<NaiveDate>,
}

/// What a letter asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RequestedAmount {
    /// How much.
    pub amount: Minor,
    /// The last day, where it names one.
    pub by: Option<NaiveDate>,
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
