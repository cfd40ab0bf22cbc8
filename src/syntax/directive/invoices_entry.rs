//! The typed node of `release`, `return` and `void`, which name invoices or a customer, and nothing else.

use crate::syntax::entry_fields::{EntryFields, Id, InvoiceIds};
use crate::syntax::print::Printer;

/// The typed node of an entry that says which invoices it is about, and nothing else.
#[derive(Clone, Debug, PartialEq)]
pub struct InvoicesEntry<'t> {
    /// The invoices; empty means all of the customer, where the keyword allows that.
    pub invoices: InvoiceIds<'t>,
    /// The customer who owes them; `None` where the entry does not name them.
    pub customer: Option<Id<'t>>,
}

impl<'t> InvoicesEntry<'t> {
    /// Builds the typed node from an entry that was read. Returns `None` where its header could not be read completely.
    pub fn read(fields: EntryFields<'_, 't>) -> Option<Self> {
        Some(Self {
            invoices: fields.invoices(),
            customer: fields.customer(),
        })
    }

    /// Prints the arguments, in the order of the table.
    pub fn print(&self, out: &mut Printer) {
        out.invoices(&self.invoices);
        out.customer(self.customer);
    }
}
