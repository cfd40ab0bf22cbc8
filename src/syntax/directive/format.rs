//! `format`: the version of the language.

use crate::syntax::entry_fields::EntryFields;
use crate::syntax::keyword::Keyword;
use crate::syntax::print::Printer;
use crate::syntax::table::{ArgumentForm, Directive, DirectiveKind, one};
use crate::text::span::Spanned;

/// The version of the language that this program reads.
pub const VERSION: u32 = 1;

/// `format = "format" , count ;`
pub static FORMAT: Directive = Directive {
    keyword: Keyword::Format,
    about: "the version of the language this journal is written in",
    dutch: &["formaat", "versie"],
    kind: DirectiveKind::Root,
    slots: &[one(&[ArgumentForm::Count])],
    keys: &[],
};

/// The typed node of a `format` entry.
#[derive(Clone, Debug, PartialEq)]
pub struct FormatDeclaration {
    /// The version number, from 1.
    pub version: Spanned<u32>,
}

impl FormatDeclaration {
    /// Builds the typed node from an entry that was read. Returns `None` where its header could not be read completely.
    pub fn read(fields: EntryFields<'_, '_>) -> Option<Self> {
        Some(Self {
            version: fields.count()?,
        })
    }

    /// Prints the arguments and details, in the order of the table.
    pub fn print(&self, out: &mut Printer) {
        out.argument(Some(self.version.node));
    }
}
