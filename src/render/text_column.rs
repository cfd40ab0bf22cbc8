//! One column of a table on a page of characters: how wide it is, and how its cells are laid out.

use super::cell_writer::CellWriter;
use super::escape_controls::{escape_controls, is_printable_ascii};
use super::wrap::{display_width, widest_line, widest_word, wrap_text};
use crate::document::{Cell, Column, ColumnVisibility, Table};
use crate::value::share::Quantity;
use unicode_width::UnicodeWidthChar;

/// Blanks between two columns.
pub const GAP: usize = 2;
/// What a half has behind its whole part.
const HALF_WIDTH: usize = 2;
/// The column with the handle of a customer: what one types to ask for more.
const HANDLE_KEY: &str = "customer";
/// The column with numbers of invoices.
const NUMBERS_KEY: &str = "invoice";
/// The column with the name.
const NAME_KEY: &str = "name";
/// The column that tells people where an entry stands.
const PLACE_KEY: &str = "place";
/// A name is not shortened below this.
const MIN_NAME_WIDTH: usize = 6;
/// A column of words is not squeezed below its widest word, unless that is longer than this.
const MAX_WORD_WIDTH: usize = 30;

/// One column on the page.
pub struct TextColumn<'t> {
    /// Which column of the table.
    pub index: usize,
    /// What it is called and who sees it.
    pub column: &'t Column,
    /// The widest of its cells.
    pub content_width: usize,
    /// The most that stands behind the whole part of an amount, the mark included.
    fraction_width: usize,
    /// Whether its cells are figures, which are never wrapped.
    pub is_numeric: bool,
    /// Whether its cells are days or the handle of a customer, which are never broken.
    pub is_rigid: bool,
    /// Whether its cells are names, which are shortened where room is short.
    pub is_name: bool,
    /// It is not squeezed below this: figures not at all, words not below a word of usual length.
    pub min_width: usize,
    /// Four of five cells are no wider than this; worked out only where room is short.
    pub usual_width: usize,
    /// How wide it is made.
    pub width: usize,
}

