//! `return`: invoices are taken back from an agency, a lawyer or a court.

use crate::syntax::entry_fields::{EntryFields, Id, InvoiceIds};
use crate::syntax::keyword::Keyword;
use crate::syntax::print::Printer;
use crate::syntax::table::{ArgumentForm, Directive, DirectiveKind, one_or_more, optional};

/// `return = "return" , invoice , { invoice } , [ customer ] ;`
pub static RETURN: Directive = Directive {
    keyword: Keyword::Return,
    word: Keyword::Return.word(),
    about: "taken back from an agency, a lawyer or a court",
    dutch: &["retour", "teruggenomen"],
    kind: DirectiveKind::Contact,
    slots: &[
        one_or_more(&[ArgumentForm::Invoice]),
        optional(&[ArgumentForm::Customer]),
    ],
    keys: &[],
};

/// The typed node of a `return` entry.
#[derive(Clone, Debug, PartialEq)]
pub struct ReturnEntry<'t> {
    /// The invoices that are taken back.
    pub invoices: InvoiceIds<'t>,
    /// The customer who owes the invoices; `None` where the entry does not name them.
    pub customer: Option<Id<'t>>,
}

impl<'t> ReturnEntry<'t> {
    /// Builds the typed node from an entry that was read. Returns `None` where its header could not be read completely.
    pub fn read(fields: EntryFields<'_, 't>) -> Option<Self> {
        Some(Self {
            invoices: fields.invoices(),
            customer: fields.customer(),
        })
    }

    /// Prints the arguments and details, in the order of the table.
    pub fn print(&self, out: &mut Printer) {
        out.invoices(&self.invoices);
        out.customer(self.customer);
    }
}
