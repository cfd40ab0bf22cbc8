//! `milestone`: a part of the work is done, and what is due then falls due.

use crate::syntax::entry_fields::{EntryFields, Id, InvoiceIds, SpannedText};
use crate::syntax::keyword::Keyword;
use crate::syntax::print::Printer;
use crate::syntax::table::{ArgumentForm, Directive, DirectiveKind, one, one_or_more, optional};

/// `milestone = "milestone" , name , invoice , { invoice } , [ customer ] ;`
pub static MILESTONE: Directive = Directive {
    keyword: Keyword::Milestone,
    about: "a part of the work is done: what waits for it is due",
    dutch: &["mijlpaal"],
    kind: DirectiveKind::Contact,
    slots: &[
        one(&[ArgumentForm::Name]),
        one_or_more(&[ArgumentForm::Invoice]),
        optional(&[ArgumentForm::Customer]),
    ],
    keys: &[],
};

/// The typed node of a `milestone` entry.
#[derive(Clone, Debug, PartialEq)]
pub struct MilestoneEntry<'t> {
    /// The name of the milestone, as in the `due:` lines that wait for it.
    pub name: SpannedText<'t>,
    /// The invoices of which it is a part.
    pub invoices: InvoiceIds<'t>,
    /// The customer who owes the invoices; `None` where the entry does not name them.
    pub customer: Option<Id<'t>>,
}

impl<'t> MilestoneEntry<'t> {
    /// Builds the typed node from an entry that was read. Returns `None` where its header could not be read completely.
    pub fn read(fields: EntryFields<'_, 't>) -> Option<Self> {
        Some(Self {
            name: fields.name()?,
            invoices: fields.invoices(),
            customer: fields.customer(),
        })
    }

    /// Prints the arguments and details, in the order of the table.
    pub fn print(&self, out: &mut Printer) {
        out.name(Some(self.name));
        out.invoices(&self.invoices);
        out.customer(self.customer);
    }
}
