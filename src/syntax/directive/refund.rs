//! `refund`: money on account, paid back.

use super::payment::UNKNOWN_PAYER;
use crate::syntax::clause::Clause;
use crate::syntax::entry::Amount;
use crate::syntax::entry_fields::{EntryFields, Id};
use crate::syntax::keyword::Keyword;
use crate::syntax::print::Printer;
use crate::syntax::table::{ArgumentForm, Directive, DirectiveKind, one, optional, with_clause};
use crate::text::span::Spanned;
use chrono::NaiveDate;

/// `refund = "refund" , ( customer | "unknown" ) , amount , [ "of" , date ] ;`
pub static REFUND: Directive = Directive {
    keyword: Keyword::Refund,
    about: "money on account, paid back",
    dutch: &["terugbetaling", "terugbetaald", "restitutie", "teruggaaf"],
    kind: DirectiveKind::Money,
    slots: &[
        one(&[ArgumentForm::Customer, ArgumentForm::Word(&[UNKNOWN_PAYER])]),
        one(&[ArgumentForm::Amount]),
        with_clause(Clause::Of, optional(&[ArgumentForm::Date])),
    ],
    keys: &[],
};

/// The typed node of a `refund` entry.
#[derive(Clone, Debug, PartialEq)]
pub struct RefundEntry<'t> {
    /// The customer whose money is paid back; `None` where nobody knows whose it was (`unknown`).
    pub customer: Option<Id<'t>>,
    /// The amount paid back.
    pub amount: Spanned<Amount>,
    /// The day of the payment that is paid back; `None` means the oldest money on account.
    pub of: Option<NaiveDate>,
}

impl<'t> RefundEntry<'t> {
    /// Builds the typed node from an entry that was read. Returns `None` where its header could not be read completely.
    pub fn read(fields: EntryFields<'_, 't>) -> Option<Self> {
        Some(Self {
            customer: fields.customer(),
            amount: fields.amount()?,
            of: fields.date_behind(Clause::Of),
        })
    }

    /// Prints the arguments and details, in the order of the table.
    pub fn print(&self, out: &mut Printer) {
        out.customer(self.customer);
        out.argument(self.customer.is_none().then_some(UNKNOWN_PAYER));
        out.argument(Some(self.amount.node));
        out.clause(Clause::Of, self.of);
    }
}
