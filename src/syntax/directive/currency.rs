//! `currency`: the currency of amounts without a code.

use crate::syntax::entry_fields::EntryFields;
use crate::syntax::keyword::Keyword;
use crate::syntax::print::Printer;
use crate::syntax::table::{ArgumentForm, Directive, DirectiveKind, one};
use crate::value::currency::Currency;

/// `currency = "currency" , code ;`
pub static CURRENCY: Directive = Directive {
    keyword: Keyword::Currency,
    about: "the currency of amounts without a code",
    dutch: &["valuta", "munt"],
    kind: DirectiveKind::Root,
    slots: &[one(&[ArgumentForm::Currency])],
    keys: &[],
};

/// The typed node of a `currency` entry.
#[derive(Clone, Debug, PartialEq)]
pub struct CurrencyDeclaration {
    /// The currency that amounts without a code are in.
    pub currency: Currency,
}

impl CurrencyDeclaration {
    /// Builds the typed node from an entry that was read. Returns `None` where its header could not be read completely.
    pub fn read(fields: EntryFields<'_, '_>) -> Option<Self> {
        Some(Self {
            currency: fields.currency()?,
        })
    }

    /// Prints the arguments and details, in the order of the table.
    pub fn print(&self, out: &mut Printer) {
        out.argument(Some(self.currency.code()));
    }
}
