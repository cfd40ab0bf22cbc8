//! `void`: an invoice that was wrong, or a number never used.

use crate::syntax::entry_fields::{EntryFields, Id, InvoiceIds};
use crate::syntax::keyword::Keyword;
use crate::syntax::print::Printer;
use crate::syntax::table::{ArgumentForm, Directive, DirectiveKind, one_or_more, optional};

/// `void = "void" , invoice , { invoice } , [ customer ] ;`
pub static VOID: Directive = Directive {
    keyword: Keyword::Void,
    word: Keyword::Void.word(),
    about: "an invoice that was wrong, or a number never used",
    dutch: &["vervallen", "geannuleerd"],
    kind: DirectiveKind::Money,
    slots: &[
        one_or_more(&[ArgumentForm::Invoice]),
        optional(&[ArgumentForm::Customer]),
    ],
    keys: &[],
};

/// The typed node of a `void` entry.
#[derive(Clone, Debug, PartialEq)]
pub struct VoidEntry<'t> {
    /// The numbers of the invoices.
    pub invoices: InvoiceIds<'t>,
    /// The customer whose invoices they were; `None` where the entry does not name them.
    pub customer: Option<Id<'t>>,
}

impl<'t> VoidEntry<'t> {
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
