//! A table on a page of characters: which columns, how wide, each figure under the other.

use super::cell_writer::CellWriter;
use super::text_column::{GAP, TextColumn, width_for_two_lines};
use super::wrap::widest_word;
use crate::document::{Cell, ColumnVisibility, Table};
use std::io::{self, Write};

/// Rather than narrower than this, a column that is for wide pages goes.
const MIN_OPTIONAL_WIDTH: usize = 16;
/// Words wider than this wrap before a column goes.
const WRAPPED_WIDTH: usize = 40;
/// Only where nothing else helps, words are broken; a column of them is never narrower than this, in which a day fits with
/// the signs around it.
const MIN_WIDTH: usize = 12;

/// A table, laid out for a width.
pub struct TextTable<'t> {
    table: &'t Table,
    columns: Vec<TextColumn<'t>>,
}

impl<'t> TextTable<'t> {
    /// Chooses columns and widths.
    pub fn new(table: &'t Table, cell_writer: &mut CellWriter, room: Option<usize>) -> Self {
        let columns = table.columns.iter().enumerate();
        let columns = columns.filter(|(place, column)| is_shown(table, *place, column.visibility));
        let columns = TextColumn::measure_columns(table, columns, cell_writer);
        let mut grid = Self { table, columns };
        if let Some(room) = room {
            grid.fit_width(room, cell_writer);
        }
        grid
    }

    /// Headings wrap first, over two lines, then over more; then columns for wide pages shrink or go; then words wrap: those
    /// far longer than is usual in their column first; then names are shortened, and words of the widest column wrap. Where
    /// that is not enough, names go that stand beside their handle, words break, and columns go that are not always shown.
    /// No heading, day, handle or number of an invoice is ever broken.
    fn fit_width(&mut self, room: usize, cell_writer: &mut CellWriter) {
        self.shrink_to(room, |column| {
            column
                .content_width
                .max(width_for_two_lines(&column.column.heading))
        });
        self.shrink_to(room, |column| {
            column
                .content_width
                .max(widest_word(&column.column.heading))
        });
        self.drop_optional_columns(room);
        if self.width() > room {
            for column in self.columns.iter_mut().filter(|column| !column.is_numeric) {
                column.usual_width = column.compute_usual_width(self.table, cell_writer);
            }
            self.shrink_to(room, |column| column.usual_width);
        }
        self.shrink_widest(room, |column| column.min_width);
        self.drop_columns(room, |column| column.is_name && column.is_optional());
        self.shrink_widest(room, |column| {
            if column.is_numeric || column.is_rigid || column.is_name {
                column.width
            } else if column.has_numbers() {
                column.min_width
            } else {
                MIN_WIDTH.max(widest_word(&column.column.heading))
            }
        });
        self.drop_columns(room, |column| {
            column.is_optional() || column.is_dispensable()
        });
        if self.width() > room {
            // It stands over the edge in any case: then at least no word is broken.
            for column in self.columns.iter_mut().filter(|column| !column.is_numeric) {
                column.width = column.width.max(column.min_width);
            }
        }
        self.grow_columns(room);
    }

