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
    about: "what should be owed at the end of this day",
    dutch: &["saldo", "balans"],
    kind: DirectiveKind::Contact,
    slots: &[
        optional(&[ArgumentForm::Customer]),
        one(&[ArgumentForm::Balance]),
    ],
    keys: &[],
};

/// The typed node of a `balance` entry.
#[derive(Clone, Debug, PartialEq)]
pub struct BalanceEntry<'t> {
    /// The customer whose balance is asserted; `None` means all customers together.
    pub customer: Option<Id<'t>>,
    /// The amount owed at the end of the day; negative where money on account exceeds it.
    pub amount: Spanned<Amount>,
}

impl<'t> BalanceEntry<'t> {
    /// Builds the typed node from an entry that was read. Returns `None` where its header could not be read completely.
    pub fn read(fields: EntryFields<'_, 't>) -> Option<Self> {
        Some(Self {
            customer: fields.customer(),
            amount: fields.amount()?,
        })
    }

    /// Prints the arguments, in the order of the table.
    pub fn print(&self, out: &mut Printer) {
        out.customer(self.customer);
        out.argument(Some(self.amount.node));
    }
}
