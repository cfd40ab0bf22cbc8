//! The single layout of journal text: `fmt` moves blanks, changes no word, and keeps every line.

use crate::syntax::amount_column::{AmountColumn, AmountLine};
use crate::syntax::detail::{DetailParts, detail_parts, known_keys};
use crate::syntax::dialect::Dialect;
use crate::syntax::entry::SourceText;
use crate::syntax::header::header_words;
use crate::syntax::input::Input;
use crate::syntax::lines::{SourceLine, SourceLineKind, lines, split_free_text};
use crate::syntax::reader::{JournalReader, NullVisitor};
use crate::syntax::table::{Directive, Key, KeyValue};
use crate::text::diagnostic::{Diagnostic, Severity, Sink};

const BLANKS: [char; 2] = [' ', '\t'];

/// Lays out one file. [`layout_errors`] must have found nothing in the text.
///
/// ```
/// let messy = "2026-01-05   invoice #1 @a 10.00  due 2026-02-04 |  Advice \n\torder:PO-1\n";
/// let neat = "2026-01-05 invoice #1 @a 10.00 due 2026-02-04 | Advice\n  order: PO-1\n";
/// assert_eq!(tegoed::format::format_journal(messy), neat);
/// ```
pub fn format_journal(text: &str) -> String {
    let (mark, text) = match text.strip_prefix('\u{feff}') {
        Some(rest) => ("\u{feff}", rest),
        None => ("", text),
    };
    let line_end = lines(SourceText { str: text, base: 0 })
        .map(|line| line.line_end())
        .find(|end| !end.is_empty())
        .unwrap_or("\n");
    let mut layout = Formatter {
        output: String::with_capacity(text.len().saturating_add(1)),
        directive: None,
        column: AmountColumn::default(),
    };
    layout.output.push_str(mark);
    for line in lines(SourceText { str: text, base: 0 }) {
        let end = if line.line_end().is_empty() {
            line_end
        } else {
            line.line_end()
        };
        layout.write_line(&line, end);
    }
    layout.flush();
    layout.output
}

/// Findings that prevent a file from being laid out: everything that cannot be read, except amounts, because another
/// file may declare their decimal mark.
pub fn layout_errors(text: &str) -> Vec<Diagnostic> {
    let mut sink = Sink::default();
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    JournalReader::new(Dialect::default()).read(
        SourceText { str: text, base: 0 },
        &[],
        &mut NullVisitor,
        &mut sink,
    );
    sink.unreadable = crate::text::diagnostic::UnreadableParts::default();
    let found = sink.into_findings().diagnostics;
    found
        .into_iter()
        .filter(|diagnostic| diagnostic.kind.severity == Severity::Error)
        .filter(|diagnostic| !diagnostic.kind.code.starts_with('A'))
        .collect()
}

/// Whether two texts differ in blanks only. `fmt` compares before and after, and writes nothing where a word changed.
pub fn has_same_words(before: &str, after: &str) -> bool {
    let letters = |c: &char| !matches!(c, ' ' | '\t' | '\r' | '\n');
    before
        .chars()
        .filter(letters)
        .eq(after.chars().filter(letters))
}

struct Formatter {
    output: String,
    directive: Option<&'static Directive>,
    column: AmountColumn,
}

impl Formatter {
    fn write_line(&mut self, line: &SourceLine<'_>, end: &str) {
        if line.kind != SourceLineKind::Detail {
            self.flush();
        }
        match line.kind {
            SourceLineKind::Blank => self.push("", end),
            SourceLineKind::Comment => {
                let indent = if line.text.starts_with(BLANKS) {
                    "  "
                } else {
                    ""
                };
                self.push(&format!("{indent}{}", line.text.trim_matches(BLANKS)), end);
            }
            SourceLineKind::Heading | SourceLineKind::Conflict => {
                self.directive = None;
                self.push(line.text.trim_end_matches(BLANKS), end);
            }
            SourceLineKind::Header => self.write_header(line, end),
            SourceLineKind::Detail => self.write_detail(line, end),
        }
    }

    fn push(&mut self, letters: &str, end: &str) {
        self.output.push_str(letters);
        self.output.push_str(end);
    }

    fn write_header(&mut self, line: &SourceLine<'_>, end: &str) {
        let header = header_words(line.input());
        self.directive = header.directive;
        let neat = header.words.join(" ") + &format_free_text(header.text);
        self.push(&neat, end);
    }

    fn write_detail(&mut self, line: &SourceLine<'_>, end: &str) {
        let neat = match detail_parts(line.input()) {
            DetailParts::Words(text) => format!("  >{}", with_leading_blank(text)),
            DetailParts::Unreadable(line) => format!("  {}", line.text),
            DetailParts::KeyValue(word, value) => match self.find_key(word.text) {
                Some(key) if key.value != KeyValue::Text => {
                    self.write_structured_detail(key, value, end);
                    return;
                }
                None if self.is_rated_key(word) => {
                    format!("  {}: {}", single_blanks(word), single_blanks(value))
                }
                _ => format!("  {}:{}", word.text, with_leading_blank(value)),
            },
        };
        self.flush();
        self.push(&neat, end);
    }

    /// Whether a key has a rate of VAT before its colon.
    fn is_rated_key(&self, word: Input<'_>) -> bool {
        let first = word.words().next();
        let key = first.and_then(|first| self.find_key(first.text));
        key.is_some_and(|key| matches!(key.value, KeyValue::Rated(_)))
    }

    fn find_key(&self, word: &str) -> Option<&'static Key> {
        known_keys(self.directive?).find(|known| known.word() == word)
    }

    fn write_structured_detail(&mut self, key: &Key, value: Input<'_>, end: &str) {
        let (head, text) = split_free_text(value);
        let words: Vec<&str> = head.words().map(|word| word.text).collect();
        let text = format_free_text(text);
        if let Some(line) = AmountLine::from_words(key.name, &words, &text, end) {
            self.column.push(line, &mut self.output);
            return;
        }
        self.flush();
        self.push(&format!("  {}: {}{text}", key.word(), words.join(" ")), end);
    }

    /// Writes the details held back so far, with their amounts ending in one column.
    fn flush(&mut self) {
        self.column.write(&mut self.output);
    }
}

/// The words with one blank between them.
fn single_blanks(words: Input<'_>) -> String {
    let words: Vec<&str> = words.words().map(|word| word.text).collect();
    words.join(" ")
}

/// Free text with its bar, as it follows the arguments; empty where there is none.
fn format_free_text(text: Option<Input<'_>>) -> String {
    text.map_or_else(String::new, |text| {
        format!(" |{}", with_leading_blank(text))
    })
}

/// The text with a blank before it; empty where the text is empty.
fn with_leading_blank(text: Input<'_>) -> String {
    let gap = if text.text.is_empty() { "" } else { " " };
    format!("{gap}{}", text.text)
}