    /// Takes columns of a kind away, the last first, until the table fits.
    fn drop_columns(&mut self, room: usize, of: impl Fn(&TextColumn<'_>) -> bool) {
        while self.width() > room {
            let Some(place) = self.columns.iter().rposition(&of) else {
                break;
            };
            self.columns.remove(place);
        }
    }

    /// Narrows the widest column, again and again, until the table fits or none is wider than it must be.
    fn shrink_widest(&mut self, room: usize, least: impl Fn(&TextColumn<'_>) -> usize) {
        while self.width() > room {
            let words = self
                .columns
                .iter_mut()
                .filter(|column| column.width > least(column));
            let Some(widest) = words.max_by_key(|column| column.width) else {
                break;
            };
            widest.width = widest.width.saturating_sub(1);
        }
    }

    /// Takes columns away that are for wide pages, the last first, until the table fits with the others as narrow
    /// as can be.
    fn drop_optional_columns(&mut self, room: usize) {
        self.shrink_to(room, |column| {
            if column.is_optional() {
                column
                    .min_width
                    .max(column.content_width.min(MIN_OPTIONAL_WIDTH))
            } else {
                column.width
            }
        });
        while self.width_with_wrapped_words() > room {
            let of = |column: &TextColumn<'_>| column.is_optional() && !column.is_name;
            let Some(place) = self.columns.iter().rposition(of) else {
                break;
            };
            self.columns.remove(place);
        }
    }

    /// How wide the table is where long words wrap, and names that may go or be shortened take little.
    fn width_with_wrapped_words(&self) -> usize {
        let widths = self.columns.iter().map(|column| {
            let wide = if column.is_numeric || column.is_rigid {
                column.width
            } else {
                column.width.min(column.min_width.max(WRAPPED_WIDTH))
            };
            wide.saturating_add(GAP)
        });
        widths.sum::<usize>().saturating_sub(GAP)
    }

    /// Gives the room that is left back to columns of words, from left to right: first to those whose words break.
    fn grow_columns(&mut self, room: usize) {
        self.grow_to(room, |column| column.min_width);
        self.grow_to(room, |column| column.content_width);
    }

    fn grow_to(&mut self, room: usize, to: impl Fn(&TextColumn<'_>) -> usize) {
        let mut left = room.saturating_sub(self.width());
        for column in self.columns.iter_mut().filter(|column| !column.is_numeric) {
            let more = to(column).saturating_sub(column.width).min(left);
            column.width = column.width.saturating_add(more);
            left = left.saturating_sub(more);
        }
    }

    /// Narrows columns, the one that gains most first, until the table fits.
    fn shrink_to(&mut self, room: usize, to: impl Fn(&TextColumn<'_>) -> usize) {
        while self.width() > room {
            let gain = |column: &TextColumn<'_>| column.width.saturating_sub(to(column));
            let most = self.columns.iter_mut().max_by_key(|column| gain(column));
            let Some(column) = most.filter(|column| gain(column) > 0) else {
                break;
            };
            column.width = to(column);
        }
    }

    fn width(&self) -> usize {
        let gaps = GAP.saturating_mul(self.columns.len().saturating_sub(1));
        let widths: usize = self.columns.iter().map(|column| column.width).sum();
        widths.saturating_add(gaps)
    }

    /// Writes headings, rows and sums.
    pub fn write(
        &self,
        cell_writer: &mut CellWriter,
        bold: [&str; 2],
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let rule = "─".repeat(self.width());
        let headings: Vec<Vec<String>> =
            self.columns.iter().map(TextColumn::heading_lines).collect();
        self.write_lines(&headings, bold, out)?;
        writeln!(out, "{rule}")?;
        let mut line = String::new();
        for row in &self.table.rows {
            if self.has_row_on_one_line(row, cell_writer, &mut line) {
                writeln!(out, "{line}")?;
            } else {
                self.write_row(row, cell_writer, ["", ""], out)?;
            }
        }
        if !self.table.totals.is_empty() {
            writeln!(out, "{rule}")?;
        }
        for row in &self.table.totals {
            self.write_row(row, cell_writer, bold, out)?;
        }
        Ok(())
    }

    /// Lays a row out on one line; most rows need no more. Says whether it was enough.
    fn has_row_on_one_line(
        &self,
        row: &[Cell],
        cell_writer: &mut CellWriter,
        line: &mut String,
    ) -> bool {
        let mut scratch = String::new();
        line.clear();
        for column in &self.columns {
            let cell = row.get(column.index).unwrap_or(&Cell::Empty);
            if !column.push_cell(line, cell, cell_writer, &mut scratch) {
                return false;
            }
        }
        line.truncate(line.trim_end().len());
        true
    }

    fn write_row(
        &self,
        row: &[Cell],
        cell_writer: &mut CellWriter,
        bold: [&str; 2],
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let cells: Vec<Vec<String>> = self
            .columns
            .iter()
            .map(|column| {
                column.cell_lines(row.get(column.index).unwrap_or(&Cell::Empty), cell_writer)
            })
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
            for (column, words) in self.columns.iter().zip(cells) {
                column.push_line(&mut line, words.get(level).map_or("", String::as_str));
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
