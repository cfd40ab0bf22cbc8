//! `waive`: a charge is no longer claimed.

use crate::syntax::entry::Amount;
use crate::syntax::entry_fields::{EntryFields, Id};
use crate::syntax::keyword::Keyword;
use crate::syntax::print::Printer;
use crate::syntax::table::{ArgumentForm, Directive, DirectiveKind, one, optional};
use crate::text::span::Spanned;
use crate::value::vocabulary::Charge;

/// `waive = "waive" , invoice , [ customer ] , amount , [ "costs" | "fee" | "interest" ] ;`
pub static WAIVE: Directive = Directive {
    keyword: Keyword::Waive,
    about: "no longer claim a charge",
    dutch: &["kwijtschelden", "kwijtschelding", "coulance"],
    kind: DirectiveKind::Money,
    slots: &[
        one(&[ArgumentForm::Invoice]),
        optional(&[ArgumentForm::Customer]),
        one(&[ArgumentForm::Amount]),
        optional(&[ArgumentForm::Word(Charge::WORDS)]),
    ],
    keys: &[],
};

/// The typed node of a `waive` entry.
#[derive(Clone, Debug, PartialEq)]
pub struct WaiveEntry<'t> {
    /// The invoice that the charge belongs to.
    pub invoice: Id<'t>,
    /// The customer who owes the invoice; `None` where the entry does not name them.
    pub customer: Option<Id<'t>>,
    /// The amount that is no longer claimed.
    pub amount: Spanned<Amount>,
    /// The charge that is waived; `None` means costs first, then fee, then interest.
    pub charge: Option<Charge>,
}

impl<'t> WaiveEntry<'t> {
    /// Builds the typed node from an entry that was read. Returns `None` where its header could not be read completely.
    pub fn read(fields: EntryFields<'_, 't>) -> Option<Self> {
        Some(Self {
            invoice: fields.invoice()?,
            customer: fields.customer(),
            amount: fields.amount()?,
            charge: fields.word().and_then(Charge::from_word),
        })
    }

    /// Prints the arguments and details, in the order of the table.
    pub fn print(&self, out: &mut Printer) {
        out.invoice(Some(self.invoice));
        out.customer(self.customer);
        out.argument(Some(self.amount.node));
        out.argument(self.charge.map(Charge::word));
    }
}
