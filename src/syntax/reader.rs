//! Reads text entry by entry. Every entry goes out as soon as the next begins, so a big journal needs no tree.

use super::day::wrong_date;
use super::detail;
use super::dialect::Dialect;
use super::directive::DIRECTIVES;
use super::entry::{Entry, State, Text};
use super::grammar::{Directive, Place};
use super::kinds;
use super::lines::{Line, LineKind, bar, lines};
use super::misfit::Owner as WordsOf;
use super::misplaced;
use super::part::Part;
use super::strange;
use super::suggest;
use super::token;
use super::words::{Fault, Words};
use crate::text::diagnostic::{Diagnostic, Sink};
use crate::text::edit::Edit;
use crate::text::span::{Span, Spanned};
use chrono::NaiveDate;

/// To whom the details belong that come next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Owner {
    /// To nobody: the first of them is an error.
    Nobody,
    /// To a header that was reported already, or to orphans that were.
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
        kinds::NOT_UTF8
            .at(
                Span::new(self.place, self.place.saturating_add(1)),
                format!("expected UTF-8, found the byte 0x{:02X}", self.byte),
            )
            .help("save the file as UTF-8 in your editor, or convert it: `iconv -f WINDOWS-1252 -t UTF-8`")
    }
}

/// The day of the entry before, as written and as meant. Entries of one day stand together: a big journal has a
/// hundred times as many entries as days, and most headers need no day taken apart.
#[derive(Debug)]
struct LastDay(Option<([u8; 10], NaiveDate)>);

impl LastDay {
    /// The same day, if a header begins with it once more, and what is behind it.
    fn again<'t>(&self, head: &'t str) -> Option<(NaiveDate, &'t str)> {
        let (written, day) = self.0.as_ref()?;
        let begins = head.as_bytes().first_chunk() == Some(written);
        let behind = head.get(10..).filter(|_| begins)?;
        behind.starts_with([' ', '\t']).then_some((*day, behind))
    }

    fn note(&mut self, head: &str, day: Option<&Spanned<NaiveDate>>) {
        let written = head.as_bytes().first_chunk();
        if let (Some(written), Some(day)) = (written, day) {
            self.0 = Some((*written, day.node));
        }
    }
}

/// Reads the texts of one file, one behind the other.
#[derive(Debug)]
pub struct Reader {
    dialect: Dialect,
    entry: Entry,
    owner: Owner,
    in_conflict: bool,
    told_other_mark: bool,
    remarks: Vec<Fault>,
    day: LastDay,
}

