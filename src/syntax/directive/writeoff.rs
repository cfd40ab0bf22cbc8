//! `writeoff`: what is open is given up, or a part of it.

use crate::syntax::entry::Amount;
use crate::syntax::entry_fields::{EntryFields, Id};
use crate::syntax::keyword::Keyword;
use crate::syntax::print::Printer;
use crate::syntax::table::{ArgumentForm, Directive, DirectiveKind, one, optional};
use crate::text::span::Spanned;

/// `writeoff = "writeoff" , invoice , [ customer ] , [ amount ] ;`
pub static WRITEOFF: Directive = Directive {
    keyword: Keyword::Writeoff,
    about: "give up what is open, or a part of it",
    dutch: &[
        "afschrijving",
        "afboeken",
        "afboeking",
        "afgeboekt",
        "oninbaar",
    ],
    kind: DirectiveKind::Money,
    slots: &[
        one(&[ArgumentForm::Invoice]),
        optional(&[ArgumentForm::Customer]),
        optional(&[ArgumentForm::Amount]),
    ],
    keys: &[],
};

/// The typed node of a `writeoff` entry.
#[derive(Clone, Debug, PartialEq)]
pub struct WriteoffEntry<'t> {
    /// The invoice that is written off.
    pub invoice: Id<'t>,
    /// The customer who owes the invoice; `None` where the entry does not name them.
    pub customer: Option<Id<'t>>,
    /// The amount written off; `None` means all that is open.
    pub amount: Option<Spanned<Amount>>,
}

impl<'t> WriteoffEntry<'t> {
    /// Builds the typed node from an entry that was read. Returns `None` where its header could not be read completely.
    pub fn read(fields: EntryFields<'_, 't>) -> Option<Self> {
        Some(Self {
            invoice: fields.invoice()?,
            customer: fields.customer(),
            amount: fields.amount(),
        })
    }

    /// Prints the arguments and details, in the order of the table.
    pub fn print(&self, out: &mut Printer) {
        out.invoice(Some(self.invoice));
        out.customer(self.customer);
        out.argument(self.amount.map(|amount| amount.node));
    }
}
