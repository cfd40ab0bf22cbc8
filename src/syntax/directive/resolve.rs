//! `resolve`: a dispute ended.

use crate::syntax::entry::Amount;
use crate::syntax::entry_fields::{EntryFields, Id};
use crate::syntax::keyword::Keyword;
use crate::syntax::print::Printer;
use crate::syntax::table::{ArgumentForm, Directive, DirectiveKind, one, optional};
use crate::text::span::Spanned;
use crate::value::vocabulary::DisputeOutcome;

/// `resolve = "resolve" , invoice , [ customer ] , ( "upheld" | "rejected" | "withdrawn" | "settled" ) , [ amount ] ;`
pub static RESOLVE: Directive = Directive {
    keyword: Keyword::Resolve,
    about: "a dispute ended",
    dutch: &["opgelost", "afgehandeld"],
    kind: DirectiveKind::Contact,
    slots: &[
        one(&[ArgumentForm::Invoice]),
        optional(&[ArgumentForm::Customer]),
        one(&[ArgumentForm::Word(DisputeOutcome::WORDS)]),
        optional(&[ArgumentForm::Amount]),
    ],
    keys: &[],
};

/// The typed node of a `resolve` entry.
#[derive(Clone, Debug, PartialEq)]
pub struct ResolveEntry<'t> {
    /// The invoice that was contested.
    pub invoice: Id<'t>,
    /// The customer who owes the invoice; `None` where the entry does not name them.
    pub customer: Option<Id<'t>>,
    /// How the dispute ended.
    pub outcome: DisputeOutcome,
    /// What was conceded to the customer; `None` where the entry does not say so.
    pub amount: Option<Spanned<Amount>>,
}

impl<'t> ResolveEntry<'t> {
    /// Builds the typed node from an entry that was read. Returns `None` where its header could not be read completely.
    pub fn read(fields: EntryFields<'_, 't>) -> Option<Self> {
        Some(Self {
            invoice: fields.invoice()?,
            customer: fields.customer(),
            outcome: fields.word().and_then(DisputeOutcome::from_word)?,
            amount: fields.amount(),
        })
    }

    /// Prints the arguments and details, in the order of the table.
    pub fn print(&self, out: &mut Printer) {
        out.invoice(Some(self.invoice));
        out.customer(self.customer);
        out.argument(Some(self.outcome.word()));
        out.argument(self.amount.map(|amount| amount.node));
    }
}
