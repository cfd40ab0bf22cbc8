//! `delivered`: work was done or goods went out, and no invoice is written for it yet.

use crate::syntax::entry::Amount;
use crate::syntax::entry_fields::{EntryFields, Id};
use crate::syntax::keyword::Keyword;
use crate::syntax::print::Printer;
use crate::syntax::table::{ArgumentForm, Directive, DirectiveKind, one, optional};

/// `delivered = "delivered" , customer , [ amount ] ;`
pub static DELIVERED: Directive = Directive {
    keyword: Keyword::Delivered,
    about: "work done or goods delivered, to be invoiced",
    dutch: &["geleverd", "levering", "opgeleverd", "oplevering"],
    kind: DirectiveKind::Contact,
    slots: &[
        one(&[ArgumentForm::Customer]),
        optional(&[ArgumentForm::Amount]),
    ],
    keys: &[],
};

/// The typed node of a `delivered` entry.
#[derive(Clone, Debug, PartialEq)]
pub struct DeliveryEntry<'t> {
    /// Who got it.
    pub customer: Id<'t>,
    /// What will be invoiced, VAT included; `None` where the entry does not say.
    pub amount: Option<Amount>,
}

impl<'t> DeliveryEntry<'t> {
    /// Builds the typed node from an entry that was read. Returns `None` where its header could not be read completely.
    pub fn read(fields: EntryFields<'_, 't>) -> Option<Self> {
        Some(Self {
            customer: fields.customer()?,
            amount: fields.amount().map(|amount| amount.node),
        })
    }

    /// Prints the arguments, in the order of the table.
    pub fn print(&self, out: &mut Printer) {
        out.customer(Some(self.customer));
        out.argument(self.amount);
    }
}
