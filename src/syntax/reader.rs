//! Reads text entry by entry. Every entry goes out as soon as the next begins, so a big journal needs no tree.

use super::arguments::arguments;
use super::combinators::finish;
use super::detail;
use super::dialect::Dialect;
use super::directive::contact::NOTE;
use super::directive::keyword;
use super::entry::{Entry, State, Text};
use super::header::{Header, LastDay};
use super::input::Input;
use super::keyword::Keyword;
use super::kinds;
use super::lines::{Line, LineKind, lines};
use super::mistakes::unusual_char;
use super::mistakes::wrong_column;
use super::reading::Reading;
use super::rule::Fault;
use super::table::{Directive, Place};
use crate::text::argument_form::SlotOwner;
use crate::text::diagnostic::{Diagnostic, Sink};
use crate::text::hint::Help;
use crate::text::problem::{Found, Wanted};
use crate::text::span::Span;
use nom::Parser;
use nom::combinator::all_consuming;

/// To whom the details belong that come next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Owner {
    /// To nobody: the first of them is an error.
    Nobody,
    /// To a header, or a detail without a header, that was reported already: it is skipped without another error.
    Reported,
    /// To the entry being read.
    Entry,
    /// To a header that stood indented and was reported: the entry above it has ended.
    Ended,
}

/// Where entries go.
pub trait Visitor {
    /// One entry, whole, in the order of the text.
    fn entry(&mut self, entry: &Entry, text: Text<'_>, sink: &mut Sink);
}

/// A byte that is not UTF-8, in a text that holds a stand-in for it.
#[derive(Clone, Copy, Debug)]
pub struct NotUtf8 {
    /// Where it stands.
    pub place: u32,
    /// What it is.
    pub byte: u8,
}

impl NotUtf8 {
    /// What the text holds in its place: one byte long, like it.
    pub const STAND_IN: char = '\u{1A}';

    fn found(self) -> Diagnostic {
        let span = Span::new(self.place, self.place.saturating_add(1));
        kinds::NOT_UTF8
            .at(span, Wanted::Utf8.but_found(Found::Byte(self.byte)))
            .help(Help::SaveAsUtf8)
    }
}

/// Reads the texts of one file, one behind the other.
#[derive(Debug)]
pub struct Reader {
    reading: Reading,
    entry: Entry,
    owner: Owner,
    in_conflict: bool,
    told_other_mark: bool,
    day: LastDay,
}

impl Reader {
    /// A reader for amounts written this way.
    pub const fn new(dialect: Dialect) -> Self {
        Self {
            reading: Reading::new(dialect),
            entry: Entry::empty(&NOTE),
            owner: Owner::Nobody,
            in_conflict: false,
            told_other_mark: false,
            day: LastDay::none(),
        }
    }

    /// Begins another file: nothing in it belongs to an entry of the file before.
    pub const fn next_file(&mut self) {
        self.owner = Owner::Nobody;
        self.in_conflict = false;
    }

    /// Reads a text that ends where an entry ends.
    pub fn read(
        &mut self,
        text: Text<'_>,
        not_utf8: &[NotUtf8],
        visitor: &mut impl Visitor,
        sink: &mut Sink,
    ) {
        for line in lines(text) {
            if !line.is_plain()
                && let Some(found) = unseen(&line, not_utf8)
            {
                self.unreadable(&line, found, text, visitor, sink);
            } else {
                self.line(&line, text, visitor, sink);
            }
        }
        self.finish(text, visitor, sink);
    }

    fn finish(&mut self, text: Text<'_>, visitor: &mut impl Visitor, sink: &mut Sink) {
        if matches!(self.owner, Owner::Entry | Owner::Ended) {
            visitor.entry(&self.entry, text, sink);
            self.owner = Owner::Nobody;
        }
    }

    fn line(
        &mut self,
        line: &Line<'_>,
        text: Text<'_>,
        visitor: &mut impl Visitor,
        sink: &mut Sink,
    ) {
        match line.kind {
            LineKind::Blank | LineKind::Comment => {}
            LineKind::Heading => {
                self.finish(text, visitor, sink);
                self.owner = Owner::Nobody;
            }
            LineKind::Conflict => {
                self.finish(text, visitor, sink);
                self.conflict(line, sink);
            }
            LineKind::Header => {
                self.finish(text, visitor, sink);
                self.header(line, sink);
            }
            LineKind::Detail => self.detail(line, sink),
        }
    }

    /// A line with a character nobody can see: said once; what belongs to it is not read.
    fn unreadable(
        &mut self,
        line: &Line<'_>,
        found: Diagnostic,
        text: Text<'_>,
        visitor: &mut impl Visitor,
        sink: &mut Sink,
    ) {
        sink.push(found);
        match line.kind {
            LineKind::Detail => self.detail_missing(sink),
            LineKind::Header | LineKind::Conflict => {
                self.finish(text, visitor, sink);
                self.owner = Owner::Reported;
                sink.unreadable.names = true;
                sink.unreadable.decimal_mark |= self.reading.dialect.mark.is_none();
            }
            LineKind::Blank | LineKind::Comment | LineKind::Heading => {}
        }
    }

    fn conflict(&mut self, line: &Line<'_>, sink: &mut Sink) {
        let opens = line.text.starts_with('<');
        if opens || !self.in_conflict {
            sink.push(
                kinds::CONFLICT_MARKER
                    .at(line.span(), Wanted::Entry.but_found(Found::ConflictMarker))
                    .help(Help::ResolveConflict),
            );
            sink.unreadable.names = true;
        }
        self.in_conflict = !line.text.starts_with('>');
        self.owner = Owner::Reported;
    }

