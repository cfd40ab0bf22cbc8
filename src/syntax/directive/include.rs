//! `include`: more files of the same journal.

use crate::syntax::entry_fields::{EntryFields, SpannedText};
use crate::syntax::keyword::Keyword;
use crate::syntax::print::Printer;
use crate::syntax::table::{ArgumentForm, Directive, DirectiveKind, one};

/// `include = "include" , path ;`
pub static INCLUDE: Directive = Directive {
    keyword: Keyword::Include,
    about: "read these files too; the path is relative to this file",
    dutch: &["invoegen"],
    kind: DirectiveKind::Declaration,
    slots: &[one(&[ArgumentForm::Path])],
    keys: &[],
};

/// The typed node of an `include` entry.
#[derive(Clone, Debug, PartialEq)]
pub struct IncludeDeclaration<'t> {
    /// A path or a glob pattern, relative to this file.
    pub path: SpannedText<'t>,
}

impl<'t> IncludeDeclaration<'t> {
    /// Builds the typed node from an entry that was read. Returns `None` where its header could not be read completely.
    pub fn read(fields: EntryFields<'_, 't>) -> Option<Self> {
        Some(Self {
            path: fields.name()?,
        })
    }

    /// Prints the arguments and details, in the order of the table.
    pub fn print(&self, out: &mut Printer) {
        out.name(Some(self.path));
    }
}
