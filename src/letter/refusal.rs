//! Why a letter is not written.

use super::templates::built_in::BUILT_IN;
use super::templates::fault::Fault;
use super::templates::shelf::Template;
use super::variables::Knows;
use crate::language::phrases::Language;
use chrono::NaiveDate;

/// Why a letter is not written. Amounts are written as in the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The journal has no name to sign with.
    NoBusinessName,
    /// Nor an account to pay to.
    NoIban,
    /// The customer has no name.
    NoName,
    /// It goes by post, and the customer has no address.
    NoAddress,
    /// It goes by mail, and the customer has no address for that.
    NoMail,
    /// He wants neither mail nor post.
    NoWay,
    /// Nothing says in which language to write.
    NoLanguage,
    /// The step has a letter that is neither built in nor one of the user's own in that language.
    NoLetter(String),
    /// Bank data end on a day that is too long ago.
    BankStale(Option<NaiveDate>),
    /// Money of the customer waits that nobody placed.
    Unplaced(String),
    /// The step has a fee, and a consumer owes none before a fourteen-day letter has run out.
    FeeOfConsumer(String, String),
    /// Charges are written on an invoice that may not be asked: the invoice, and how much.
    NotOwed(String, String),
    /// What may be asked cannot be reckoned for an invoice.
    NotReckoned(String),
    /// Nothing is left to ask.
    NothingLeft,
    /// Its template cannot be filled: the file, the line, and what is the matter.
    Template(String, usize, String),
}

impl Refusal {
    /// That a template cannot be filled.
    pub fn template(template: &Template, fault: &Fault) -> Self {
        let line = fault.line(template.text());
        Self::Template(template.file(), line, fault.message.clone())
    }

    /// Whether somebody may want the letter all the same (`--even-so`).
    pub const fn may_pass(&self) -> bool {
        matches!(self, Self::BankStale(_) | Self::Unplaced(_))
    }

    /// What is the matter, and what to do.
    pub fn told(&self, language: &Language) -> String {
        let say = &language.say.letter.list.refusal;
        match self {
            Self::NoBusinessName => say.no_business_name.to_owned(),
            Self::NoIban => say.no_iban.to_owned(),
            Self::NoName => say.no_name.to_owned(),
            Self::NoAddress => say.no_address.to_owned(),
            Self::NoMail => say.no_mail.to_owned(),
            Self::NoWay => say.no_way.to_owned(),
            Self::NoLanguage => say.no_language.to_owned(),
            Self::NoLetter(name) => (say.no_letter)(name, &built_in()),
            Self::BankStale(through) => (say.bank_stale)(*through),
            Self::Unplaced(amount) => (say.unplaced)(amount),
            Self::FeeOfConsumer(stage, fee) => (say.fee_of_consumer)(stage, fee),
            Self::NotOwed(invoice, amount) => (say.not_owed)(invoice, amount),
            Self::NotReckoned(invoice) => (say.not_reckoned)(invoice),
            Self::NothingLeft => say.nothing_left.to_owned(),
            Self::Template(file, line, message) => (say.template)(file, *line, message),
        }
    }
}

/// The letters of steps that are built in.
fn built_in() -> String {
    let steps = BUILT_IN.iter();
    let steps = steps.filter(|letter| letter.knows == Knows::Demanding);
    steps
        .map(|letter| letter.name)
        .collect::<Vec<_>>()
        .join(", ")
}
