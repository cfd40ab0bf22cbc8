//! `settle`: less is accepted as full, if it comes in time.

use crate::syntax::clause::Clause;
use crate::syntax::entry::Amount;
use crate::syntax::entry_fields::{EntryFields, Id};
use crate::syntax::keyword::Keyword;
use crate::syntax::print::Printer;
use crate::syntax::table::{ArgumentForm, Directive, DirectiveKind, one, optional, with_clause};
use crate::text::span::Spanned;
use chrono::NaiveDate;

/// `settle = "settle" , invoice , [ customer ] , amount , "by" , date ;`
pub static SETTLE: Directive = Directive {
    keyword: Keyword::Settle,
    about: "accept less as full, if it comes in time",
    dutch: &["schikking", "schikken"],
    kind: DirectiveKind::Money,
    slots: &[
        one(&[ArgumentForm::Invoice]),
        optional(&[ArgumentForm::Customer]),
        one(&[ArgumentForm::Amount]),
        with_clause(Clause::By, one(&[ArgumentForm::Date])),
    ],
    keys: &[],
};

/// The typed node of a `settle` entry.
#[derive(Clone, Debug, PartialEq)]
pub struct SettleEntry<'t> {
    /// The invoice that is settled.
    pub invoice: Id<'t>,
    /// The customer who owes the invoice; `None` where the entry does not name them.
    pub customer: Option<Id<'t>>,
    /// The amount accepted as full payment.
    pub amount: Spanned<Amount>,
    /// The last day on which the amount may come in.
    pub by: NaiveDate,
}

impl<'t> SettleEntry<'t> {
    /// Builds the typed node from an entry that was read. Returns `None` where its header could not be read completely.
    pub fn read(fields: EntryFields<'_, 't>) -> Option<Self> {
        Some(Self {
            invoice: fields.invoice()?,
            customer: fields.customer(),
            amount: fields.amount()?,
            by: fields.date_behind(Clause::By)?,
        })
    }

    /// Prints the arguments and details, in the order of the table.
    pub fn print(&self, out: &mut Printer) {
        out.invoice(Some(self.invoice));
        out.customer(self.customer);
        out.argument(Some(self.amount.node));
        out.clause(Clause::By, Some(self.by));
    }
}
