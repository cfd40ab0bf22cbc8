//! `apply`: money on account is used for an invoice.

use crate::syntax::clause::Clause;
use crate::syntax::entry::Amount;
use crate::syntax::entry_fields::{EntryFields, Id};
use crate::syntax::keyword::Keyword;
use crate::syntax::print::Printer;
use crate::syntax::table::{ArgumentForm, Directive, DirectiveKind, one, optional, with_clause};
use crate::text::span::Spanned;
use chrono::NaiveDate;

/// `apply = "apply" , [ customer ] , amount , "for" , invoice , [ "of" , date ] ;`
pub static APPLY: Directive = Directive {
    keyword: Keyword::Apply,
    about: "use money on account for an invoice",
    dutch: &["verreken", "verrekening"],
    kind: DirectiveKind::Money,
    slots: &[
        optional(&[ArgumentForm::Customer]),
        one(&[ArgumentForm::Amount]),
        with_clause(Clause::For, one(&[ArgumentForm::Invoice])),
        with_clause(Clause::Of, optional(&[ArgumentForm::Date])),
    ],
    keys: &[],
};

/// The typed node of an `apply` entry.
#[derive(Clone, Debug, PartialEq)]
pub struct ApplyEntry<'t> {
    /// The customer whose money is used; `None` means the one who owes the invoice.
    pub customer: Option<Id<'t>>,
    /// The amount taken from the money on account.
    pub amount: Spanned<Amount>,
    /// The invoice that the money is used for.
    pub invoice: Id<'t>,
    /// The day of the payment that is used; `None` means the oldest money on account.
    pub of: Option<NaiveDate>,
}

impl<'t> ApplyEntry<'t> {
    /// Builds the typed node from an entry that was read. Returns `None` where its header could not be read completely.
    pub fn read(fields: EntryFields<'_, 't>) -> Option<Self> {
        Some(Self {
            customer: fields.customer(),
            amount: fields.amount()?,
            invoice: fields.invoice_behind(Clause::For)?,
            of: fields.date_behind(Clause::Of),
        })
    }

    /// Prints the arguments, in the order of the table.
    pub fn print(&self, out: &mut Printer) {
        out.customer(self.customer);
        out.argument(Some(self.amount.node));
        out.clause_invoice(Clause::For, Some(self.invoice));
        out.clause(Clause::Of, self.of);
    }
}
