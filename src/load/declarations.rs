//! The declarations that steer the reading: `format`, `decimal-mark`, `currency`; and where they may stand.

use crate::syntax::dialect::Dialect;
use crate::syntax::directive::TypedEntry;
use crate::syntax::directive::format::{FormatDeclaration, VERSION};
use crate::syntax::entry::{Entry, Value};
use crate::syntax::journal_entry::JournalEntry;
use crate::syntax::keyword::Keyword;
use crate::syntax::kinds::{MISPLACED_DECLARATION, MISSING_FORMAT, UNKNOWN_FORMAT};
use crate::syntax::table::Place;
use crate::text::diagnostic::Sink;
use crate::text::edit::Edit;
use crate::text::span::{Span, Spanned};
use std::collections::BTreeMap;

/// What has been declared so far.
pub struct Declarations {
    dialect: Dialect,
    seen: BTreeMap<&'static str, Span>,
    root: bool,
    /// Amounts are written otherwise than they were read so far.
    pub restart: Option<Dialect>,
}

impl Declarations {
    pub fn new(dialect: Dialect) -> Self {
        Self {
            dialect,
            seen: BTreeMap::new(),
            root: false,
            restart: None,
        }
    }

    /// Takes an entry that steers the reading, or refuses one in the wrong place; `false`: it is for others.
    pub fn take(&mut self, entry: &Entry, in_root: bool, sink: &mut Sink) -> bool {
        self.root |= in_root;
        if entry.directive.place != Place::Root {
            return false;
        }
        let word = entry.directive.word;
        if !in_root {
            sink.push(
                MISPLACED_DECLARATION
                    .at(
                        entry.keyword,
                        format!("expected `{word}` in the root file, found it in an included one"),
                    )
                    .help("move it to the file that includes this one"),
            );
            return true;
        }
        if let Some(first) = self.seen.get(word) {
            sink.push(
                MISPLACED_DECLARATION
                    .at(
                        entry.keyword,
                        format!("expected `{word}` once, found it again"),
                    )
                    .related(*first, "first here")
                    .help("leave one of the two out"),
            );
            return true;
        }
        self.seen.insert(word, entry.header);
        for argument in entry.header_arguments() {
            self.declare(argument.value, argument.span, sink);
        }
        entry.directive.keyword != Keyword::Business
    }

    fn declare(&mut self, value: Value, span: Span, sink: &mut Sink) {
        match value {
            Value::Mark(mark) if self.dialect.mark != Some(mark) => {
                self.restart = Some(Dialect {
                    mark: Some(mark),
                    ..self.dialect
                });
            }
            Value::Currency(currency) if self.dialect.currency != currency => {
                self.restart = Some(Dialect {
                    currency,
                    ..self.dialect
                });
            }
            Value::Count(version) if version != VERSION => sink.push(
                UNKNOWN_FORMAT
                    .at(span, format!("expected `format {VERSION}`, found version {version}"))
                    .help("read this journal with a newer tegoed, or write it in the language of this one"),
            ),
            _ => {}
        }
    }

    /// Says what should have been declared. `length` is that of the root file.
    pub fn finish(&self, length: u32, sink: &mut Sink) {
        if self.seen.contains_key("format") || length == 0 {
            return;
        }
        let top = Span::new(0, 0);
        let version = Spanned::unplaced(VERSION);
        let format = TypedEntry::Format(FormatDeclaration { version });
        let first_line = JournalEntry::new(None, format).print(Dialect::default());
        sink.push(
            MISSING_FORMAT
                .at(
                    top,
                    format!("expected `format {VERSION}` in the root file, found none"),
                )
                .help(format!("begin the file with `format {VERSION}`"))
                .safe_fix(vec![Edit::in_front(first_line)]),
        );
    }
}
