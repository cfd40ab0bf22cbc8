//! A letter in plain characters, laid out as letters are here: who writes, to whom, place and day, what it is about.

use super::escape_controls::{escape_controls, is_printable_ascii};
use super::letter_medium::{Attachment, LetterMedium};
use super::wrap::{display_width, wrap_text};
use crate::document::letter::{Letter, LetterBlock, LetterTable};
use crate::language::letters::FrameWords;

/// Plain text.
pub static TEXT: LetterMedium = LetterMedium {
    name: "text",
    extension: "txt",
    is_read_as_text: true,
    embeds_enclosures: false,
    shows_payment_code: false,
    write,
    write_envelope: None,
};

/// How many characters fit on a line.
const LINE_WIDTH: usize = 76;
/// Labels are padded up to this width at most.
const WIDEST_LABEL: usize = 30;
/// Blanks between columns.
const GAP: &str = "  ";

#[allow(
    clippy::unnecessary_wraps,
    reason = "the shape of every medium of letters"
)]
fn write(letter: &Letter, _: &[Attachment]) -> Result<Vec<u8>, String> {
    let mut sheet = TextLetter::default();
    sheet.push_head(letter);
    for part in &letter.body {
        sheet.push_part(part);
    }
    sheet.push_tail(letter, &letter.language.phrases.letter.frame);
    Ok(sheet.text.into_bytes())
}

/// The letter as the text inside a mail, whose headers name who writes to whom, when, and about what.
pub fn text_for_mail(letter: &Letter) -> String {
    let mut sheet = TextLetter::default();
    sheet.push_pairs(&letter.references);
    sheet.push_gap();
    sheet.push_line(&letter.salutation);
    for part in &letter.body {
        sheet.push_part(part);
    }
    sheet.push_tail(letter, &letter.language.phrases.letter.frame);
    sheet.push_gap();
    sheet.push_line(&letter.sender.name);
    sheet.push_lines(&letter.sender.address);
    sheet.push_pairs(&letter.sender.particulars);
    sheet.text
}

/// The lines written so far.
#[derive(Default)]
struct TextLetter {
    text: String,
}

impl TextLetter {
    fn push_head(&mut self, letter: &Letter) {
        let sender = &letter.sender;
        self.push_line(&sender.name);
        self.push_lines(&sender.address);
        self.push_pairs(&sender.particulars);
        self.push_gap();
        self.push_lines(&letter.recipient);
        self.push_gap();
        self.push_line(&letter.dateline);
        self.push_gap();
        let about = (
            letter.language.phrases.letter.frame.subject.to_owned(),
            letter.subject.clone(),
        );
        let mut references = letter.references.clone();
        references.push(about);
        self.push_pairs(&references);
        self.push_gap();
        self.push_line(&letter.salutation);
    }

    fn push_part(&mut self, part: &LetterBlock) {
        self.push_gap();
        match part {
            LetterBlock::Paragraph(words) => self.push_line(words),
            LetterBlock::Heading(words) => {
                self.push_line(words);
                self.push_line(&"-".repeat(display_width(words).min(LINE_WIDTH)));
            }
            LetterBlock::Points(points) => {
                for point in points {
                    self.push_hanging("- ", point);
                }
            }
            LetterBlock::Facts(facts) => self.push_pairs(facts),
            LetterBlock::Table(table) => self.push_table(table),
        }
    }

    fn push_tail(&mut self, letter: &Letter, say: &FrameWords) {
        if let Some(payment) = &letter.payment {
            self.push_part(&LetterBlock::Heading(say.payment.to_owned()));
            self.push_pairs(&payment.labelled_lines);
        }
        self.push_gap();
        self.push_line(&letter.closing);
        self.push_gap();
        self.push_lines(&letter.signature);
        if !letter.enclosures.is_empty() {
            self.push_gap();
            self.push_line(&format!("{}:", say.enclosures));
            let names = letter.enclosures.iter();
            names.for_each(|enclosure| self.push_hanging("- ", &enclosure.name));
        }
        if !letter.footer.is_empty() {
            self.push_gap();
            self.push_lines(&letter.footer);
        }
    }

