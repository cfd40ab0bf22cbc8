//! `release`: a hold or a plan ends.

use crate::syntax::directive::contact::WHOM;
use crate::syntax::entry_fields::{EntryFields, Id, InvoiceIds};
use crate::syntax::keyword::Keyword;
use crate::syntax::print::Printer;
use crate::syntax::table::{Directive, DirectiveKind};

/// `release = "release" , { invoice } , [ customer ] ;`
pub static RELEASE: Directive = Directive {
    keyword: Keyword::Release,
    word: Keyword::Release.word(),
    about: "a hold or a plan ends",
    dutch: &["vrijgeven", "hervatten"],
    kind: DirectiveKind::Contact,
    slots: WHOM,
    keys: &[],
};

/// The typed node of a `release` entry.
#[derive(Clone, Debug, PartialEq)]
pub struct ReleaseEntry<'t> {
    /// The invoices that are released; empty means all invoices of the customer.
    pub invoices: InvoiceIds<'t>,
    /// The customer; `None` where the entry does not name them.
    pub customer: Option<Id<'t>>,
}

impl<'t> ReleaseEntry<'t> {
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
