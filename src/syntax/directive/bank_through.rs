//! `bank-through`: all money received up to a day is in the journal.

use crate::syntax::entry_fields::EntryFields;
use crate::syntax::keyword::Keyword;
use crate::syntax::print::Printer;
use crate::syntax::table::{Directive, Place};

/// `bank-through = "bank-through" ;`
pub static BANK_THROUGH: Directive = Directive {
    keyword: Keyword::BankThrough,
    word: Keyword::BankThrough.word(),
    about: "all money received up to this day is in the journal",
    dutch: &["bank-tot", "bankstand"],
    place: Place::Contact,
    slots: &[],
    keys: &[],
};

/// What a `bank-through` entry says beside its day: nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BankThroughEntry;

impl BankThroughEntry {
    /// The node of an entry.
    pub const fn read(_: EntryFields<'_, '_>) -> Option<Self> {
        Some(Self)
    }

    /// Its arguments: none.
    pub const fn print(&self, _: &mut Printer) {}
}
