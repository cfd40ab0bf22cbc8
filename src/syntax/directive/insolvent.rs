//! `insolvent`: the customer is insolvent.

use crate::syntax::directive::contact::FOLLOW_UP;
use crate::syntax::entry_fields::{EntryFields, Id};
use crate::syntax::keyword::Keyword;
use crate::syntax::print::Printer;
use crate::syntax::table::{ArgumentForm, Directive, DirectiveKind, one};
use crate::value::key_name::KeyName;
use chrono::NaiveDate;

/// `insolvent = "insolvent" , customer ;`
///
/// `insolvent-key = "follow-up" , ":" , date ;`
pub static INSOLVENT: Directive = Directive {
    keyword: Keyword::Insolvent,
    about: "the customer is insolvent",
    dutch: &["failliet", "faillissement", "surseance"],
    kind: DirectiveKind::Contact,
    slots: &[one(&[ArgumentForm::Customer])],
    keys: &[FOLLOW_UP],
};

/// The typed node of an `insolvent` entry.
#[derive(Clone, Debug, PartialEq)]
pub struct InsolventEntry<'t> {
    /// The customer who is insolvent.
    pub customer: Id<'t>,
    /// The day on which to look at the matter again (`follow-up:`); `None` where the line is missing.
    pub follow_up: Option<NaiveDate>,
}

impl<'t> InsolventEntry<'t> {
    /// Builds the typed node from an entry that was read. Returns `None` where its header could not be read completely.
    pub fn read(fields: EntryFields<'_, 't>) -> Option<Self> {
        Some(Self {
            customer: fields.customer()?,
            follow_up: fields.date_of(KeyName::FollowUp),
        })
    }

    /// Prints the arguments and details, in the order of the table.
    pub fn print(&self, out: &mut Printer) {
        out.customer(Some(self.customer));
        out.key(KeyName::FollowUp, self.follow_up);
    }
}
