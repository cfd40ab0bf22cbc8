//! A letter in plain characters, laid out as letters are here: who writes, to whom, place and day, what it is about.

use super::letter_medium::{Attachment, LetterMedium};
use super::visible::{is_plain, visible};
use super::wrap::{width, wrap};
use crate::document::letter::{Letter, LetterBlock, LetterTable};
use crate::language::letters::FrameWords;
use crate::language::{self, phrases::Language};

/// Plain text.
pub static TEXT: LetterMedium = LetterMedium {
    name: "text",
    extension: "txt",
    about: "plain text, to paste into a mail",
    attaches: false,
    write,
};

/// How many characters fit on a line.
const ROOM: usize = 76;
/// Labels are padded up to this width at most.
const WIDEST_LABEL: usize = 30;
/// Blanks between columns.
const GAP: &str = "  ";

#[allow(
    clippy::unnecessary_wraps,
    reason = "the shape of every medium of letters"
)]
fn write(letter: &Letter, _: &[Attachment]) -> Result<Vec<u8>, String> {
    let language = language::find_language(letter.language).unwrap_or(&language::en::ENGLISH);
    let mut sheet = Sheet::default();
    sheet.head(letter, language);
    for part in &letter.body {
        sheet.part(part);
    }
    sheet.tail(letter, &language.phrases.letter.frame);
    Ok(sheet.text.into_bytes())
}

/// The letter as the text inside a mail, whose headers name who writes to whom, when, and about what.
pub fn mail(letter: &Letter) -> String {
    let language = language::find_language(letter.language).unwrap_or(&language::en::ENGLISH);
    let mut sheet = Sheet::default();
    sheet.pairs(&letter.references);
    sheet.gap();
    sheet.line(&letter.salutation);
    for part in &letter.body {
        sheet.part(part);
    }
    sheet.tail(letter, &language.phrases.letter.frame);
    sheet.gap();
    sheet.line(&letter.sender.name);
    sheet.lines(&letter.sender.address);
    sheet.pairs(&letter.sender.particulars);
    sheet.text
}

/// The lines written so far.
#[derive(Default)]
struct Sheet {
    text: String,
}

impl Sheet {
    fn head(&mut self, letter: &Letter, language: &Language) {
        let sender = &letter.sender;
        self.line(&sender.name);
        self.lines(&sender.address);
        self.pairs(&sender.particulars);
        self.gap();
        self.lines(&letter.recipient);
        self.gap();
        self.line(&letter.dateline);
        self.gap();
        let about = (
            language.phrases.letter.frame.subject.to_owned(),
            letter.subject.clone(),
        );
        let mut references = letter.references.clone();
        references.push(about);
        self.pairs(&references);
        self.gap();
        self.line(&letter.salutation);
    }

    fn part(&mut self, part: &LetterBlock) {
        self.gap();
        match part {
            LetterBlock::Paragraph(words) => self.line(words),
            LetterBlock::Heading(words) => {
                self.line(words);
                self.line(&"-".repeat(width(words).min(ROOM)));
            }
            LetterBlock::Points(points) => {
                for point in points {
                    self.hanging("- ", point);
                }
            }
            LetterBlock::Facts(facts) => self.pairs(facts),
            LetterBlock::Table(table) => self.table(table),
        }
    }

    fn tail(&mut self, letter: &Letter, say: &FrameWords) {
        if let Some(payment) = &letter.payment {
            self.part(&LetterBlock::Heading(say.payment.to_owned()));
            self.pairs(&payment.labelled_lines);
        }
        self.gap();
        self.line(&letter.closing);
        self.gap();
        self.lines(&letter.signature);
        if !letter.enclosures.is_empty() {
            self.gap();
            self.line(&format!("{}:", say.enclosures));
            let names = letter.enclosures.iter();
            names.for_each(|enclosure| self.hanging("- ", &enclosure.name));
        }
        if !letter.footer.is_empty() {
            self.gap();
            self.lines(&letter.footer);
        }
    }

    /// An empty line, unless there is one.
    fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    fn line(&mut self, words: &str) {
        self.hanging("", words);
    }

