//! The declarations that decide how the rest is read (`format`, `decimal-mark`, `currency`), and where they may stand.

use crate::syntax::dialect::Dialect;
use crate::syntax::directive::TypedEntry;
use crate::syntax::directive::format::{FormatDeclaration, VERSION};
use crate::syntax::entry_fields::EntryFields;
use crate::syntax::journal_entry::JournalEntry;
use crate::syntax::keyword::Keyword;
use crate::syntax::kinds::{MISPLACED_DECLARATION, MISSING_FORMAT, UNKNOWN_FORMAT};
use crate::syntax::table::DirectiveKind;
use crate::text::diagnostic::{Diagnostic, Sink};
use crate::text::edit::Edit;
use crate::text::span::{Span, Spanned};
use std::collections::BTreeMap;

/// The declarations read so far.
pub struct Declarations {
    dialect: Dialect,
    seen: BTreeMap<Keyword, Span>,
    root: bool,
    /// Set where a declaration changes how amounts must be read after some were read already; the reading then starts
    /// again.
    pub changed_dialect: Option<Dialect>,
}

impl Declarations {
    /// Nothing declared yet.
    pub fn new(dialect: Dialect) -> Self {
        Self {
            dialect,
            seen: BTreeMap::new(),
            root: false,
            changed_dialect: None,
        }
    }

    /// Takes a declaration, or reports it where it stands in the wrong place. Returns `false` for entries that are no
    /// such declaration.
    pub fn take_declaration(
        &mut self,
        fields: EntryFields<'_, '_>,
        in_root: bool,
        sink: &mut Sink,
    ) -> bool {
        self.root |= in_root;
        let entry = fields.entry;
        if entry.directive.kind != DirectiveKind::Root {
            return false;
        }
        let keyword = entry.directive.keyword;
        if !in_root {
            sink.push(
                MISPLACED_DECLARATION
                    .at(
                        entry.keyword,
                        format!(
                            "expected `{keyword}` in the root file, found it in an included one"
                        ),
                    )
                    .help("move it to the file that includes this one"),
            );
            return true;
        }
        if let Some(first) = self.seen.get(&keyword) {
            sink.push(
                MISPLACED_DECLARATION
                    .at(
                        entry.keyword,
                        format!("expected `{keyword}` once, found it again"),
                    )
                    .related(*first, "first here")
                    .help("leave one of the two out"),
            );
            return true;
        }
        self.seen.insert(keyword, entry.header);
        if let Some(node) = TypedEntry::read(fields) {
            self.apply_declaration(&node, sink);
        }
        !matches!(keyword, Keyword::Business | Keyword::Accounts)
    }

    fn apply_declaration(&mut self, node: &TypedEntry<'_>, sink: &mut Sink) {
        let declared = match node {
            TypedEntry::DecimalMark(node) => Dialect {
                mark: Some(node.mark),
                ..self.dialect
            },
            TypedEntry::Currency(node) => Dialect {
                currency: node.currency,
                ..self.dialect
            },
            TypedEntry::Format(node) => {
                if let Some(finding) = other_format_finding(node.version) {
                    sink.push(finding);
                }
                self.dialect
            }
            _ => self.dialect,
        };
        if declared != self.dialect {
            self.changed_dialect = Some(declared);
        }
    }

    /// Reports a missing `format` declaration. `length` is the length of the root file in bytes.
    pub fn report_missing_format(&self, length: u32, sink: &mut Sink) {
        if self.seen.contains_key(&Keyword::Format) || length == 0 {
            return;
        }
        let top = Span::new(0, 0);
        let version = Spanned::without_span(VERSION);
        let format = TypedEntry::Format(FormatDeclaration { version });
        let first_line = JournalEntry::new(None, format).print(Dialect::default());
        sink.push(
            MISSING_FORMAT
                .at(
                    top,
                    format!("expected `format {VERSION}` in the root file, found none"),
                )
                .help(format!("begin the file with `format {VERSION}`"))
                .safe_fix(vec![Edit::insert_at_start(first_line)]),
        );
    }
}

/// That this program does not read a version of the language (S018); `None` where it does.
pub fn other_format_finding(version: Spanned<u32>) -> Option<Diagnostic> {
    (version.node != VERSION).then(|| {
        UNKNOWN_FORMAT
            .at(
                version.span,
                format!(
                    "expected `format {VERSION}`, found version {}",
                    version.node
                ),
            )
            .help("read this journal with a newer tegoed, or write it in the language of this one")
    })
}
