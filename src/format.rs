//! The one layout: moves blanks, changes no word, keeps every line.

use crate::syntax::amount_column::{AmountColumn, AmountLine};
use crate::syntax::detail::known_keys;
use crate::syntax::dialect::Dialect;
use crate::syntax::directive::DIRECTIVES;
use crate::syntax::entry::{Entry, Text};
use crate::syntax::lines::{Line, LineKind, bar, lines};
use crate::syntax::reader::{Reader, Visitor};
use crate::syntax::table::{Directive, Form, Key, KeyValue};
use crate::syntax::token;
use crate::text::diagnostic::{Diagnostic, Severity, Sink};

const BLANKS: [char; 2] = [' ', '\t'];

/// Lays out one file. The text must be one that [`refusals`] says nothing about.
///
/// ```
/// let messy = "2026-01-05   invoice #1 @a 10.00  due 2026-02-04 |  Advice \n\torder:PO-1\n";
/// let neat = "2026-01-05 invoice #1 @a 10.00 due 2026-02-04 | Advice\n  order: PO-1\n";
/// assert_eq!(tegoed::format::format(messy), neat);
/// ```
pub fn format(text: &str) -> String {
    let (mark, text) = match text.strip_prefix('\u{feff}') {
        Some(rest) => ("\u{feff}", rest),
        None => ("", text),
    };
    let line_end = lines(Text { str: text, base: 0 })
        .map(|line| line.end())
        .find(|end| !end.is_empty())
        .unwrap_or("\n");
    let mut layout = Layout {
        output: String::with_capacity(text.len().saturating_add(1)),
        directive: None,
        column: AmountColumn::default(),
    };
    layout.output.push_str(mark);
    for line in lines(Text { str: text, base: 0 }) {
        let end = if line.end().is_empty() {
            line_end
        } else {
            line.end()
        };
        layout.line(&line, end);
    }
    layout.flush();
    layout.output
}

/// What keeps a file from being laid out: anything that cannot be read, but amounts, whose mark another file declares.
pub fn refusals(text: &str) -> Vec<Diagnostic> {
    let mut sink = Sink::default();
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    Reader::new(Dialect::default()).read(Text { str: text, base: 0 }, &[], &mut Nobody, &mut sink);
    sink.missing = crate::text::diagnostic::Missing::default();
    let found = sink.into_findings().diagnostics;
    found
        .into_iter()
        .filter(|diagnostic| diagnostic.kind.severity == Severity::Error)
        .filter(|diagnostic| !diagnostic.kind.code.starts_with('A'))
        .collect()
}

/// Whether two texts differ in blanks alone: what the writer asks before it writes.
pub fn same_words(before: &str, after: &str) -> bool {
    let letters = |c: &char| !matches!(c, ' ' | '\t' | '\r' | '\n');
    before
        .chars()
        .filter(letters)
        .eq(after.chars().filter(letters))
}

struct Nobody;

impl Visitor for Nobody {
    fn entry(&mut self, _entry: &Entry, _text: Text<'_>, _sink: &mut Sink) {}
}

struct Layout {
    output: String,
    directive: Option<&'static Directive>,
    column: AmountColumn,
}

impl Layout {
    fn line(&mut self, line: &Line<'_>, end: &str) {
        if line.kind != LineKind::Detail {
            self.flush();
        }
        match line.kind {
            LineKind::Blank => self.push("", end),
            LineKind::Comment => {
                let indent = if line.text.starts_with(BLANKS) {
                    "  "
                } else {
                    ""
                };
                self.push(&format!("{indent}{}", line.text.trim_matches(BLANKS)), end);
            }
            LineKind::Heading | LineKind::Conflict => {
                self.directive = None;
                self.push(line.text.trim_end_matches(BLANKS), end);
            }
            LineKind::Header => self.header(line.text, end),
            LineKind::Detail => self.detail(line.text.trim_matches(BLANKS), end),
        }
    }

    fn push(&mut self, letters: &str, end: &str) {
        self.output.push_str(letters);
        self.output.push_str(end);
    }

    fn header(&mut self, letters: &str, end: &str) {
        let (head, text) = split_text(letters);
        let words = words(head);
        let dated = words
            .first()
            .is_some_and(|word| token::date((*word).into()).is_ok());
        let keyword = words.get(usize::from(dated)).copied().unwrap_or_default();
        self.directive = DIRECTIVES
            .iter()
            .find(|known| known.word == keyword)
            .copied();
        let path = self.directive.is_some_and(|known| {
            known
                .slots
                .iter()
                .any(|slot| slot.forms.contains(&Form::Path))
        });
        let neat = if path {
            let rest = head
                .trim_start_matches(BLANKS)
                .strip_prefix(keyword)
                .unwrap_or_default();
            format!("{keyword} {}", rest.trim_matches(BLANKS))
        } else {
            words.join(" ")
        };
        self.push(&with_text(&neat, text), end);
    }

    fn detail(&mut self, letters: &str, end: &str) {
        if let Some(words) = letters.strip_prefix('>') {
            self.flush();
            let words = words.trim_matches(BLANKS);
            let gap = if words.is_empty() { "" } else { " " };
            self.push(&format!("  >{gap}{words}"), end);
            return;
        }
        let Some((key, value)) = letters.split_once(':') else {
            self.flush();
            self.push(&format!("  {letters}"), end);
            return;
        };
        let value = value.trim_matches(BLANKS);
        let known = self.key(key);
        if let Some(key) = known.filter(|key| key.value != KeyValue::Text) {
            self.structured(key, value, end);
            return;
        }
        self.flush();
        let gap = if value.is_empty() { "" } else { " " };
        self.push(&format!("  {key}:{gap}{value}"), end);
    }

    fn key(&self, word: &str) -> Option<&'static Key> {
        known_keys(self.directive?).find(|known| known.word == word)
    }

    fn structured(&mut self, key: &Key, value: &str, end: &str) {
        let (head, text) = split_text(value);
        let words = words(head);
        let text = with_text("", text);
        if let Some(line) = AmountLine::cut(key.name, &words, &text, end) {
            self.column.push(line, &mut self.output);
            return;
        }
        self.flush();
        self.push(&format!("  {}: {}{text}", key.word, words.join(" ")), end);
    }

    /// Writes the details whose amounts end in one column.
    fn flush(&mut self) {
        self.column.write(&mut self.output);
    }
}

fn words(head: &str) -> Vec<&str> {
    head.split(BLANKS).filter(|word| !word.is_empty()).collect()
}

/// The arguments, and the free text behind `|` where there is one.
fn split_text(letters: &str) -> (&str, Option<&str>) {
    match bar(letters).and_then(|at| letters.split_at_checked(at)) {
        Some((head, text)) => {
            let text = text.strip_prefix('|').unwrap_or(text).trim_matches(BLANKS);
            (head, Some(text))
        }
        None => (letters, None),
    }
}

fn with_text(head: &str, text: Option<&str>) -> String {
    match text {
        Some("") => format!("{head} |"),
        Some(text) => format!("{head} | {text}"),
        None => head.to_owned(),
    }
}
