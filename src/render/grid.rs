//! A table on a page of characters: which columns, how wide, each figure under the other.

use super::figure::Pen;
use super::visible::visible;
use super::wrap::{widest_word, width, wrap};
use crate::document::{Cell, Column, Shown, Table};
use std::io::{self, Write};

/// Blanks between two columns.
const GAP: usize = 2;
/// A column of words is not squeezed below its widest word, unless that is longer than this.
const LONG_WORD: usize = 24;
/// Rather than narrower than this, a column that is for wide pages goes.
const READABLE: usize = 16;
/// Only where nothing else helps, words are broken; a column of them is never narrower than this.
const NARROWEST: usize = 8;

/// A table, laid out for a width.
pub struct Grid<'t> {
    table: &'t Table,
    lanes: Vec<Lane<'t>>,
}

/// One column on the page.
struct Lane<'t> {
    place: usize,
    column: &'t Column,
    /// The widest of its cells.
    content: usize,
    /// The most that stands behind the whole part of an amount, the mark included.
    part: usize,
    /// Whether its cells are figures, which are never wrapped.
    figures: bool,
    /// It is not squeezed below this: figures not at all, words not below a word of usual length.
    floor: usize,
    /// Four of five cells are no wider than this; worked out only where room is short.
    usual: usize,
    width: usize,
}

impl<'t> Grid<'t> {
    /// Chooses columns and widths.
    pub fn new(table: &'t Table, pen: &mut Pen, room: Option<usize>) -> Self {
        let lanes = table
            .columns
            .iter()
            .enumerate()
            .filter(|(place, column)| is_shown(table, *place, column.shown))
            .map(|(place, column)| Lane::measure(table, place, column, pen))
            .collect();
        let mut grid = Self { table, lanes };
        if let Some(room) = room {
            grid.fit(room, pen);
        }
        grid
    }

    /// Headings wrap first, over two lines, then over more; then columns for wide pages shrink or go; then words wrap:
    /// those far longer than is usual in their column first, then those of the widest column; at last they break.
    fn fit(&mut self, room: usize, pen: &mut Pen) {
        self.narrow(room, |lane| {
            lane.content.max(two_lines(&lane.column.heading))
        });
        self.narrow(room, |lane| {
            lane.content.max(widest_word(&lane.column.heading))
        });
        self.drop_spare(room);
        if self.width() > room {
            for lane in self.lanes.iter_mut().filter(|lane| !lane.figures) {
                lane.usual = lane.usual_width(self.table, pen);
            }
            self.narrow(room, |lane| lane.usual);
        }
        self.squeeze(room, |lane| lane.floor);
        self.squeeze(
            room,
            |lane| if lane.figures { lane.width } else { NARROWEST },
        );
        self.widen(room);
    }

