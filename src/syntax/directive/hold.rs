//! `hold`: no letters for a while.

use crate::syntax::clause::Clause;
use crate::syntax::directive::contact::FOLLOW_UP;
use crate::syntax::entry_fields::{EntryFields, Id, InvoiceIds};
use crate::syntax::keyword::Keyword;
use crate::syntax::print::Printer;
use crate::syntax::table::{
    ArgumentForm, Directive, DirectiveKind, optional, with_clause, zero_or_more,
};
use crate::value::key_name::KeyName;
use chrono::NaiveDate;

/// `hold = "hold" , { invoice } , [ customer ] , [ "until" , date ] ;`
///
/// `hold-key = "follow-up" , ":" , date ;`
pub static HOLD: Directive = Directive {
    keyword: Keyword::Hold,
    about: "no letters for a while",
    dutch: &["wacht", "pauze", "opschorten"],
    kind: DirectiveKind::Contact,
    slots: &[
        zero_or_more(&[ArgumentForm::Invoice]),
        optional(&[ArgumentForm::Customer]),
        with_clause(Clause::Until, optional(&[ArgumentForm::Date])),
    ],
    keys: &[FOLLOW_UP],
};

/// The typed node of a `hold` entry.
#[derive(Clone, Debug, PartialEq)]
pub struct HoldEntry<'t> {
    /// The invoices that no letters go out about; empty means all invoices of the customer.
    pub invoices: InvoiceIds<'t>,
    /// The customer; `None` where the entry does not name them.
    pub customer: Option<Id<'t>>,
    /// The last day of the hold; `None` means until a `release`.
    pub until: Option<NaiveDate>,
    /// The day on which to look at the matter again (`follow-up:`); `None` where the line is missing.
    pub follow_up: Option<NaiveDate>,
}

impl<'t> HoldEntry<'t> {
    /// Builds the typed node from an entry that was read. Returns `None` where its header could not be read completely.
    pub fn read(fields: EntryFields<'_, 't>) -> Option<Self> {
        Some(Self {
            invoices: fields.invoices(),
            customer: fields.customer(),
            until: fields.date_behind(Clause::Until),
            follow_up: fields.date_of(KeyName::FollowUp),
        })
    }

    /// Prints the arguments and details, in the order of the table.
    pub fn print(&self, out: &mut Printer) {
        out.invoices(&self.invoices);
        out.customer(self.customer);
        out.clause(Clause::Until, self.until);
        out.key(KeyName::FollowUp, self.follow_up);
    }
}
