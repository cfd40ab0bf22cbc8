//! Why a letter is not written.

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
    /// Nothing says in which language to write.
    NoLanguage,
    /// The step names a letter that is not built in.
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
}

impl Refusal {
    /// Whether somebody may want the letter all the same (`--even-so`).
    pub const fn may_pass(&self) -> bool {
        matches!(self, Self::BankStale(_) | Self::Unplaced(_))
    }

    /// What is the matter, and what to do.
    pub fn told(&self) -> String {
        match self {
            Self::NoBusinessName => "nobody signs it: write `name:` under `business`".to_owned(),
            Self::NoIban => "no account to pay to: write `iban:` under `business`".to_owned(),
            Self::NoName => "the customer has no name: write `name:`".to_owned(),
            Self::NoAddress => {
                "it goes by post, and the customer has no address: write `address:`".to_owned()
            }
            Self::NoMail => {
                "it goes by email, and the customer has no such address: write `email:`".to_owned()
            }
            Self::NoLanguage => {
                "no language to write in: write `language:` under the customer or under `business`"
                    .to_owned()
            }
            Self::NoLetter(name) => format!(
                "there is no letter `{name}`; built in are {}",
                super::form::BUILT_IN.join(", ")
            ),
            Self::BankStale(through) => {
                let end = through.map_or_else(|| "long ago".to_owned(), |day| format!("on {day}"));
                format!(
                    "bank data end {end}: enter what came in and write `bank-through` (`--even-so` writes it all the same)"
                )
            }
            Self::Unplaced(amount) => format!(
                "{amount} of this customer waits that nobody placed: say what it is for (`--even-so` writes it all the same)"
            ),
            Self::FeeOfConsumer(stage, fee) => format!(
                "its step `{stage}` has a fee of {fee}, and a consumer owes none before a fourteen-day letter has run \
                 out: give the customer a policy without, or write `kind: business` where that is so"
            ),
            Self::NotOwed(invoice, amount) => format!(
                "{amount} of the charges on #{invoice} may not be asked of this customer (`tegoed claim {invoice}` \
                 says why): waive it"
            ),
            Self::NotReckoned(invoice) => {
                format!(
                    "what may be asked for #{invoice} cannot be reckoned: `tegoed claim {invoice}` says why"
                )
            }
            Self::NothingLeft => "all of it is in dispute: there is nothing to ask".to_owned(),
        }
    }
}
