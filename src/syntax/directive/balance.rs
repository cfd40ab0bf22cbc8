//! `balance`: what should be owed at the end of a day.

use crate::syntax::entry::Amount;
use crate::syntax::entry_fields::{EntryFields, Id};
use crate::syntax::keyword::Keyword;
use crate::syntax::print::Printer;
use crate::syntax::table::{ArgumentForm, Directive, DirectiveKind, one, optional};
use crate::text::span::Spanned;

/// `balance = "balance" , [ customer ] , balance-amount ;`
pub static BALANCE: Directive = Directive {
    keyword: Keyword::Balance,
    word: Keyword::Balance.word(),
    about: "what should be owed at the end of this day",
    dutch: &["saldo", "balans"],
    kind: DirectiveKind::Contact,
    slots: &[
        optional(&[ArgumentForm::Customer]),
        one(&[ArgumentForm::Balance]),
    ],
    keys: &[],
};

/// What a `balance` entry says.
#[derive(Clone, Debug, PartialEq)]
pub struct BalanceEntry<'t> {
    /// Of whom; `None`: of all.
    pub customer: Option<Id<'t>>,
    /// How much is owed; below zero where money of the customer waits.
    pub amount: Spanned<Amount>,
}

impl<'t> BalanceEntry<'t> {
    /// The node of an entry; `None` where its header could not be read whole.
    pub fn read(fields: EntryFields<'_, 't>) -> Option<Self> {
        Some(Self {
            customer: fields.customer(),
            amount: fields.amount()?,
        })
    }

    /// Its arguments, in the order of the table.
    pub fn print(&self, out: &mut Printer) {
        out.customer(self.customer);
        out.argument(Some(self.amount.node));
    }
}
