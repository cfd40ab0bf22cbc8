//! Why a letter is not written.

use crate::language::phrases::Language;
use crate::letter::library::built_in::BUILT_IN_TEMPLATES;
use crate::letter::library::template_set::Template;
use crate::letter::library::variable_set::VariableSet;
use crate::letter::templates::fault::TemplateFault;
use chrono::NaiveDate;

/// Why a letter is not written. Amounts are written as in the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LetterRefusal {
    /// The journal has no name to sign with.
    NoBusinessName,
    /// Nor an account to pay to.
    NoIban,
    /// The customer has no name.
    NoName,
    /// It goes by post, and the customer has no address.
    NoAddress,
    /// It goes by mail, and the customer has no address for that.
    NoEmail,
    /// He wants neither mail nor post.
    NoChannel,
    /// Nothing says in which language to write.
    NoLanguage,
    /// The step has a letter that is neither built in nor one of the user's own in that language.
    NoLetter(String),
    /// Bank data end on a day that is too long ago.
    BankStale(Option<NaiveDate>),
    /// Money of the customer waits that nobody placed.
    Unallocated(String),
    /// The step has a fee, and a consumer owes none before a fourteen-day letter has run out.
    FeeNotAllowed(String, String),
    /// Charges are written on an invoice that may not be asked: the invoice, and how much.
    ChargesNotOwed(String, String),
    /// What may be asked cannot be reckoned for an invoice.
    NotCalculable(String),
    /// Nothing is left to ask.
    NothingToPay,
    /// Its template cannot be filled: the file, the line, and what is the matter.
    InvalidTemplate(String, usize, String),
}

impl LetterRefusal {
    /// That a template cannot be filled.
    pub fn from_template_fault(template: &Template, fault: &TemplateFault) -> Self {
        let line = fault.line_number(template.text());
        Self::InvalidTemplate(template.file_name(), line, fault.message.clone())
    }

    /// Whether somebody may want the letter all the same (`--even-so`).
    pub const fn can_be_overridden(&self) -> bool {
        matches!(self, Self::BankStale(_) | Self::Unallocated(_))
    }

    /// What is the matter, and what to do.
    pub fn message(&self, language: &Language) -> String {
        let say = &language.phrases.letter.list.refusal;
        match self {
            Self::NoBusinessName => say.no_business_name.to_owned(),
            Self::NoIban => say.no_iban.to_owned(),
            Self::NoName => say.no_name.to_owned(),
            Self::NoAddress => say.no_address.to_owned(),
            Self::NoEmail => say.no_email.to_owned(),
            Self::NoChannel => say.no_channel.to_owned(),
            Self::NoLanguage => say.no_language.to_owned(),
            Self::NoLetter(name) => (say.no_letter)(name, &built_in_step_letters()),
            Self::BankStale(through) => (say.bank_stale)(*through),
            Self::Unallocated(amount) => (say.unallocated)(amount),
            Self::FeeNotAllowed(stage, fee) => (say.fee_not_allowed)(stage, fee),
            Self::ChargesNotOwed(invoice, amount) => (say.charges_not_owed)(invoice, amount),
            Self::NotCalculable(invoice) => (say.not_calculable)(invoice),
            Self::NothingToPay => say.nothing_to_pay.to_owned(),
            Self::InvalidTemplate(file, line, message) => {
                (say.invalid_template)(file, *line, message)
            }
        }
    }
}

/// The letters of steps that are built in.
fn built_in_step_letters() -> String {
    let steps = BUILT_IN_TEMPLATES.iter();
    let steps = steps.filter(|letter| letter.variable_set == VariableSet::Step);
    steps
        .map(|letter| letter.name)
        .collect::<Vec<_>>()
        .join(", ")
}