impl Reader {
    /// A reader for amounts written this way.
    pub const fn new(dialect: Dialect) -> Self {
        Self {
            dialect,
            entry: Entry::empty(),
            owner: Owner::Nobody,
            in_conflict: false,
            told_other_mark: false,
            remarks: Vec::new(),
            day: LastDay(None),
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
            if !line.plain
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
                sink.missing.names = true;
                sink.missing.mark |= self.dialect.mark.is_none();
            }
            LineKind::Blank | LineKind::Comment | LineKind::Heading => {}
        }
    }

    fn conflict(&mut self, line: &Line<'_>, sink: &mut Sink) {
        let opens = line.text.starts_with('<');
        if opens || !self.in_conflict {
            sink.push(
                kinds::CONFLICT_MARKER
                    .at(line.span(), "expected an entry, found what git leaves of a merge that failed")
                    .help("choose what should stand here and delete the marker lines, from `<<<<<<<` to `>>>>>>>`"),
            );
            sink.missing.names = true;
        }
        self.in_conflict = !line.text.starts_with('>');
        self.owner = Owner::Reported;
    }

    fn header(&mut self, line: &Line<'_>, sink: &mut Sink) {
        let outcome = self.read_header(line, sink);
        let mark_matters = self.dialect.mark.is_none();
        match outcome {
            Ok(()) => {
                self.owner = Owner::Entry;
                if !self.remarks.is_empty() {
                    self.pass_remarks(sink);
                }
            }
            Err((state, fault)) => {
                sink.push(*fault);
                self.remarks.clear();
                sink.missing.figures = true;
                if state == State::Broken && may_declare(line.text) {
                    sink.missing.names = true;
                    sink.missing.mark |= mark_matters;
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
        let bar = bar(line.text);
        let (head, free) = line
            .text
            .split_at_checked(bar.unwrap_or(line.text.len()))
            .unwrap_or((line.text, ""));
        let (date, behind) = match self.day.again(head) {
            Some((day, behind)) => (Some(Spanned::new(day, Span::of(line.place, 10))), behind),
            None => read_date(head, line.place).map_err(broken)?,
        };
        let (directive, keyword, rest) =
            read_keyword(behind, head, line.place, sink).map_err(broken)?;
        if !line.plain
            && let Some(found) = strange::among_arguments(head, line.place)
        {
            return Err((State::Broken, Box::new(found)));
        }
        if !line.plain
            && let Some(found) = inner_tab(line)
        {
            return Err((State::Broken, Box::new(found)));
        }
        require_date(directive, date.as_ref(), keyword).map_err(broken)?;
        self.day.note(head, date.as_ref());
        let entry = &mut self.entry;
        entry.span = line.span();
        entry.header = line.span();
        entry.date = date;
        entry.directive = directive;
        entry.keyword = keyword;
        entry.state = State::Whole;
        entry.arguments.clear();
        entry.details.clear();
        entry.text = free_text(free, Span::of(line.place, head.len()).end);
        let result = Words::new(
            rest,
            keyword.end,
            self.dialect,
            WordsOf::Keyword(directive.word),
        )
        .fit(directive.slots, &mut entry.arguments, &mut self.remarks);
        entry.header_arguments = entry.arguments.len();
        result.map_err(|fault| {
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
                        .at(
                            line.span(),
                            "expected a header in column 1 before this line, found none",
                        )
                        .help("begin the line in column 1, or write the header it belongs to"),
                );
            }
            Owner::Entry if self.entry.state == State::AmountMissing => {}
            Owner::Entry => {
                let tabbed = if line.plain { None } else { inner_tab(line) };
                let outcome = match tabbed {
                    Some(found) => Err(Box::new(found)),
                    None => detail::read(line, &mut self.entry, self.dialect, &mut self.remarks),
                };
                match outcome {
                    Ok(()) if self.remarks.is_empty() => {}
                    Ok(()) => self.pass_remarks(sink),
                    Err(fault) => {
                        self.remarks.clear();
                        self.unreadable_detail(line, *fault, sink);
                    }
                }
            }
        }
    }

    /// A detail that cannot be read may be an entry that somebody indented.
    fn unreadable_detail(&mut self, line: &Line<'_>, fault: Diagnostic, sink: &mut Sink) {
        if let Some(found) = misplaced::indented_header(line) {
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
        sink.missing.figures = true;
        sink.missing.names |= may_declare(line.text);
    }

    fn detail_missing(&mut self, sink: &mut Sink) {
        if self.owner == Owner::Entry {
            self.entry.state = self.entry.state.max(State::DetailMissing);
            // Terms, discounts and how money is spread are details of declarations.
            let declares = !self.entry.directive.place.is_dated();
            sink.missing.terms |= declares;
            sink.missing.figures |= declares || self.entry.directive.place == Place::Money;
        }
    }

    /// An amount with the other mark is told once while no line declares the mark, else each time.
    fn pass_remarks(&mut self, sink: &mut Sink) {
        for remark in self.remarks.drain(..) {
            if self.dialect.mark.is_some() || !self.told_other_mark {
                self.told_other_mark = self.dialect.mark.is_none();
                sink.push(*remark);
            }
        }
    }
}

/// Whether a header that cannot be read may declare a name, or how amounts are written: all may, but those whose
/// keyword is known and declares nothing.
fn may_declare(header: &str) -> bool {
    const DECLARING: [&str; 3] = ["invoice", "credit", "void"];
    let mut words = header
        .split([' ', '\t'])
        .filter(|word| !word.is_empty())
        .take(2);
    words.all(|word| {
        let known = DIRECTIVES.iter().find(|directive| directive.word == word);
        known.is_none_or(|known| !known.place.is_dated() || DECLARING.contains(&known.word))
    })
}

/// The first thing in a line that nobody can see: a byte that is no text, or a hidden character.
fn unseen(line: &Line<'_>, not_utf8: &[NotUtf8]) -> Option<Diagnostic> {
    let first = not_utf8.partition_point(|bad| bad.place < line.place);
    let bad = not_utf8
        .get(first)
        .filter(|bad| bad.place < line.span().end);
    bad.map(|bad| bad.found())
        .or_else(|| strange::hidden(line.text, line.place))
}

/// Where the words behind a bar stand.
fn free_text(free: &str, place: u32) -> Option<Span> {
    let bar = Part {
        text: token::without_blanks_behind(free),
        place,
    };
    let words = bar.behind_first().behind_blanks();
    (!free.is_empty()).then(|| words.span())
}

fn read_date(head: &str, place: u32) -> Result<(Option<Spanned<NaiveDate>>, &str), Fault> {
    if !head.starts_with(|c: char| c.is_ascii_digit()) {
        return Ok((None, head));
    }
    if let Ok((rest, date)) = token::date(head)
        && rest.starts_with([' ', '\t'])
    {
        let span = Span::new(place, place.saturating_add(10));
        return Ok((Some(Spanned::new(date, span)), rest));
    }
    let word = token::word(head).map_or(head, |(_, word)| word);
    let span = Span::of(place, word.len());
    if let Ok(("", _)) = token::date(word) {
        let end = Span::new(span.end, span.end);
        return Err(Box::new(kinds::MISSING_ARGUMENT.at(
            end,
            "expected a keyword after the date, found the end of the line",
        )));
    }
    Err(Box::new(wrong_date(word, span)))
}

fn read_keyword<'t>(
    behind: &'t str,
    head: &str,
    place: u32,
    sink: &Sink,
) -> Result<(&'static Directive, Span, &'t str), Fault> {
    let start = token::behind_blanks(behind);
    let before = head.len().saturating_sub(start.len());
    let place = Span::of(place, before).end;
    let known = DIRECTIVES
        .iter()
        .find(|known| token::begins_with_word(start, known.word));
    if let Some(directive) = known {
        let length = directive.word.len();
        let rest = start.get(length..).unwrap_or_default();
        return Ok((directive, Span::of(place, length), rest));
    }
    let word = token::word(start).map_or("", |(_, word)| word);
    let span = Span::of(place, word.len());
    Err(no_keyword(word, span, head, sink))
}

/// What to say about a word that is no keyword.
fn no_keyword(word: &str, span: Span, head: &str, sink: &Sink) -> Fault {
    if !word.is_ascii()
        && let Some(found) = strange::among_arguments(word, span.start)
    {
        return Box::new(found);
    }
    let dated = head.starts_with(|c: char| c.is_ascii_digit());
    if !dated && let Some(found) = misplaced::detail_in_column_1(word, span) {
        return Box::new(found);
    }
    Box::new(unknown_keyword(word, span, sink))
}

fn unknown_keyword(word: &str, span: Span, sink: &Sink) -> Diagnostic {
    if word.is_empty() {
        return kinds::MISSING_ARGUMENT.at(span, "expected a keyword, found the end of the line");
    }
    let found = kinds::UNKNOWN_KEYWORD.at(span, format!("expected a keyword, found `{word}`"));
    if sink.is_full_of(&kinds::UNKNOWN_KEYWORD) {
        return found;
    }
    if let Some(directive) = suggest::translated(word) {
        let english = suggest::with_stage(directive, word);
        return found
            .note(format!("this is `{english}` in a journal"))
            .help(format!("write `{english}`"))
            .suggested_fix(vec![Edit::replace(span, english)]);
    }
    match suggest::keyword(word) {
        Some(near) => found
            .help(format!("did you mean `{near}`?"))
            .suggested_fix(vec![Edit::replace(span, near)]),
        None => found.help("start a comment with `;`, an entry with its date and a keyword"),
    }
}

fn require_date(
    directive: &Directive,
    date: Option<&Spanned<NaiveDate>>,
    keyword: Span,
) -> Result<(), Fault> {
    match (directive.place.is_dated(), date) {
        (true, None) => Err(Box::new(
            kinds::MISSING_ARGUMENT
                .at(
                    keyword,
                    format!("expected a date before `{}`, found none", directive.word),
                )
                .help(format!(
                    "write the day in front: `2026-01-31 {} …`",
                    directive.word
                )),
        )),
        (false, Some(date)) => Err(Box::new(
            kinds::UNEXPECTED_ARGUMENT
                .at(
                    date.span,
                    format!("expected no date before `{}`, found one", directive.word),
                )
                .help("a declaration holds for the whole journal; leave the date out"),
        )),
        _ => Ok(()),
    }
}

/// A tab behind the indentation of a detail.
fn inner_tab(line: &Line<'_>) -> Option<Diagnostic> {
    let inner = line.text.trim_start_matches([' ', '\t']);
    let at = memchr::memchr(b'\t', token::without_blanks_behind(inner).as_bytes())?;
    let start = line
        .text
        .len()
        .saturating_sub(inner.len())
        .saturating_add(at);
    let start = line.place.saturating_add(u32::try_from(start).unwrap_or(0));
    Some(strange::tab(Span::new(start, start.saturating_add(1))))
}
