//! `reversal`: a payment that bounced or was called back.

use super::payment::{UNKNOWN_PAYER, names_unknown_payer};
use crate::syntax::clause::Clause;
use crate::syntax::entry::Amount;
use crate::syntax::entry_fields::{EntryFields, Id, SpannedText};
use crate::syntax::keyword::Keyword;
use crate::syntax::print::Printer;
use crate::syntax::table::KeyValue::Text;
use crate::syntax::table::{
    ArgumentForm, Directive, DirectiveKind, key, one, optional, with_clause,
};
use crate::text::span::Spanned;
use crate::value::key_name::KeyName;
use chrono::NaiveDate;

/// `reversal = "reversal" , [ invoice ] , [ customer | "unknown" ] , amount , "of" , date ;`
///
/// `reversal-key = "of" , ":" , text ;`
pub static REVERSAL: Directive = Directive {
    keyword: Keyword::Reversal,
    about: "a payment that bounced or was called back",
    dutch: &["storno", "stornering", "terugboeking"],
    kind: DirectiveKind::Money,
    slots: &[
        optional(&[ArgumentForm::Invoice]),
        optional(&[ArgumentForm::Customer, ArgumentForm::Word(&[UNKNOWN_PAYER])]),
        one(&[ArgumentForm::Amount]),
        with_clause(Clause::Of, one(&[ArgumentForm::Date])),
    ],
    keys: &[key(
        KeyName::Of,
        Text,
        "the bank reference of the payment meant",
    )],
};

/// The typed node of a `reversal` entry.
#[derive(Clone, Debug, PartialEq)]
pub struct ReversalEntry<'t> {
    /// The invoice that the payment named; `None` where it named none.
    pub invoice: Option<Id<'t>>,
    /// The customer whose payment it was; `None` means the one who owes the invoice.
    pub customer: Option<Id<'t>>,
    /// Whether the payment was one of which nobody knows who paid (`unknown`).
    pub is_payer_unknown: bool,
    /// The amount that was taken back.
    pub amount: Spanned<Amount>,
    /// The day of the payment that is reversed.
    pub of: NaiveDate,
    /// The bank reference (`id:`) of that payment, where day and amount do not suffice.
    pub of_id: Option<SpannedText<'t>>,
}

impl<'t> ReversalEntry<'t> {
    /// Builds the typed node from an entry that was read. Returns `None` where its header could not be read completely.
    pub fn read(fields: EntryFields<'_, 't>) -> Option<Self> {
        Some(Self {
            invoice: fields.invoice(),
            customer: fields.customer(),
            is_payer_unknown: names_unknown_payer(fields),
            amount: fields.amount()?,
            of: fields.date_behind(Clause::Of)?,
            of_id: fields.text_of(KeyName::Of),
        })
    }

    /// Prints the arguments and details, in the order of the table.
    pub fn print(&self, out: &mut Printer) {
        out.invoice(self.invoice);
        out.customer(self.customer);
        out.argument(self.is_payer_unknown.then_some(UNKNOWN_PAYER));
        out.argument(Some(self.amount.node));
        out.clause(Clause::Of, Some(self.of));
        out.text(KeyName::Of, self.of_id);
    }
}