    /// Narrows the widest column, again and again, until the table fits or none is wider than it must be.
    fn squeeze(&mut self, room: usize, least: impl Fn(&Lane<'_>) -> usize) {
        while self.width() > room {
            let words = self
                .lanes
                .iter_mut()
                .filter(|lane| lane.width > least(lane));
            let Some(widest) = words.max_by_key(|lane| lane.width) else {
                break;
            };
            widest.width = widest.width.saturating_sub(1);
        }
    }

    /// Takes columns away that are for wide pages, the last first, until the table fits with the others as narrow
    /// as can be.
    fn drop_spare(&mut self, room: usize) {
        self.narrow(room, |lane| {
            if lane.is_spare() {
                lane.floor.max(lane.content.min(READABLE))
            } else {
                lane.width
            }
        });
        while self.width() > room {
            let last = self.lanes.iter().rposition(Lane::is_spare);
            let Some(place) = last else { break };
            self.lanes.remove(place);
        }
    }

    /// Gives the room that is left back to columns of words, from left to right.
    fn widen(&mut self, room: usize) {
        let mut left = room.saturating_sub(self.width());
        for lane in self.lanes.iter_mut().filter(|lane| !lane.figures) {
            let more = lane.content.saturating_sub(lane.width).min(left);
            lane.width = lane.width.saturating_add(more);
            left = left.saturating_sub(more);
        }
    }

    /// Narrows columns, the one that gains most first, until the table fits.
    fn narrow(&mut self, room: usize, to: impl Fn(&Lane<'_>) -> usize) {
        while self.width() > room {
            let gain = |lane: &Lane<'_>| lane.width.saturating_sub(to(lane));
            let most = self.lanes.iter_mut().max_by_key(|lane| gain(lane));
            let Some(lane) = most.filter(|lane| gain(lane) > 0) else {
                break;
            };
            lane.width = to(lane);
        }
    }

    fn width(&self) -> usize {
        let gaps = GAP.saturating_mul(self.lanes.len().saturating_sub(1));
        let lanes: usize = self.lanes.iter().map(|lane| lane.width).sum();
        lanes.saturating_add(gaps)
    }

    /// Writes headings, rows and sums.
    pub fn write(&self, pen: &mut Pen, bold: [&str; 2], out: &mut dyn Write) -> io::Result<()> {
        let rule = "─".repeat(self.width());
        let headings: Vec<Vec<String>> = self.lanes.iter().map(Lane::heading).collect();
        self.write_lines(&headings, bold, out)?;
        writeln!(out, "{rule}")?;
        let mut line = String::new();
        for row in &self.table.rows {
            if self.fits_one_line(row, pen, &mut line) {
                writeln!(out, "{line}")?;
            } else {
                self.write_row(row, pen, ["", ""], out)?;
            }
        }
        if !self.table.totals.is_empty() {
            writeln!(out, "{rule}")?;
        }
        for row in &self.table.totals {
            self.write_row(row, pen, bold, out)?;
        }
        Ok(())
    }

    /// Lays a row out on one line; most rows need no more. Says whether it was enough.
    fn fits_one_line(&self, row: &[Cell], pen: &mut Pen, line: &mut String) -> bool {
        let mut words = String::new();
        line.clear();
        for lane in &self.lanes {
            words.clear();
            lane.write(&mut words, row.get(lane.place).unwrap_or(&Cell::Empty), pen);
            if lane.must_wrap(&words) {
                return false;
            }
            lane.push(line, &words);
        }
        line.truncate(line.trim_end().len());
        true
    }

    fn write_row(
        &self,
        row: &[Cell],
        pen: &mut Pen,
        bold: [&str; 2],
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let cells: Vec<Vec<String>> = self
            .lanes
            .iter()
            .map(|lane| lane.cell(row.get(lane.place).unwrap_or(&Cell::Empty), pen))
            .collect();
        self.write_lines(&cells, bold, out)
    }

    /// Writes cells beside each other, as many lines as the tallest takes.
    fn write_lines(
        &self,
        cells: &[Vec<String>],
        [on, off]: [&str; 2],
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let height = cells.iter().map(Vec::len).max().unwrap_or(0);
        let mut line = String::new();
        for level in 0..height {
            line.clear();
            for (lane, words) in self.lanes.iter().zip(cells) {
                lane.push(&mut line, words.get(level).map_or("", String::as_str));
            }
            line.truncate(line.trim_end().len());
            writeln!(out, "{on}{line}{off}")?;
        }
        Ok(())
    }
}

/// The narrowest column in which a heading takes two lines.
fn two_lines(heading: &str) -> usize {
    let mut widths = widest_word(heading)..width(heading);
    let fits = widths.find(|room| wrap(heading, *room).len() <= 2);
    fits.unwrap_or_else(|| width(heading))
}

fn is_shown(table: &Table, place: usize, shown: Shown) -> bool {
    let used = || {
        let mut cells = table.rows.iter().filter_map(|row| row.get(place));
        cells.any(|cell| !cell.is_nothing())
    };
    match shown {
        Shown::Always => true,
        Shown::WhenUsed | Shown::WhenRoom | Shown::People => used(),
        Shown::Programs => false,
    }
}

impl<'t> Lane<'t> {
    fn measure(table: &Table, place: usize, column: &'t Column, pen: &mut Pen) -> Self {
        let mut lane = Self {
            place,
            column,
            content: 0,
            part: 0,
            figures: false,
            floor: 0,
            usual: 0,
            width: 0,
        };
        let mut whole = 0;
        let mut scratch = String::new();
        let cells = table.rows.iter().chain(&table.totals);
        for cell in cells.filter_map(|row| row.get(place)) {
            scratch.clear();
            write_visible(&mut scratch, cell, pen);
            let part = match cell {
                Cell::Money(amount) => pen.part_width(amount.money().currency),
                _ => 0,
            };
            lane.figures |= matches!(cell, Cell::Money(_) | Cell::Number(_));
            lane.part = lane.part.max(part);
            for line in scratch.split('\n') {
                whole = whole.max(width(line).saturating_sub(part));
            }
            if lane.floor < LONG_WORD && !lane.figures {
                lane.floor = lane.floor.max(widest_word(&scratch).min(LONG_WORD));
            }
        }
        lane.content = whole.saturating_add(lane.part);
        lane.width = lane.content.max(width(&column.heading));
        lane.floor = if lane.figures {
            lane.width
        } else {
            lane.floor.max(widest_word(&column.heading))
        };
        lane.usual = lane.width;
        lane
    }

    fn usual_width(&self, table: &Table, pen: &mut Pen) -> usize {
        let mut scratch = String::new();
        let cells = table.rows.iter().filter_map(|row| row.get(self.place));
        let mut widths: Vec<usize> = cells
            .filter(|cell| !cell.is_nothing())
            .map(|cell| {
                scratch.clear();
                write_visible(&mut scratch, cell, pen);
                scratch.split('\n').map(width).max().unwrap_or(0)
            })
            .collect();
        widths.sort_unstable();
        let place = widths.len().saturating_mul(4) / 5;
        let usual = widths.get(place).copied().unwrap_or(0);
        usual.max(self.floor)
    }

    fn is_spare(&self) -> bool {
        self.column.shown == Shown::WhenRoom
    }

    /// Adds one line of a cell and the gap behind it: figures to the right, words to the left.
    fn push(&self, line: &mut String, words: &str) {
        let blank = self.width.saturating_sub(width(words));
        let (before, after) = if self.figures { (blank, 0) } else { (0, blank) };
        blanks(line, before);
        line.push_str(words);
        blanks(line, after.saturating_add(GAP));
    }

    fn heading(&self) -> Vec<String> {
        wrap(&self.column.heading, self.width)
    }

    /// The lines of a cell.
    fn cell(&self, cell: &Cell, pen: &mut Pen) -> Vec<String> {
        let mut words = String::new();
        self.write(&mut words, cell, pen);
        if self.must_wrap(&words) {
            wrap(&words, self.width)
        } else {
            vec![words]
        }
    }

    /// Writes a cell on one line. Behind a figure blanks stand for the decimals that others have.
    fn write(&self, words: &mut String, cell: &Cell, pen: &mut Pen) {
        write_visible(words, cell, pen);
        if self.figures {
            let part = match cell {
                Cell::Money(amount) => pen.part_width(amount.money().currency),
                Cell::Number(_) => 0,
                _ => self.part,
            };
            blanks(words, self.part.saturating_sub(part));
        }
    }

    fn must_wrap(&self, words: &str) -> bool {
        !self.figures && (width(words) > self.width || words.contains('\n'))
    }
}

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
