//! Reads text entry by entry. Every entry is passed on as soon as the next begins, so that a big journal needs no tree
//! in memory.

use super::arguments::arguments;
use super::combinators::finish;
use super::date::refuse_earlier_day;
use super::detail;
use super::dialect::Dialect;
use super::directive::contact::NOTE;
use super::entry::{Entry, EntryState, SourceText};
use super::header::{Header, LastDateCache};
use super::kinds;
use super::line_faults::{LineFindings, find_all_faults};
use super::lines::{SourceLine, SourceLineKind, lines};
use super::mistakes::header_habits::explain_header;
use super::mistakes::unusual_char;
use super::mistakes::wrong_column;
use super::parse_context::ParseContext;
use super::rule::Fault;
use super::unreadable_lines::{NotUtf8, can_declare, find_invisible, tells_only};
use crate::text::argument_form::SlotOwner;
use crate::text::diagnostic::{Diagnostic, Sink};
use crate::text::hint::Help;
use crate::text::problem::{Found, Wanted};
use nom::Parser;

/// What the next details belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum DetailOwner {
    /// To nothing: the first of them is reported.
    Nobody,
    /// To a header, or to a detail without a header, that was reported already: they are skipped without another
    /// finding.
    Reported,
    /// To the entry that is being read.
    Entry,
    /// To an indented header that was reported: the entry above it has ended.
    Ended,
}

/// Receives the entries of a journal.
pub trait EntryVisitor {
    /// Receives one complete entry. Entries come in the order of the text.
    fn visit_entry(&mut self, entry: &Entry, text: SourceText<'_>, sink: &mut Sink);
}

/// Takes entries and does nothing with them, where only files or findings are of interest.
#[derive(Clone, Copy, Debug)]
pub struct NullVisitor;

impl EntryVisitor for NullVisitor {
    fn visit_entry(&mut self, _: &Entry, _: SourceText<'_>, _: &mut Sink) {}
}

/// Reads the texts of one file or several files, one after the other.
#[derive(Debug)]
pub struct JournalReader {
    context: ParseContext,
    entry: Entry,
    detail_owner: DetailOwner,
    in_conflict: bool,
    is_other_mark_reported: bool,
    last_date: LastDateCache,
}

impl JournalReader {
    /// A reader for amounts of this dialect.
    pub const fn new(dialect: Dialect) -> Self {
        Self {
            context: ParseContext::new(dialect),
            entry: Entry::empty(&NOTE),
            detail_owner: DetailOwner::Nobody,
            in_conflict: false,
            is_other_mark_reported: false,
            last_date: LastDateCache::empty(),
        }
    }

    /// Starts another file: its first lines cannot belong to an entry of the file before.
    pub const fn start_file(&mut self) {
        self.detail_owner = DetailOwner::Nobody;
        self.in_conflict = false;
    }

    /// Reads a text that ends where an entry ends.
    pub fn read(
        &mut self,
        text: SourceText<'_>,
        not_utf8: &[NotUtf8],
        visitor: &mut impl EntryVisitor,
        sink: &mut Sink,
    ) {
        for line in lines(text) {
            if !line.is_plain()
                && let Some(found) = find_invisible(&line, not_utf8)
            {
                self.skip_unreadable_line(&line, found, text, visitor, sink);
            } else {
                self.read_line(&line, text, visitor, sink);
            }
        }
        self.finish_entry(text, visitor, sink);
    }

    fn finish_entry(
        &mut self,
        text: SourceText<'_>,
        visitor: &mut impl EntryVisitor,
        sink: &mut Sink,
    ) {
        if matches!(self.detail_owner, DetailOwner::Entry | DetailOwner::Ended) {
            visitor.visit_entry(&self.entry, text, sink);
            self.detail_owner = DetailOwner::Nobody;
        }
    }

    fn read_line(
        &mut self,
        line: &SourceLine<'_>,
        text: SourceText<'_>,
        visitor: &mut impl EntryVisitor,
        sink: &mut Sink,
    ) {
        match line.kind {
            SourceLineKind::Blank | SourceLineKind::Comment => {}
            SourceLineKind::Heading => {
                self.finish_entry(text, visitor, sink);
                self.detail_owner = DetailOwner::Nobody;
            }
            SourceLineKind::Conflict => {
                self.finish_entry(text, visitor, sink);
                self.read_conflict_marker(line, sink);
            }
            SourceLineKind::Header => {
                self.finish_entry(text, visitor, sink);
                self.start_entry(line, sink);
            }
            SourceLineKind::Detail => self.read_detail(line, sink),
        }
    }

