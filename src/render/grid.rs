//! A table on a page of characters: which columns, how wide, each figure under the other.

use super::figure::Pen;
use super::lane::{GAP, Lane, two_lines};
use super::wrap::widest_word;
use crate::document::{Cell, ColumnVisibility, Table};
use std::io::{self, Write};

/// Rather than narrower than this, a column that is for wide pages goes.
const READABLE: usize = 16;
/// Only where nothing else helps, words are broken; a column of them is never narrower than this.
const NARROWEST: usize = 8;

/// A table, laid out for a width.
pub struct Grid<'t> {
    table: &'t Table,
    lanes: Vec<Lane<'t>>,
}

impl<'t> Grid<'t> {
    /// Chooses columns and widths.
    pub fn new(table: &'t Table, pen: &mut Pen, room: Option<usize>) -> Self {
        let columns = table.columns.iter().enumerate();
        let columns = columns.filter(|(place, column)| is_shown(table, *place, column.visibility));
        let lanes = Lane::measured(table, columns, pen);
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
        let mut scratch = String::new();
        line.clear();
        for lane in &self.lanes {
            let cell = row.get(lane.place).unwrap_or(&Cell::Empty);
            if !lane.push_cell(line, cell, pen, &mut scratch) {
                return false;
            }
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

fn is_shown(table: &Table, place: usize, shown: ColumnVisibility) -> bool {
    let used = || {
        let mut cells = table.rows.iter().filter_map(|row| row.get(place));
        cells.any(|cell| !cell.is_nothing())
    };
    match shown {
        ColumnVisibility::Always => true,
        ColumnVisibility::WhenUsed | ColumnVisibility::WhenRoom | ColumnVisibility::People => {
            used()
        }
        ColumnVisibility::Programs => false,
    }
}