    /// An empty line, unless there is one.
    fn push_gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    fn push_line(&mut self, words: &str) {
        self.push_hanging("", words);
    }

    fn push_lines(&mut self, lines: &[String]) {
        for line in lines {
            self.push_line(line);
        }
    }

    /// Words behind a mark; where they take several lines, these stand below each other.
    fn push_hanging(&mut self, mark: &str, words: &str) {
        if is_printable_ascii(words)
            && display_width(mark).saturating_add(words.len()) <= LINE_WIDTH
        {
            return self.push_one_line(mark, words);
        }
        let mut shown = String::new();
        escape_controls(&mut shown, words);
        let indent = display_width(mark);
        let mut lead = mark.to_owned();
        for line in wrap_text(&shown, LINE_WIDTH.saturating_sub(indent)) {
            let whole = format!("{lead}{line}");
            self.text.push_str(whole.trim_end_matches(' '));
            self.text.push('\n');
            lead = " ".repeat(indent);
        }
    }

    /// A mark and words that fit on one line, which most do: single blanks between words.
    fn push_one_line(&mut self, mark: &str, words: &str) {
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

    fn push_pairs(&mut self, pairs: &[(String, String)]) {
        let labels = pairs.iter().map(|(label, _)| display_width(label));
        let room = labels.max().unwrap_or_default().min(WIDEST_LABEL);
        for (label, value) in pairs {
            let blanks = " ".repeat(room.saturating_sub(display_width(label)));
            self.push_hanging(&format!("{label}{blanks}{GAP}"), value);
        }
    }

    /// A table in columns; where these are too wide for the sheet, each row as label and value.
    fn push_table(&mut self, table: &LetterTable) {
        let widths = column_widths(table);
        let gaps = GAP.len().saturating_mul(widths.len().saturating_sub(1));
        if widths.iter().sum::<usize>().saturating_add(gaps) > LINE_WIDTH {
            return self.push_stacked_rows(table);
        }
        let rule: Vec<String> = widths.iter().map(|room| "-".repeat(*room)).collect();
        self.push_row(table, &table.headings, &widths);
        self.push_row(table, &rule, &widths);
        for row in &table.rows {
            self.push_row(table, row, &widths);
        }
        if !table.total.is_empty() {
            self.push_row(table, &rule, &widths);
            self.push_row(table, &table.total, &widths);
        }
    }

    fn push_stacked_rows(&mut self, table: &LetterTable) {
        for row in table.rows.iter().chain([&table.total]) {
            let pairs = table.headings.iter().cloned().zip(row.iter().cloned());
            let pairs: Vec<_> = pairs.filter(|(_, value)| !value.is_empty()).collect();
            self.push_gap();
            self.push_pairs(&pairs);
        }
    }

    fn push_row(&mut self, table: &LetterTable, cells: &[String], widths: &[usize]) {
        let mut line = String::new();
        for (place, (cell, room)) in cells.iter().zip(widths).enumerate() {
            let mut shown = String::new();
            escape_controls(&mut shown, cell);
            let blanks = " ".repeat(room.saturating_sub(display_width(&shown)));
            let parts = if is_right_aligned(table, place) {
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
fn column_widths(table: &LetterTable) -> Vec<usize> {
    let headings = table.headings.iter().enumerate();
    headings
        .map(|(place, heading)| {
            let rows = table.rows.iter().chain([&table.total]);
            let cells = rows.filter_map(|row| row.get(place));
            cells
                .chain([heading])
                .map(|cell| display_width(cell))
                .max()
                .unwrap_or_default()
        })
        .collect()
}

/// Whether a column is set to the right.
fn is_right_aligned(table: &LetterTable, place: usize) -> bool {
    table.right_aligned.get(place).copied().unwrap_or_default()
}