    /// Reports the line with an invisible character once, and skips the line and the details under it.
    fn skip_unreadable_line(
        &mut self,
        line: &SourceLine<'_>,
        found: Diagnostic,
        text: SourceText<'_>,
        visitor: &mut impl EntryVisitor,
        sink: &mut Sink,
    ) {
        sink.push(found);
        match line.kind {
            SourceLineKind::Detail => self.mark_detail_missing(sink),
            SourceLineKind::Header | SourceLineKind::Conflict => {
                self.finish_entry(text, visitor, sink);
                self.detail_owner = DetailOwner::Reported;
                sink.unreadable.names = true;
                sink.unreadable.decimal_mark |= self.context.dialect.mark.is_none();
            }
            SourceLineKind::Blank | SourceLineKind::Comment | SourceLineKind::Heading => {}
        }
    }

    fn read_conflict_marker(&mut self, line: &SourceLine<'_>, sink: &mut Sink) {
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
        self.detail_owner = DetailOwner::Reported;
    }

    fn start_entry(&mut self, line: &SourceLine<'_>, sink: &mut Sink) {
        let outcome = self.read_header(line, sink);
        let mark_matters = self.context.dialect.mark.is_none();
        match outcome {
            Ok(()) => {
                self.detail_owner = DetailOwner::Entry;
                if !self.context.remarks_mut().is_empty() {
                    self.pass_remarks(sink);
                }
            }
            Err(fault) => {
                let state = self.report_unreadable_header(line, fault, sink);
                sink.unreadable.figures = true;
                if state == EntryState::Broken && can_declare(line.input()) {
                    sink.unreadable.names = true;
                    sink.unreadable.decimal_mark |= mark_matters;
                }
                self.entry.state = state;
                self.detail_owner = if state == EntryState::AmountMissing {
                    DetailOwner::Entry
                } else {
                    DetailOwner::Reported
                };
            }
        }
    }

    /// Reports all that is wrong in a header, and tells what of it can be relied on.
    fn report_unreadable_header(
        &mut self,
        line: &SourceLine<'_>,
        fault: Fault,
        sink: &mut Sink,
    ) -> EntryState {
        let dialect = self.context.dialect;
        let faults = self.report_faults(line, fault, sink, |line, sink| {
            let mut reader = Self::new(dialect);
            let fault = reader.read_header(line, sink).err();
            let remarks = std::mem::take(reader.context.remarks_mut());
            LineFindings { fault, remarks }
        });
        let is_amount = |code: &&str| code.starts_with('A');
        if faults.iter().all(is_amount) && self.entry.directive.kind.is_dated() {
            EntryState::AmountMissing
        } else {
            EntryState::Broken
        }
    }

    /// Reports a mistake of a line and those behind it; the codes of all.
    fn report_faults(
        &mut self,
        line: &SourceLine<'_>,
        fault: Fault,
        sink: &mut Sink,
        read: impl Fn(&SourceLine<'_>, &Sink) -> LineFindings,
    ) -> Vec<&'static str> {
        self.context.remarks_mut().clear();
        if sink.is_full_of(fault.kind) {
            let code = fault.kind.code;
            sink.push(*fault);
            return vec![code];
        }
        let text = SourceText {
            str: line.text,
            base: line.place,
        };
        let (faults, remarks) = find_all_faults(text, fault, |text| {
            let mut mended = lines(text);
            match (mended.next(), mended.next()) {
                (Some(mended), None) if mended.kind == line.kind => {
                    match find_invisible(&mended, &[]) {
                        Some(fault) => LineFindings {
                            fault: Some(Box::new(fault)),
                            remarks: Vec::new(),
                        },
                        None => read(&mended, sink),
                    }
                }
                _ => LineFindings::default(),
            }
        });
        let codes = faults.iter().map(|fault| fault.kind.code).collect();
        for fault in faults {
            sink.push(*fault);
        }
        *self.context.remarks_mut() = remarks;
        self.pass_remarks(sink);
        codes
    }

