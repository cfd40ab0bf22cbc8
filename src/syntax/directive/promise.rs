//! `promise`: the customer promised to pay.

use crate::syntax::clause::Clause;
use crate::syntax::directive::contact::FOLLOW_UP;
use crate::syntax::entry::Amount;
use crate::syntax::entry_fields::{EntryFields, Id, InvoiceIds, SpannedText};
use crate::syntax::keyword::Keyword;
use crate::syntax::print::Printer;
use crate::syntax::table::KeyValue::Text;
use crate::syntax::table::{
    ArgumentForm, Directive, DirectiveKind, key, one_or_more, optional, with_clause,
};
use crate::text::span::Spanned;
use crate::value::key_name::KeyName;
use chrono::NaiveDate;

/// `promise = "promise" , invoice , { invoice } , [ customer ] , [ amount ] , [ "by" , date ] ;`
///
/// `promise-key = "follow-up" , ":" , date | "with" , ":" , text ;`
pub static PROMISE: Directive = Directive {
    keyword: Keyword::Promise,
    about: "the customer promised to pay",
    dutch: &[
        "belofte",
        "toezegging",
        "betaalbelofte",
        "betalingstoezegging",
    ],
    kind: DirectiveKind::Contact,
    slots: &[
        one_or_more(&[ArgumentForm::Invoice]),
        optional(&[ArgumentForm::Customer]),
        optional(&[ArgumentForm::Amount]),
        with_clause(Clause::By, optional(&[ArgumentForm::Date])),
    ],
    keys: &[FOLLOW_UP, key(KeyName::With, Text, "who promised")],
};

/// The typed node of a `promise` entry.
#[derive(Clone, Debug, PartialEq)]
pub struct PromiseEntry<'t> {
    /// The invoices that the customer promised to pay.
    pub invoices: InvoiceIds<'t>,
    /// The customer who owes the invoices; `None` where the entry does not name them.
    pub customer: Option<Id<'t>>,
    /// The amount promised; `None` means all that is open.
    pub amount: Option<Spanned<Amount>>,
    /// The last day to pay; `None` where the entry names none.
    pub by: Option<NaiveDate>,
    /// The day on which to look at the matter again (`follow-up:`); `None` where the line is missing.
    pub follow_up: Option<NaiveDate>,
    /// The name of the person who promised.
    pub with: Option<SpannedText<'t>>,
}

impl<'t> PromiseEntry<'t> {
    /// Builds the typed node from an entry that was read. Returns `None` where its header could not be read completely.
    pub fn read(fields: EntryFields<'_, 't>) -> Option<Self> {
        Some(Self {
            invoices: fields.invoices(),
            customer: fields.customer(),
            amount: fields.amount(),
            by: fields.date_behind(Clause::By),
            follow_up: fields.date_of(KeyName::FollowUp),
            with: fields.text_of(KeyName::With),
        })
    }

    /// Prints the arguments and details, in the order of the table.
    pub fn print(&self, out: &mut Printer) {
        out.invoices(&self.invoices);
        out.customer(self.customer);
        out.argument(self.amount.map(|amount| amount.node));
        out.clause(Clause::By, self.by);
        out.key(KeyName::FollowUp, self.follow_up);
        out.text(KeyName::With, self.with);
    }
}
