//! `fee`, `costs`, `interest`: what is claimed beside an invoice.

use crate::syntax::entry::Amount;
use crate::syntax::entry_fields::{EntryFields, Id};
use crate::syntax::keyword::Keyword;
use crate::syntax::print::Printer;
use crate::syntax::table::{ArgumentForm, Directive, DirectiveKind, Slot, one, optional};
use crate::text::span::Spanned;

const SLOTS: &[Slot] = &[
    one(&[ArgumentForm::Invoice]),
    optional(&[ArgumentForm::Customer]),
    one(&[ArgumentForm::Amount]),
];

const fn charge(
    keyword: Keyword,
    about: &'static str,
    dutch: &'static [&'static str],
) -> Directive {
    Directive {
        keyword,
        about,
        dutch,
        kind: DirectiveKind::Money,
        slots: SLOTS,
        keys: &[],
    }
}

/// `fee = "fee" , invoice , [ customer ] , amount ;`
pub static FEE: Directive = charge(
    Keyword::Fee,
    "a fee claimed beside an invoice",
    &["aanmaningskosten", "boete", "toeslag"],
);
/// `costs = "costs" , invoice , [ customer ] , amount ;`
pub static COSTS: Directive = charge(
    Keyword::Costs,
    "collection costs claimed beside an invoice",
    &["incassokosten", "kosten"],
);
/// `interest = "interest" , invoice , [ customer ] , amount ;`
pub static INTEREST: Directive = charge(
    Keyword::Interest,
    "late interest claimed beside an invoice",
    &["rente"],
);

/// The typed node of a `fee`, `costs` or `interest` entry.
#[derive(Clone, Debug, PartialEq)]
pub struct ChargeEntry<'t> {
    /// The invoice that the charge belongs to.
    pub invoice: Id<'t>,
    /// The customer who owes the invoice; `None` where the entry does not name them.
    pub customer: Option<Id<'t>>,
    /// The amount of the charge, above zero.
    pub amount: Spanned<Amount>,
}

impl<'t> ChargeEntry<'t> {
    /// Builds the typed node from an entry that was read. Returns `None` where its header could not be read completely.
    pub fn read(fields: EntryFields<'_, 't>) -> Option<Self> {
        Some(Self {
            invoice: fields.invoice()?,
            customer: fields.customer(),
            amount: fields.amount()?,
        })
    }

    /// Prints the arguments, in the order of the table.
    pub fn print(&self, out: &mut Printer) {
        out.invoice(Some(self.invoice));
        out.customer(self.customer);
        out.argument(Some(self.amount.node));
    }
}
