//! `bank-through`: all money received up to a day is in the journal.

use crate::syntax::entry::Amount;
use crate::syntax::entry_fields::{EntryFields, SpannedText};
use crate::syntax::keyword::Keyword;
use crate::syntax::print::Printer;
use crate::syntax::table::KeyValue::{Slots, Text};
use crate::syntax::table::{ArgumentForm, Directive, DirectiveKind, key, one};
use crate::text::span::Spanned;
use crate::value::key_name::KeyName;

/// `bank-through = "bank-through" ;` with `bank-through-key = "iban" , ":" , text | "balance" , ":" , balance-amount ;`
pub static BANK_THROUGH: Directive = Directive {
    keyword: Keyword::BankThrough,
    about: "all money received up to this day is in the journal",
    dutch: &["bank-tot", "bankstand"],
    kind: DirectiveKind::Contact,
    slots: &[],
    keys: &[
        key(KeyName::Iban, Text, "the account of ours that is meant"),
        key(
            KeyName::Balance,
            Slots(&[one(&[ArgumentForm::Balance])]),
            "what the account holds at the end of this day",
        ),
    ],
};

/// The typed node of a `bank-through` entry.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BankThroughEntry<'t> {
    /// The bank account of the business that is meant; `None` means all of its accounts.
    pub iban: Option<SpannedText<'t>>,
    /// The closing balance of the bank statement of that day; `None` where the line is missing.
    pub balance: Option<Spanned<Amount>>,
}

impl<'t> BankThroughEntry<'t> {
    /// Builds the typed node from an entry that was read.
    pub fn read(fields: EntryFields<'_, 't>) -> Option<Self> {
        Some(Self {
            iban: fields.text_of(KeyName::Iban),
            balance: fields.amount_of(KeyName::Balance),
        })
    }

    /// Prints the details, in the order of the table.
    pub fn print(&self, out: &mut Printer) {
        out.text(KeyName::Iban, self.iban);
        out.key(KeyName::Balance, self.balance.map(|amount| amount.node));
    }
}
