//! Pages of characters, for people: a terminal, a mail, a file to print.

use super::figure::Pen;
use super::grid::Grid;
use super::medium::{Ink, Look, Medium};
use super::visible::visible;
use super::wrap::{width, wrap};
use crate::document::{Block, Cell, Document, Fact, Table};
use std::io::{self, BufWriter, Write};

/// Plain text.
pub static TEXT: Medium = Medium {
    name: "text",
    extension: "txt",
    about: "plain text, for people",
    for_people: true,
    write,
};

/// Paragraphs are no wider than this, however wide the page.
const WIDEST_PARAGRAPH: usize = 90;

fn write(pages: &[Document], look: Look, out: &mut dyn Write) -> io::Result<()> {
    let mut out = BufWriter::with_capacity(1 << 16, out);
    for (place, page) in pages.iter().enumerate() {
        if place > 0 {
            writeln!(out)?;
        }
        Page::new(look).write(page, &mut out)?;
    }
    out.flush()
}

/// Writes one page.
struct Page {
    look: Look,
    pen: Pen,
    bold: [&'static str; 2],
}

impl Page {
    fn new(look: Look) -> Self {
        Self {
            look,
            pen: Pen::for_people(look.language),
            bold: match look.ink {
                Ink::Plain => ["", ""],
                Ink::Colour => ["\u{1b}[1m", "\u{1b}[0m"],
            },
        }
    }

    fn write(&mut self, page: &Document, out: &mut dyn Write) -> io::Result<()> {
        self.heading(&page.title, out)?;
        self.facts(&page.basis, out)?;
        for block in &page.blocks {
            match block {
                Block::Heading(words) => {
                    writeln!(out)?;
                    self.heading(words, out)?;
                }
                Block::Paragraph(words) => {
                    writeln!(out)?;
                    self.paragraph(words, out)?;
                }
                Block::Facts(facts) => self.facts(facts, out)?,
                Block::Table(table) if table.rows.is_empty() || !table.is_for_people() => {}
                Block::Table(table) => {
                    writeln!(out)?;
                    self.table(table, out)?;
                }
            }
        }
        Ok(())
    }

    fn heading(&self, words: &str, out: &mut dyn Write) -> io::Result<()> {
        let [on, off] = self.bold;
        let mut shown = String::new();
        visible(&mut shown, words);
        writeln!(out, "{on}{shown}{off}")
    }

    fn paragraph(&self, words: &str, out: &mut dyn Write) -> io::Result<()> {
        let mut shown = String::new();
        visible(&mut shown, words);
        let room = self.look.width.unwrap_or(WIDEST_PARAGRAPH);
        for line in wrap(&shown, room.min(WIDEST_PARAGRAPH)) {
            writeln!(out, "{line}")?;
        }
        Ok(())
    }

    fn facts(&mut self, facts: &[Fact], out: &mut dyn Write) -> io::Result<()> {
        if facts.is_empty() {
            return Ok(());
        }
        writeln!(out)?;
        let labels = facts.iter().map(|fact| width(&fact.label));
        let widest = labels.max().unwrap_or(0);
        for fact in facts {
            let mut value = String::new();
            self.pen.cell(&mut value, &fact.value);
            if let Cell::Money(amount) = fact.value {
                value.push(' ');
                value.push_str(amount.to_money().currency.code());
            }
            let mut shown = String::new();
            visible(&mut shown, &value);
            let blank = widest.saturating_sub(width(&fact.label));
            writeln!(out, "{}{:blank$}  {shown}", fact.label, "")?;
        }
        Ok(())
    }

    fn table(&mut self, table: &Table, out: &mut dyn Write) -> io::Result<()> {
        Grid::new(table, &mut self.pen, self.look.width).write(&mut self.pen, self.bold, out)
    }
}
