//! `skip`: a stage is left out, for a reason.

use crate::syntax::entry_fields::{EntryFields, Id, InvoiceIds, SpannedText};
use crate::syntax::keyword::Keyword;
use crate::syntax::print::Printer;
use crate::syntax::table::{ArgumentForm, Directive, DirectiveKind, one, one_or_more, optional};

/// `skip = "skip" , name , invoice , { invoice } , [ customer ] ;`
pub static SKIP: Directive = Directive {
    keyword: Keyword::Skip,
    about: "leave a stage out, for a reason",
    dutch: &["overslaan"],
    kind: DirectiveKind::Contact,
    slots: &[
        one(&[ArgumentForm::Name]),
        one_or_more(&[ArgumentForm::Invoice]),
        optional(&[ArgumentForm::Customer]),
    ],
    keys: &[],
};

/// The typed node of a `skip` entry.
#[derive(Clone, Debug, PartialEq)]
pub struct SkipEntry<'t> {
    /// The name of the stage.
    pub stage: SpannedText<'t>,
    /// The invoices for which it is left out.
    pub invoices: InvoiceIds<'t>,
    /// The customer who owes the invoices; `None` where the entry does not name them.
    pub customer: Option<Id<'t>>,
}

impl<'t> SkipEntry<'t> {
    /// Builds the typed node from an entry that was read. Returns `None` where its header could not be read completely.
    pub fn read(fields: EntryFields<'_, 't>) -> Option<Self> {
        Some(Self {
            stage: fields.name()?,
            invoices: fields.invoices(),
            customer: fields.customer(),
        })
    }

    /// Prints the arguments and details, in the order of the table.
    pub fn print(&self, out: &mut Printer) {
        out.name(Some(self.stage));
        out.invoices(&self.invoices);
        out.customer(self.customer);
    }
}
