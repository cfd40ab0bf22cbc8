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
    word: Keyword::Format.word(),
    about: "the version of the language this journal is written in",
    dutch: &["formaat", "versie"],
    kind: DirectiveKind::Root,
    slots: &[one(&[ArgumentForm::Count])],
    keys: &[],
};

/// What a `format` entry says.
#[derive(Clone, Debug, PartialEq)]
pub struct FormatDeclaration {
    /// The version.
    pub version: Spanned<u32>,
}

impl FormatDeclaration {
    /// The node of an entry; `None` where its header could not be read whole.
    pub fn read(fields: EntryFields<'_, '_>) -> Option<Self> {
        Some(Self {
            version: fields.count()?,
        })
    }

    /// Its arguments and details, in the order of the table.
    pub fn print(&self, out: &mut Printer) {
        out.argument(Some(self.version.node));
    }
}