    fn lines(&mut self, lines: &[String]) {
        for line in lines {
            self.line(line);
        }
    }

    /// Words behind a mark; where they take several lines, these stand below each other.
    fn hanging(&mut self, mark: &str, words: &str) {
        if is_plain(words) && width(mark).saturating_add(words.len()) <= ROOM {
            return self.short(mark, words);
        }
        let mut shown = String::new();
        visible(&mut shown, words);
        let indent = width(mark);
        let mut lead = mark.to_owned();
        for line in wrap(&shown, ROOM.saturating_sub(indent)) {
            let whole = format!("{lead}{line}");
            self.text.push_str(whole.trim_end_matches(' '));
            self.text.push('\n');
            lead = " ".repeat(indent);
        }
    }

    /// A mark and words that fit on one line, which most do: single blanks between words.
    fn short(&mut self, mark: &str, words: &str) {
        let start = self.text.len();
        self.text.push_str(mark);
        for word in words.split(' ').filter(|word| !word.is_empty()) {
            self.text.push_str(word);
            self.text.push(' ');
        }
        let blank = |text: &str| text.ends_with(' ');
        while self.text.len() > start && blank(&self.text) {
            self.text.pop();
        }
        self.text.push('\n');
    }

    fn pairs(&mut self, pairs: &[(String, String)]) {
        let labels = pairs.iter().map(|(label, _)| width(label));
        let room = labels.max().unwrap_or_default().min(WIDEST_LABEL);
        for (label, value) in pairs {
            let blanks = " ".repeat(room.saturating_sub(width(label)));
            self.hanging(&format!("{label}{blanks}{GAP}"), value);
        }
    }

    /// A table in columns; where these are too wide for the sheet, each row as label and value.
    fn table(&mut self, table: &LetterTable) {
        let widths = widths(table);
        let gaps = GAP.len().saturating_mul(widths.len().saturating_sub(1));
        if widths.iter().sum::<usize>().saturating_add(gaps) > ROOM {
            return self.stacked(table);
        }
        let rule: Vec<String> = widths.iter().map(|room| "-".repeat(*room)).collect();
        self.row(table, &table.headings, &widths);
        self.row(table, &rule, &widths);
        for row in &table.rows {
            self.row(table, row, &widths);
        }
        if !table.total.is_empty() {
            self.row(table, &rule, &widths);
            self.row(table, &table.total, &widths);
        }
    }

    fn stacked(&mut self, table: &LetterTable) {
        for row in table.rows.iter().chain([&table.total]) {
            let pairs = table.headings.iter().cloned().zip(row.iter().cloned());
            let pairs: Vec<_> = pairs.filter(|(_, value)| !value.is_empty()).collect();
            self.gap();
            self.pairs(&pairs);
        }
    }

    fn row(&mut self, table: &LetterTable, cells: &[String], widths: &[usize]) {
        let mut line = String::new();
        for (place, (cell, room)) in cells.iter().zip(widths).enumerate() {
            let mut shown = String::new();
            visible(&mut shown, cell);
            let blanks = " ".repeat(room.saturating_sub(width(&shown)));
            let parts = if is_right(table, place) {
                [blanks, shown]
            } else {
                [shown, blanks]
            };
            line.push_str(if place > 0 { GAP } else { "" });
            line.extend(parts);
        }
        self.text.push_str(line.trim_end_matches(' '));
        self.text.push('\n');
    }
}

/// How wide each column is.
fn widths(table: &LetterTable) -> Vec<usize> {
    let headings = table.headings.iter().enumerate();
    headings
        .map(|(place, heading)| {
            let rows = table.rows.iter().chain([&table.total]);
            let cells = rows.filter_map(|row| row.get(place));
            cells
                .chain([heading])
                .map(|cell| width(cell))
                .max()
                .unwrap_or_default()
        })
        .collect()
}

/// Whether a column is set to the right.
fn is_right(table: &LetterTable, place: usize) -> bool {
    table.right_aligned.get(place).copied().unwrap_or_default()
}
