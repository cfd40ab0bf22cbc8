//! One column of a table on a page of characters: how wide it is, and how its cells are laid out.

use super::figure::Pen;
use super::visible::{is_plain, visible};
use super::wrap::{widest_line, widest_word, width, wrap};
use crate::document::{Cell, Column, ColumnVisibility, Table};

/// Blanks between two columns.
pub const GAP: usize = 2;
/// What a half has behind its whole part.
const HALF: usize = 2;
/// A column of words is not squeezed below its widest word, unless that is longer than this.
const LONG_WORD: usize = 30;

/// One column on the page.
pub struct Lane<'t> {
    /// Which column of the table.
    pub place: usize,
    /// What it is called and who sees it.
    pub column: &'t Column,
    /// The widest of its cells.
    pub content: usize,
    /// The most that stands behind the whole part of an amount, the mark included.
    part: usize,
    /// Whether its cells are figures, which are never wrapped.
    pub figures: bool,
    /// It is not squeezed below this: figures not at all, words not below a word of usual length.
    pub floor: usize,
    /// Four of five cells are no wider than this; worked out only where room is short.
    pub usual: usize,
    /// How wide it is made.
    pub width: usize,
}

impl<'t> Lane<'t> {
    /// The lanes of some columns, as wide as their cells are.
    pub fn measured(
        table: &Table,
        columns: impl Iterator<Item = (usize, &'t Column)>,
        pen: &mut Pen,
    ) -> Vec<Self> {
        let mut lanes: Vec<Self> = columns
            .map(|(place, column)| Self::begun(place, column))
            .collect();
        let mut scratch = String::new();
        // Row by row, as they lie in memory.
        for row in table.rows.iter().chain(&table.totals) {
            for lane in &mut lanes {
                if let Some(cell) = row.get(lane.place) {
                    lane.look(cell, pen, &mut scratch);
                }
            }
        }
        lanes.iter_mut().for_each(Self::finish);
        lanes
    }

    const fn begun(place: usize, column: &'t Column) -> Self {
        Self {
            place,
            column,
            content: 0,
            part: 0,
            figures: false,
            floor: 0,
            usual: 0,
            width: 0,
        }
    }

    /// Looks how wide a cell is.
    fn look(&mut self, cell: &Cell, pen: &mut Pen, scratch: &mut String) {
        match cell {
            Cell::Empty => return,
            Cell::Text(words) if is_plain(words) => {
                self.content = self.content.max(words.len());
                return self.look_at_words(words);
            }
            _ => scratch.clear(),
        }
        write_visible(scratch, cell, pen);
        let part = match cell {
            Cell::Money(amount) => pen.part_width(amount.to_money().currency),
            Cell::Halves(halves) if halves % 2 != 0 => HALF,
            _ => 0,
        };
        self.figures |= matches!(
            cell,
            Cell::Money(_) | Cell::Number(_) | Cell::Halves(_) | Cell::Share(_)
        );
        self.part = self.part.max(part);
        let whole = widest_line(scratch).saturating_sub(part);
        self.content = self.content.max(whole);
        self.look_at_words(scratch);
    }

    /// No word takes more places than the cell has bytes, so that most need not be looked at.
    fn look_at_words(&mut self, words: &str) {
        if self.floor < LONG_WORD.min(words.len()) && !self.figures {
            self.floor = self.floor.max(widest_word(words).min(LONG_WORD));
        }
    }

    /// When all cells were looked at.
    fn finish(&mut self) {
        self.content = self.content.saturating_add(self.part);
        self.width = self.content.max(width(&self.column.heading));
        self.floor = if self.figures {
            self.width
        } else {
            self.floor.max(widest_word(&self.column.heading))
        };
        self.usual = self.width;
    }

    /// The width that four of five cells do not pass.
    pub fn usual_width(&self, table: &Table, pen: &mut Pen) -> usize {
        let mut scratch = String::new();
        let cells = table.rows.iter().filter_map(|row| row.get(self.place));
        let mut widths: Vec<usize> = cells
            .filter(|cell| !cell.is_nothing())
            .map(|cell| {
                scratch.clear();
                write_visible(&mut scratch, cell, pen);
                widest_line(&scratch)
            })
            .collect();
        widths.sort_unstable();
        let place = widths.len().saturating_mul(4) / 5;
        let usual = widths.get(place).copied().unwrap_or(0);
        usual.max(self.floor)
    }

    /// Whether it is for wide pages only.
    pub fn is_spare(&self) -> bool {
        self.column.visibility == ColumnVisibility::WhenRoom
    }

    /// Adds one line of a cell and the gap behind it: figures to the right, words to the left.
    pub fn push(&self, line: &mut String, words: &str) {
        self.push_wide(line, words, width(words));
    }

    /// Adds a cell that takes one line, and the gap behind it; `false` where it takes more.
    pub fn push_cell(
        &self,
        line: &mut String,
        cell: &Cell,
        pen: &mut Pen,
        scratch: &mut String,
    ) -> bool {
        match cell {
            Cell::Text(words) if is_plain(words) && !self.figures => {
                let fits = words.len() <= self.width;
                if fits {
                    self.push_wide(line, words, words.len());
                }
                fits
            }
            _ => {
                scratch.clear();
                self.write(scratch, cell, pen);
                self.push_whole(line, scratch)
            }
        }
    }

    fn push_whole(&self, line: &mut String, words: &str) -> bool {
        let wide = self.on_one_line(words);
        if let Some(wide) = wide {
            self.push_wide(line, words, wide);
        }
        wide.is_some()
    }

    /// How many places words take on one line; `None` where they need more lines than that.
    fn on_one_line(&self, words: &str) -> Option<usize> {
        let (wide, lines) = if is_plain(words) {
            (words.len(), false)
        } else {
            (width(words), words.contains('\n'))
        };
        (self.figures || wide <= self.width && !lines).then_some(wide)
    }

    fn push_wide(&self, line: &mut String, words: &str, wide: usize) {
        let blank = self.width.saturating_sub(wide);
        let (before, after) = if self.figures { (blank, 0) } else { (0, blank) };
        blanks(line, before);
        line.push_str(words);
        blanks(line, after.saturating_add(GAP));
    }

    /// The lines of its heading.
    pub fn heading(&self) -> Vec<String> {
        wrap(&self.column.heading, self.width)
    }

    /// The lines of a cell.
    pub fn cell(&self, cell: &Cell, pen: &mut Pen) -> Vec<String> {
        let mut words = String::new();
        self.write(&mut words, cell, pen);
        if self.on_one_line(&words).is_some() {
            vec![words]
        } else {
            wrap(&words, self.width)
        }
    }

    /// Writes a cell on one line. Behind a figure blanks stand for the decimals that others have.
    pub fn write(&self, words: &mut String, cell: &Cell, pen: &mut Pen) {
        write_visible(words, cell, pen);
        if self.figures {
            let part = match cell {
                Cell::Money(amount) => pen.part_width(amount.to_money().currency),
                Cell::Halves(halves) if halves % 2 != 0 => HALF,
                Cell::Number(_) | Cell::Halves(_) | Cell::Share(_) => 0,
                _ => self.part,
            };
            blanks(words, self.part.saturating_sub(part));
        }
    }
}

/// Adds blanks.
fn blanks(line: &mut String, count: usize) {
    const SOME: &str = "                                ";
    let mut left = count;
    while left > 0 {
        let piece = SOME.get(..left).unwrap_or(SOME);
        line.push_str(piece);
        left = left.saturating_sub(piece.len());
    }
}

/// Writes a cell as people see it; what the user wrote cannot steer the terminal.
fn write_visible(out: &mut String, cell: &Cell, pen: &mut Pen) {
    match cell {
        Cell::Text(words) => visible(out, words),
        other => pen.cell(out, other),
    }
}

/// The narrowest column in which a heading takes two lines.
pub fn two_lines(heading: &str) -> usize {
    let mut widths = widest_word(heading)..width(heading);
    let fits = widths.find(|room| wrap(heading, *room).len() <= 2);
    fits.unwrap_or_else(|| width(heading))
}
