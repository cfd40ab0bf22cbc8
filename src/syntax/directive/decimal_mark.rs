//! `decimal-mark`: the mark before the decimals, for the whole journal.

use crate::syntax::entry_fields::EntryFields;
use crate::syntax::keyword::Keyword;
use crate::syntax::print::Printer;
use crate::syntax::table::{ArgumentForm, Directive, DirectiveKind, one};

/// `decimal-mark = "decimal-mark" , mark ;`
pub static DECIMAL_MARK: Directive = Directive {
    keyword: Keyword::DecimalMark,
    about: "the mark before the decimals, for the whole journal",
    dutch: &["decimaalteken"],
    kind: DirectiveKind::Root,
    slots: &[one(&[ArgumentForm::Mark])],
    keys: &[],
};

/// The typed node of a `decimal-mark` entry.
#[derive(Clone, Debug, PartialEq)]
pub struct DecimalMarkDeclaration {
    /// The decimal mark, `.` or `,`.
    pub mark: char,
}

impl DecimalMarkDeclaration {
    /// Builds the typed node from an entry that was read. Returns `None` where its header could not be read completely.
    pub fn read(fields: EntryFields<'_, '_>) -> Option<Self> {
        Some(Self {
            mark: fields.mark()?,
        })
    }

    /// Prints the arguments and details, in the order of the table.
    pub fn print(&self, out: &mut Printer) {
        out.argument(Some(self.mark.to_string().as_str()));
    }
}