impl<'t> TextColumn<'t> {
    /// Some columns, as wide as their cells are.
    pub fn measure_columns(
        table: &Table,
        columns: impl Iterator<Item = (usize, &'t Column)>,
        cell_writer: &mut CellWriter,
    ) -> Vec<Self> {
        let mut measured: Vec<Self> = columns
            .map(|(place, column)| Self::new(place, column))
            .collect();
        let mut scratch = String::new();
        // Row by row, as they lie in memory.
        for row in table.rows.iter().chain(&table.totals) {
            for column in &mut measured {
                if let Some(cell) = row.get(column.index) {
                    column.measure_cell(cell, cell_writer, &mut scratch);
                }
            }
        }
        measured.iter_mut().for_each(Self::finish_measuring);
        measured
    }

    fn new(place: usize, column: &'t Column) -> Self {
        Self {
            is_rigid: column.key == HANDLE_KEY,
            is_name: column.key == NAME_KEY,
            index: place,
            column,
            content_width: 0,
            fraction_width: 0,
            is_numeric: false,
            min_width: 0,
            usual_width: 0,
            width: 0,
        }
    }

    /// Looks how wide a cell is.
    fn measure_cell(&mut self, cell: &Cell, cell_writer: &mut CellWriter, scratch: &mut String) {
        match cell {
            Cell::Empty => return,
            Cell::Text(words) if is_printable_ascii(words) => {
                self.content_width = self.content_width.max(words.len());
                return self.measure_words(words);
            }
            _ => scratch.clear(),
        }
        write_escaped(scratch, cell, cell_writer);
        let part = match cell {
            Cell::Money(amount) => cell_writer.fraction_width(amount.to_money().currency),
            Cell::Halves(halves) if halves % 2 != 0 => HALF_WIDTH,
            Cell::Decimal(number) => decimal_width(*number),
            _ => 0,
        };
        self.is_rigid |= matches!(cell, Cell::Date(_));
        self.is_numeric |= matches!(
            cell,
            Cell::Money(_) | Cell::Number(_) | Cell::Halves(_) | Cell::Decimal(_) | Cell::Share(_)
        );
        self.fraction_width = self.fraction_width.max(part);
        let whole = widest_line(scratch).saturating_sub(part);
        self.content_width = self.content_width.max(whole);
        self.measure_words(scratch);
    }

    /// No word takes more places than the cell has bytes, so that most need not be looked at.
    fn measure_words(&mut self, words: &str) {
        if self.min_width < MAX_WORD_WIDTH.min(words.len()) && !self.is_numeric {
            self.min_width = self.min_width.max(widest_word(words).min(MAX_WORD_WIDTH));
        }
    }

    /// When all cells were looked at.
    fn finish_measuring(&mut self) {
        self.content_width = self.content_width.saturating_add(self.fraction_width);
        self.width = self.content_width.max(display_width(&self.column.heading));
        let heading = widest_word(&self.column.heading);
        self.min_width = if self.is_numeric {
            self.width
        } else if self.is_name {
            self.content_width.min(MIN_NAME_WIDTH).max(heading)
        } else if self.is_rigid {
            self.content_width.min(MAX_WORD_WIDTH).max(heading)
        } else {
            self.min_width.max(heading)
        };
        self.usual_width = self.width;
    }

    /// The width that four of five cells do not pass.
    pub fn compute_usual_width(&self, table: &Table, cell_writer: &mut CellWriter) -> usize {
        let mut scratch = String::new();
        let cells = table.rows.iter().filter_map(|row| row.get(self.index));
        let mut widths: Vec<usize> = cells
            .filter(|cell| !cell.is_nothing())
            .map(|cell| {
                scratch.clear();
                write_escaped(&mut scratch, cell, cell_writer);
                widest_line(&scratch)
            })
            .collect();
        widths.sort_unstable();
        let place = widths.len().saturating_mul(4) / 5;
        let usual = widths.get(place).copied().unwrap_or(0);
        usual.max(self.min_width)
    }

    /// Whether it goes at last, where nothing else makes the table fit.
    pub fn is_dispensable(&self) -> bool {
        let is_place = self.column.key == PLACE_KEY;
        is_place || self.column.visibility == ColumnVisibility::WhenUsed && !self.is_handle()
    }

    /// Whether it names who a row is about.
    fn is_handle(&self) -> bool {
        self.column.key == HANDLE_KEY
    }

    /// Whether its cells are numbers of invoices: lists of them wrap, none of them breaks.
    pub fn has_numbers(&self) -> bool {
        self.column.key == NUMBERS_KEY
    }

    /// Whether it is for wide pages only.
    pub fn is_optional(&self) -> bool {
        self.column.visibility == ColumnVisibility::WhenRoom
    }

    /// Adds one line of a cell and the gap behind it: figures to the right, words to the left.
    pub fn push_line(&self, line: &mut String, words: &str) {
        self.push_padded(line, words, display_width(words));
    }

    /// Adds a cell that takes one line, and the gap behind it; `false` where it takes more.
    pub fn push_cell(
        &self,
        line: &mut String,
        cell: &Cell,
        cell_writer: &mut CellWriter,
        scratch: &mut String,
    ) -> bool {
        match cell {
            Cell::Text(words)
                if is_printable_ascii(words)
                    && !self.is_numeric
                    && (!self.is_name || words.len() <= self.width) =>
            {
                let fits = words.len() <= self.width;
                if fits {
                    self.push_padded(line, words, words.len());
                }
                fits
            }
            _ => {
                scratch.clear();
                self.write_cell(scratch, cell, cell_writer);
                self.shorten_name(scratch);
                self.push_if_one_line(line, scratch)
            }
        }
    }

    fn push_if_one_line(&self, line: &mut String, words: &str) -> bool {
        let wide = self.width_on_one_line(words);
        if let Some(wide) = wide {
            self.push_padded(line, words, wide);
        }
        wide.is_some()
    }

    /// How many places words take on one line; `None` where they need more lines than that.
    fn width_on_one_line(&self, words: &str) -> Option<usize> {
        let (wide, lines) = if is_printable_ascii(words) {
            (words.len(), false)
        } else {
            (display_width(words), words.contains('\n'))
        };
        (self.is_numeric || wide <= self.width && !lines).then_some(wide)
    }

    fn push_padded(&self, line: &mut String, words: &str, wide: usize) {
        let blank = self.width.saturating_sub(wide);
        let (before, after) = if self.is_numeric {
            (blank, 0)
        } else {
            (0, blank)
        };
        push_blanks(line, before);
        line.push_str(words);
        push_blanks(line, after.saturating_add(GAP));
    }

    /// The lines of its heading.
    pub fn heading_lines(&self) -> Vec<String> {
        wrap_text(&self.column.heading, self.width)
    }

    /// The lines of a cell.
    pub fn cell_lines(&self, cell: &Cell, cell_writer: &mut CellWriter) -> Vec<String> {
        let mut words = String::new();
        self.write_cell(&mut words, cell, cell_writer);
        self.shorten_name(&mut words);
        if self.width_on_one_line(&words).is_some() {
            vec![words]
        } else {
            wrap_text(&words, self.width)
        }
    }

    /// Cuts a name that is wider than its column, with a sign for what is left out.
    fn shorten_name(&self, words: &mut String) {
        if !self.is_name || display_width(words) <= self.width {
            return;
        }
        let mut room = self.width.saturating_sub(1);
        let fits = words.char_indices().find(|(_, sign)| {
            let wide = sign.width().unwrap_or(0);
            let left = room.checked_sub(wide);
            room = left.unwrap_or(room);
            left.is_none()
        });
        if let Some((end, _)) = fits {
            words.truncate(end);
        }
        words.truncate(words.trim_end().len());
        words.push('…');
    }

    /// Writes a cell on one line. Behind a figure blanks stand for the decimals that others have.
    pub fn write_cell(&self, words: &mut String, cell: &Cell, cell_writer: &mut CellWriter) {
        write_escaped(words, cell, cell_writer);
        if self.is_numeric {
            let part = match cell {
                Cell::Money(amount) => cell_writer.fraction_width(amount.to_money().currency),
                Cell::Halves(halves) if halves % 2 != 0 => HALF_WIDTH,
                Cell::Decimal(number) => decimal_width(*number),
                Cell::Number(_) | Cell::Halves(_) | Cell::Share(_) => 0,
                _ => self.fraction_width,
            };
            push_blanks(words, self.fraction_width.saturating_sub(part));
        }
    }
}

/// Adds blanks.
fn push_blanks(line: &mut String, count: usize) {
    const SOME: &str = "                                ";
    let mut left = count;
    while left > 0 {
        let piece = SOME.get(..left).unwrap_or(SOME);
        line.push_str(piece);
        left = left.saturating_sub(piece.len());
    }
}

/// Writes a cell as people see it; what the user wrote cannot steer the terminal.
fn write_escaped(out: &mut String, cell: &Cell, cell_writer: &mut CellWriter) {
    match cell {
        Cell::Text(words) => escape_controls(out, words),
        other => cell_writer.write_cell(out, other),
    }
}

/// The narrowest column in which a heading takes two lines.
pub fn width_for_two_lines(heading: &str) -> usize {
    let mut widths = widest_word(heading)..display_width(heading);
    let fits = widths.find(|room| wrap_text(heading, *room).len() <= 2);
    fits.unwrap_or_else(|| display_width(heading))
}

/// How many characters of a decimal stand behind its whole part, mark included.
fn decimal_width(number: Quantity) -> usize {
    match usize::try_from(number.scale()) {
        Ok(0) | Err(_) => 0,
        Ok(decimals) => decimals.saturating_add(1),
    }
}
