//! `dispute`: the customer contests an invoice, or a part of it.

use crate::syntax::directive::contact::FOLLOW_UP;
use crate::syntax::entry::Amount;
use crate::syntax::entry_fields::{EntryFields, Id};
use crate::syntax::keyword::Keyword;
use crate::syntax::print::Printer;
use crate::syntax::table::{ArgumentForm, Directive, DirectiveKind, one, optional};
use crate::text::span::Spanned;
use crate::value::key_name::KeyName;
use chrono::NaiveDate;

/// `dispute = "dispute" , invoice , [ customer ] , [ amount ] ;`
///
/// `dispute-key = "follow-up" , ":" , date ;`
pub static DISPUTE: Directive = Directive {
    keyword: Keyword::Dispute,
    about: "the customer contests an invoice, or a part of it",
    dutch: &["betwisting", "klacht", "reclamatie", "geschil"],
    kind: DirectiveKind::Contact,
    slots: &[
        one(&[ArgumentForm::Invoice]),
        optional(&[ArgumentForm::Customer]),
        optional(&[ArgumentForm::Amount]),
    ],
    keys: &[FOLLOW_UP],
};

/// The typed node of a `dispute` entry.
#[derive(Clone, Debug, PartialEq)]
pub struct DisputeEntry<'t> {
    /// The invoice that is contested.
    pub invoice: Id<'t>,
    /// The customer who owes the invoice; `None` where the entry does not name them.
    pub customer: Option<Id<'t>>,
    /// The amount contested; `None` means the whole invoice.
    pub amount: Option<Spanned<Amount>>,
    /// The day on which to look at the matter again (`follow-up:`); `None` where the line is missing.
    pub follow_up: Option<NaiveDate>,
}

impl<'t> DisputeEntry<'t> {
    /// Builds the typed node from an entry that was read. Returns `None` where its header could not be read completely.
    pub fn read(fields: EntryFields<'_, 't>) -> Option<Self> {
        Some(Self {
            invoice: fields.invoice()?,
            customer: fields.customer(),
            amount: fields.amount(),
            follow_up: fields.date_of(KeyName::FollowUp),
        })
    }

    /// Prints the arguments and details, in the order of the table.
    pub fn print(&self, out: &mut Printer) {
        out.invoice(Some(self.invoice));
        out.customer(self.customer);
        out.argument(self.amount.map(|amount| amount.node));
        out.key(KeyName::FollowUp, self.follow_up);
    }
}
