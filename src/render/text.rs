//! Pages of characters, for people: a terminal, a mail, a file to print.

use super::cell_writer::CellWriter;
use super::escape_controls::escape_controls;
use super::medium::{Audience, Medium, Pages, RenderOptions, TerminalStyle};
use super::text_column::GAP;
use super::text_table::TextTable;
use super::wrap::{display_width, widest_word, wrap_text};
use crate::document::{Block, Cell, Document, Fact, Table};
use std::io::{self, BufWriter, Write};

/// Plain text.
pub static TEXT: Medium = Medium {
    name: "text",
    extension: "txt",
    audience: Audience::People,
    write,
};

/// Paragraphs are no wider than this, however wide the page.
const WIDEST_PARAGRAPH: usize = 90;

fn write(pages: &mut Pages<'_>, look: RenderOptions, out: &mut dyn Write) -> io::Result<()> {
    let mut out = BufWriter::with_capacity(1 << 16, out);
    for (place, page) in pages.enumerate() {
        if place > 0 {
            writeln!(out)?;
        }
        TextPage::new(look).write_page(&page, &mut out)?;
    }
    out.flush()
}

/// Writes one page.
struct TextPage {
    options: RenderOptions,
    cell_writer: CellWriter,
    bold: [&'static str; 2],
}

impl TextPage {
    fn new(look: RenderOptions) -> Self {
        Self {
            options: look,
            cell_writer: CellWriter::for_people(look.language),
            bold: match look.style {
                TerminalStyle::Plain => ["", ""],
                TerminalStyle::Ansi => ["\u{1b}[1m", "\u{1b}[0m"],
            },
        }
    }

    fn write_page(&mut self, page: &Document, out: &mut dyn Write) -> io::Result<()> {
        self.write_heading(&page.title, out)?;
        self.write_facts(&page.basis, out)?;
        for block in &page.blocks {
            match block {
                Block::Heading(words) => {
                    writeln!(out)?;
                    self.write_heading(words, out)?;
                }
                Block::Paragraph(words) => {
                    writeln!(out)?;
                    self.write_paragraph(words, out)?;
                }
                Block::Facts(facts) => self.write_facts(facts, out)?,
                Block::Table(table) if table.rows.is_empty() || !table.is_for_people() => {}
                Block::Table(table) => {
                    writeln!(out)?;
                    self.write_table(table, out)?;
                }
            }
        }
        Ok(())
    }

    fn write_heading(&self, words: &str, out: &mut dyn Write) -> io::Result<()> {
        let [on, off] = self.bold;
        let mut shown = String::new();
        escape_controls(&mut shown, words);
        writeln!(out, "{on}{shown}{off}")
    }

    fn write_paragraph(&self, words: &str, out: &mut dyn Write) -> io::Result<()> {
        let mut shown = String::new();
        escape_controls(&mut shown, words);
        let room = self.options.width.unwrap_or(WIDEST_PARAGRAPH);
        for line in wrap_text(&shown, room.min(WIDEST_PARAGRAPH)) {
            writeln!(out, "{line}")?;
        }
        Ok(())
    }

    fn write_facts(&mut self, facts: &[Fact], out: &mut dyn Write) -> io::Result<()> {
        if facts.is_empty() {
            return Ok(());
        }
        writeln!(out)?;
        let labels = facts.iter().map(|fact| display_width(&fact.label));
        let widest = labels.max().unwrap_or(0);
        for fact in facts {
            let mut value = String::new();
            self.cell_writer.write_cell(&mut value, &fact.value);
            if let Cell::Money(amount) = fact.value {
                value.push(' ');
                value.push_str(amount.to_money().currency.code());
            }
            let mut shown = String::new();
            escape_controls(&mut shown, &value);
            let mut label = fact.label.as_str();
            let column = widest.saturating_add(GAP);
            let room = self.options.width.unwrap_or(usize::MAX);
            let room = room.saturating_sub(column).max(widest_word(&shown));
            for line in wrap_text(&shown, room) {
                let blank = column.saturating_sub(display_width(label));
                writeln!(out, "{label}{:blank$}{line}", "")?;
                label = "";
            }
        }
        Ok(())
    }

    fn write_table(&mut self, table: &Table, out: &mut dyn Write) -> io::Result<()> {
        TextTable::new(table, &mut self.cell_writer, self.options.width).write(
            &mut self.cell_writer,
            self.bold,
            out,
        )
    }
}