    fn read_header(&mut self, line: &SourceLine<'_>, sink: &Sink) -> Result<(), Fault> {
        let header = Header::read(line, &self.last_date, sink)?;
        let directive = header.directive;
        let entry = &mut self.entry;
        entry.span = line.span();
        entry.header = line.span();
        entry.date = header.date;
        entry.directive = directive;
        entry.keyword = header.keyword;
        entry.state = EntryState::Whole;
        entry.arguments.clear();
        entry.details.clear();
        entry.text = header.text;
        let owner = SlotOwner::Keyword(directive.word());
        let taken = &mut entry.arguments;
        let mut rule = arguments(directive.slots, owner, &self.context, taken);
        let result = finish(rule.parse(header.arguments));
        drop(rule);
        entry.header_arguments = entry.arguments.len();
        result.map(drop).map_err(|mut fault| {
            *fault = explain_header(*fault, line.input(), entry.keyword, directive);
            if let Some(day) = entry.date {
                *fault = refuse_earlier_day(*fault, line.input(), day.node);
            }
            fault
        })
    }

    fn read_detail(&mut self, line: &SourceLine<'_>, sink: &mut Sink) {
        match self.detail_owner {
            DetailOwner::Reported | DetailOwner::Ended => {}
            DetailOwner::Nobody => {
                self.detail_owner = DetailOwner::Reported;
                sink.push(
                    kinds::ORPHAN_INDENT
                        .at(line.span(), Wanted::HeaderAbove.but_found(Found::Nothing))
                        .help(Help::BeginInColumn1),
                );
            }
            DetailOwner::Entry if self.entry.state == EntryState::AmountMissing => {}
            DetailOwner::Entry => {
                let outcome = read_detail_into(line, &mut self.entry, &self.context);
                match outcome {
                    Ok(()) if self.context.remarks_mut().is_empty() => {}
                    Ok(()) => self.pass_remarks(sink),
                    Err(fault) => self.report_unreadable_detail(line, fault, sink),
                }
            }
        }
    }

    /// Reports a detail that cannot be read. It may be an entry that somebody indented.
    fn report_unreadable_detail(&mut self, line: &SourceLine<'_>, fault: Fault, sink: &mut Sink) {
        if let Some(found) = wrong_column::indented_header(line) {
            self.context.remarks_mut().clear();
            self.report_indented_header(line, found, sink);
        } else {
            let (dialect, entry) = (self.context.dialect, self.entry.clone());
            self.report_faults(line, fault, sink, |line, _| {
                let mut context = ParseContext::new(dialect);
                let fault = read_detail_into(line, &mut entry.clone(), &context).err();
                let remarks = std::mem::take(context.remarks_mut());
                LineFindings { fault, remarks }
            });
            self.mark_detail_missing(sink);
        }
    }

    fn report_indented_header(
        &mut self,
        line: &SourceLine<'_>,
        found: Diagnostic,
        sink: &mut Sink,
    ) {
        sink.push(found);
        self.mark_detail_missing(sink);
        self.detail_owner = DetailOwner::Ended;
        sink.unreadable.figures = true;
        sink.unreadable.names |= can_declare(line.input());
    }

    fn mark_detail_missing(&mut self, sink: &mut Sink) {
        if self.detail_owner == DetailOwner::Entry {
            self.entry.state = self.entry.state.max(EntryState::DetailMissing);
            // Terms, discounts and the rule for money without a reference are details of declarations.
            let directive = self.entry.directive;
            sink.unreadable.terms |= !directive.kind.is_dated();
            sink.unreadable.figures |= !tells_only(directive);
        }
    }

    /// Reports the remarks. An amount with the other decimal mark is reported once while no line declares the mark, and
    /// each time where one does.
    fn pass_remarks(&mut self, sink: &mut Sink) {
        for remark in std::mem::take(self.context.remarks_mut()) {
            if self.context.dialect.mark.is_some() || !self.is_other_mark_reported {
                self.is_other_mark_reported = self.context.dialect.mark.is_none();
                sink.push(*remark);
            }
        }
    }
}

/// Reads a detail; a day in it that lies before that of its entry is not what was meant.
fn read_detail_into(
    line: &SourceLine<'_>,
    entry: &mut Entry,
    context: &ParseContext,
) -> Result<(), Fault> {
    if !line.is_plain()
        && let Some(found) = unusual_char::inner_tab(line.text, line.place)
    {
        return Err(Box::new(found));
    }
    detail::read(line, entry, context).map_err(|mut fault| {
        if let Some(day) = entry.date {
            *fault = refuse_earlier_day(*fault, line.input(), day.node);
        }
        fault
    })
}