    fn header(&mut self, line: &Line<'_>, sink: &mut Sink) {
        let outcome = self.read_header(line, sink);
        let mark_matters = self.reading.dialect.mark.is_none();
        match outcome {
            Ok(()) => {
                self.owner = Owner::Entry;
                if !self.reading.remarks_mut().is_empty() {
                    self.pass_remarks(sink);
                }
            }
            Err((state, fault)) => {
                sink.push(*fault);
                self.reading.remarks_mut().clear();
                sink.unreadable.figures = true;
                if state == State::Broken && may_declare(line.input()) {
                    sink.unreadable.names = true;
                    sink.unreadable.decimal_mark |= mark_matters;
                }
                self.entry.state = state;
                self.owner = if state == State::AmountMissing {
                    Owner::Entry
                } else {
                    Owner::Reported
                };
            }
        }
    }

    fn read_header(&mut self, line: &Line<'_>, sink: &Sink) -> Result<(), (State, Fault)> {
        let broken = |fault: Fault| (State::Broken, fault);
        let header = Header::read(line, &self.day, sink).map_err(broken)?;
        let directive = header.directive;
        let entry = &mut self.entry;
        entry.span = line.span();
        entry.header = line.span();
        entry.date = header.date;
        entry.directive = directive;
        entry.keyword = header.keyword;
        entry.state = State::Whole;
        entry.arguments.clear();
        entry.details.clear();
        entry.text = header.text;
        let owner = SlotOwner::Keyword(directive.word);
        let taken = &mut entry.arguments;
        let mut rule = arguments(directive.slots, owner, &self.reading, taken);
        let result = finish(rule.parse(header.arguments));
        drop(rule);
        entry.header_arguments = entry.arguments.len();
        result.map(drop).map_err(|fault| {
            let amount = fault.kind.code.starts_with('A') && directive.place.is_dated();
            let state = if amount {
                State::AmountMissing
            } else {
                State::Broken
            };
            (state, fault)
        })
    }

    fn detail(&mut self, line: &Line<'_>, sink: &mut Sink) {
        match self.owner {
            Owner::Reported | Owner::Ended => {}
            Owner::Nobody => {
                self.owner = Owner::Reported;
                sink.push(
                    kinds::ORPHAN_INDENT
                        .at(line.span(), Wanted::HeaderAbove.but_found(Found::Nothing))
                        .help(Help::BeginInColumn1),
                );
            }
            Owner::Entry if self.entry.state == State::AmountMissing => {}
            Owner::Entry => {
                let tabbed = if line.is_plain() {
                    None
                } else {
                    unusual_char::inner_tab(line.text, line.place)
                };
                let outcome = match tabbed {
                    Some(found) => Err(Box::new(found)),
                    None => detail::read(line, &mut self.entry, &self.reading),
                };
                match outcome {
                    Ok(()) if self.reading.remarks_mut().is_empty() => {}
                    Ok(()) => self.pass_remarks(sink),
                    Err(fault) => {
                        self.reading.remarks_mut().clear();
                        self.unreadable_detail(line, *fault, sink);
                    }
                }
            }
        }
    }

    /// A detail that cannot be read may be an entry that somebody indented.
    fn unreadable_detail(&mut self, line: &Line<'_>, fault: Diagnostic, sink: &mut Sink) {
        if let Some(found) = wrong_column::indented_header(line) {
            self.indented_header(line, found, sink);
        } else {
            sink.push(fault);
            self.detail_missing(sink);
        }
    }

    fn indented_header(&mut self, line: &Line<'_>, found: Diagnostic, sink: &mut Sink) {
        sink.push(found);
        self.detail_missing(sink);
        self.owner = Owner::Ended;
        sink.unreadable.figures = true;
        sink.unreadable.names |= may_declare(line.input());
    }

    fn detail_missing(&mut self, sink: &mut Sink) {
        if self.owner == Owner::Entry {
            self.entry.state = self.entry.state.max(State::DetailMissing);
            // Terms, discounts and how money is spread are details of declarations.
            let declares = !self.entry.directive.place.is_dated();
            sink.unreadable.terms |= declares;
            sink.unreadable.figures |= declares || self.entry.directive.place == Place::Money;
        }
    }

    /// An amount with the other mark is told once while no line declares the mark, else each time.
    fn pass_remarks(&mut self, sink: &mut Sink) {
        for remark in std::mem::take(self.reading.remarks_mut()) {
            if self.reading.dialect.mark.is_some() || !self.told_other_mark {
                self.told_other_mark = self.reading.dialect.mark.is_none();
                sink.push(*remark);
            }
        }
    }
}

/// Whether a header that cannot be read may declare a name, or how amounts are written: all may, but those whose
/// keyword is known and declares nothing.
fn may_declare(header: Input<'_>) -> bool {
    let declares = |directive: &Directive| {
        let keyword = directive.keyword;
        !directive.place.is_dated()
            || matches!(keyword, Keyword::Invoice | Keyword::Credit | Keyword::Void)
    };
    // The keyword is the first word, or the second behind a date.
    header.words().take(2).all(|word| {
        let known = all_consuming(keyword).parse(word);
        known.map_or(true, |(_, directive)| declares(directive))
    })
}

/// The first thing in a line that nobody can see: a byte that is no text, or a hidden character.
fn unseen(line: &Line<'_>, not_utf8: &[NotUtf8]) -> Option<Diagnostic> {
    let first = not_utf8.partition_point(|bad| bad.place < line.place);
    let bad = not_utf8
        .get(first)
        .filter(|bad| bad.place < line.span().end);
    bad.map(|bad| bad.found())
        .or_else(|| unusual_char::hidden(line.strange()))
}
