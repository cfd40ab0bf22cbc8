//! Why a letter is not written.

use super::letter_input::LetterInput;
use crate::journal::model::{Customer, InvoiceIx, Journal};
use crate::policy::jurisdiction::law::Law;
use crate::value::channel::Channel;
use crate::value::key_name::KeyName;
use crate::value::money::Money;
use chrono::NaiveDate;

/// Why a letter is not written.
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
    /// The customer wants neither mail nor post.
    NoChannel,
    /// Nothing says in which language to write.
    NoLanguage,
    /// The step has a letter that is neither built in nor one of the user's own in that language.
    NoLetter(String),
    /// Bank data end on a day that is too long ago.
    BankStale(Option<NaiveDate>),
    /// Money of the customer waits that nobody placed.
    Unallocated(Money),
    /// The step has a fee, and a consumer owes none before the letter that this law asks for has run out; `None` where
    /// no law is known that allows one.
    FeeNotAllowed(String, Money, Option<&'static Law>),
    /// Charges are written on an invoice that may not be asked: the invoice, and how much.
    ChargesNotOwed(String, Money),
    /// What may be asked cannot be reckoned for an invoice.
    NotCalculable(String),
    /// Nothing is left to ask.
    NothingToPay,
    /// Its template cannot be filled: the file, the line, and what is the matter.
    InvalidTemplate(String, usize, String),
}

impl LetterRefusal {
    /// Charges on an invoice that may not be asked.
    pub fn charge_not_owed(journal: &Journal, invoice: InvoiceIx, amount: Money) -> Self {
        let number = journal.invoice_no(invoice).to_owned();
        Self::ChargesNotOwed(number, amount)
    }

    /// Whether `--even-so` writes the letter all the same.
    pub const fn can_be_overridden(&self) -> bool {
        matches!(self, Self::BankStale(_) | Self::Unallocated(_))
    }
}

/// What is missing of both to write by some channels.
pub fn find_missing_fields(
    journal: &Journal,
    customer: &Customer,
    channels: &[Channel],
) -> Vec<LetterRefusal> {
    let business_lacks = |key| journal.business_value(key).is_none();
    let lacks = |key| customer.value(key).is_none();
    let by = |way: Channel| channels.contains(&way);
    let no_address = by(Channel::Post) && lacks(KeyName::Address);
    let no_email = by(Channel::Email) && lacks(KeyName::Email);
    let checks = [
        (business_lacks(KeyName::Name), LetterRefusal::NoBusinessName),
        (business_lacks(KeyName::Iban), LetterRefusal::NoIban),
        (lacks(KeyName::Name), LetterRefusal::NoName),
        (no_address, LetterRefusal::NoAddress),
        (no_email, LetterRefusal::NoEmail),
    ];
    let missing = checks.into_iter().filter(|(missing, _)| *missing);
    missing.map(|(_, refusal)| refusal).collect()
}

/// Charges that the books claim and the law does not: a letter must not ask for them, nor tell money that paid them as
/// if it had not come.
pub fn find_charges_not_owed(
    input: &LetterInput<'_, '_>,
    invoices: &[InvoiceIx],
) -> Vec<LetterRefusal> {
    let (journal, dunning) = (input.journal(), input.dunning());
    let mut invoices = invoices.to_vec();
    invoices.sort_unstable();
    invoices.dedup();
    let refused = invoices.into_iter().filter_map(|invoice| {
        let amount = dunning.charges_not_owed_on(invoice);
        let amount = Money::new(amount, journal.invoices[invoice].currency);
        let is_asked = amount.minor.is_positive();
        is_asked.then(|| LetterRefusal::charge_not_owed(journal, invoice, amount))
    });
    refused.collect()
}
