//! A table as a sheet: a heading that stays in sight, a filter, rows, and totals below.

use super::cell_form::CellForm;
use super::print_setup::set_up_print;
use super::sheet_names::SheetNames;
use super::stored_number::{excel_day, stored_number};
use crate::document::{Cell, Column, ColumnVisibility, Table};
use crate::language::phrases::Language;
use crate::render::cell_writer::CellWriter;
use crate::render::column_heading::{code_in_words, column_heading};
use crate::render::wrap::widest_line;
use crate::value::money::Minor;
use rust_xlsxwriter::{Format, Formula, IgnoreError, Worksheet, XlsxError, cell_range};
use std::collections::BTreeMap;

/// The most rows on a sheet, with room for the heading and for totals; what is more goes on the next.
const MAX_ROWS: usize = 1_048_000;
/// Words wider than this go on below.
const MAX_WIDTH: usize = 70;
/// Room for the arrow of the filter beside a heading.
const FILTER_WIDTH: usize = 3;
/// The longest text of a cell.
const MAX_TEXT: usize = 32_767;
/// The function that adds up what the filter shows.
const SUM_OF_SHOWN: u32 = 9;

/// A table, or those of its rows that fit on a sheet.
#[derive(Clone, Debug)]
pub struct TableSheet<'t> {
    /// The name of the sheet.
    pub name: String,
    table: &'t Table,
    title: &'t str,
    rows: &'t [Vec<Cell>],
    totals: &'t [Vec<Cell>],
}

/// A column of a sheet: its place in a row of the table, what it is called, and how it looks.
struct SheetColumn {
    place: usize,
    heading: String,
    form: CellForm,
    width: usize,
    is_for_programs: bool,
}

impl<'t> TableSheet<'t> {
    /// The sheets of a table: one, or as many as its rows need. Totals stand on the last.
    pub fn divide(table: &'t Table, title: &'t str, names: &mut SheetNames) -> Vec<Self> {
        let mut parts: Vec<&[Vec<Cell>]> = table.rows.chunks(MAX_ROWS).collect();
        if parts.is_empty() {
            parts.push(&[]);
        }
        let last = parts.len().saturating_sub(1);
        let parts = parts.into_iter().enumerate();
        parts
            .map(|(place, rows)| Self {
                name: names.add(title),
                table,
                title,
                rows,
                totals: if place == last { &table.totals } else { &[] },
            })
            .collect()
    }

    /// Writes the sheet.
    ///
    /// # Errors
    /// There is no room for the rows on the disk.
    pub fn write(&self, worksheet: &mut Worksheet, language: &Language) -> Result<(), XlsxError> {
        worksheet.set_name(&self.name)?;
        let mut writer = SheetWriter {
            worksheet,
            formats: BTreeMap::new(),
            cell_writer: CellWriter::for_people(language),
            language,
        };
        let columns = self.measure_columns(&mut writer.cell_writer, language);
        writer.write_headings(&columns)?;
        for (row, cells) in (1_u32..).zip(self.rows) {
            for (place, column) in (0_u16..).zip(&columns) {
                let cell = cells.get(column.place).unwrap_or(&Cell::Empty);
                writer.write_cell((row, place), cell, column)?;
            }
        }
        let last_row = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
        for (row, cells) in (last_row.saturating_add(1)..).zip(self.totals) {
            self.write_totals(&mut writer, &columns, row, cells)?;
        }
        self.set_up_view(worksheet, &columns, last_row)
    }

    /// Headings in sight, a filter over the rows, no green corners beside numbers that are text.
    fn set_up_view(
        &self,
        worksheet: &mut Worksheet,
        columns: &[SheetColumn],
        last_row: u32,
    ) -> Result<(), XlsxError> {
        set_up_print(worksheet, self.title);
        worksheet.set_freeze_panes(1, 0)?.set_repeat_rows(0, 0)?;
        let last = u16::try_from(columns.len().saturating_sub(1)).unwrap_or(0);
        if last_row > 0 && !columns.is_empty() {
            worksheet.autofilter(0, 0, last_row, last)?;
            worksheet.ignore_error_range(1, 0, last_row, last, IgnoreError::NumberStoredAsText)?;
        }
        Ok(())
    }

    fn measure_columns(
        &self,
        cell_writer: &mut CellWriter,
        language: &Language,
    ) -> Vec<SheetColumn> {
        let shown: Vec<(usize, &Column)> = self.shown_columns().collect();
        let all: Vec<&Column> = shown.iter().map(|(_, column)| *column).collect();
        let mut scratch = String::new();
        let mut measure = |(place, column): &(usize, &Column)| {
            let heading = column_heading(column, &all, language);
            let mut widest = 0_usize;
            let mut form = None;
            for cell in self.rows.iter().filter_map(|row| row.get(*place)) {
                let (own, wide) = measure_cell(cell, cell_writer, &mut scratch);
                widest = widest.max(wide);
                form = match (form, own) {
                    (Some(CellForm::Text) | None, Some(own)) => Some(own),
                    (form, _) => form,
                };
            }
            for cell in self.totals.iter().filter_map(|row| row.get(*place)) {
                widest = widest.max(measure_cell(cell, cell_writer, &mut scratch).1);
            }
            let head = widest_line(&heading).saturating_add(FILTER_WIDTH);
            SheetColumn {
                place: *place,
                heading,
                form: form.unwrap_or(CellForm::Text),
                width: widest.max(head).min(MAX_WIDTH),
                is_for_programs: column.visibility == ColumnVisibility::Programs,
            }
        };
        shown.iter().map(&mut measure).collect()
    }

    /// Those of programs, and those that only people see where they say something.
    fn shown_columns(&self) -> impl Iterator<Item = (usize, &'t Column)> {
        let (rows, totals) = (self.rows, self.totals);
        let columns = self.table.columns.iter().enumerate();
        columns.filter(move |(place, column)| {
            let mut cells = rows.iter().chain(totals).filter_map(|row| row.get(*place));
            column.visibility != ColumnVisibility::People || cells.any(|cell| !cell.is_nothing())
        })
    }

    /// A total of all rows is a sum, so that it follows the filter; another one is a figure.
    fn write_totals(
        &self,
        writer: &mut SheetWriter<'_>,
        columns: &[SheetColumn],
        row: u32,
        cells: &[Cell],
    ) -> Result<(), XlsxError> {
        for (place, column) in (0_u16..).zip(columns) {
            let cell = cells.get(column.place).unwrap_or(&Cell::Empty);
            let form = CellForm::of(cell).unwrap_or(CellForm::Text);
            let format = form.to_total_format();
            let sheet = &mut *writer.worksheet;
            match stored_number(cell) {
                Some(number) if self.is_sum_of_rows(cell, column.place) => {
                    let last = row.saturating_sub(1);
                    let range = cell_range(1, place, last, place);
                    let sum = Formula::new(format!("=SUBTOTAL({SUM_OF_SHOWN},{range})"));
                    let sum = sum.set_result(number.to_string());
                    sheet.write_formula_with_format(row, place, sum, &format)?;
                }
                Some(number) => {
                    sheet.write_number_with_format(row, place, number, &format)?;
                }
                None => {
                    let words = writer.words_of(cell);
                    writer
                        .worksheet
                        .write_string_with_format(row, place, words, &format)?;
                }
            }
        }
        Ok(())
    }

    fn is_sum_of_rows(&self, total: &Cell, place: usize) -> bool {
        let Cell::Money(total) = total else {
            return false;
        };
        let of_rows = self.rows.iter().filter_map(|row| match row.get(place) {
            Some(Cell::Money(amount)) => Some(amount.to_money().minor),
            _ => None,
        });
        let is_whole = self.totals.len() == 1 && self.rows.len() == self.table.rows.len();
        is_whole && !self.rows.is_empty() && of_rows.sum::<Minor>() == total.to_money().minor
    }
}

/// The form of a cell, and how wide it is.
fn measure_cell(
    cell: &Cell,
    cell_writer: &mut CellWriter,
    scratch: &mut String,
) -> (Option<CellForm>, usize) {
    match cell {
        Cell::Empty => (None, 0),
        Cell::Date(_) => (Some(CellForm::Day), 10),
        Cell::Text(words) => (
            Some(CellForm::of_text(words, MAX_WIDTH)),
            widest_line(words),
        ),
        cell => {
            scratch.clear();
            cell_writer.write_cell(scratch, cell);
            (CellForm::of(cell), widest_line(scratch))
        }
    }
}

/// Writes cells, with formats that are made once.
struct SheetWriter<'w> {
    worksheet: &'w mut Worksheet,
    formats: BTreeMap<CellForm, Format>,
    cell_writer: CellWriter,
    language: &'w Language,
}

impl SheetWriter<'_> {
    /// Writes the headings; cells below them look like their column.
    fn write_headings(&mut self, columns: &[SheetColumn]) -> Result<(), XlsxError> {
        for (place, column) in (0_u16..).zip(columns) {
            let sheet = &mut *self.worksheet;
            sheet.set_column_format(place, &column.form.to_format())?;
            sheet.set_column_width(place, sheet_width(column.width))?;
            let format = column.form.to_heading_format();
            sheet.write_string_with_format(0, place, &column.heading, &format)?;
        }
        Ok(())
    }

    /// Writes a cell; one that is unlike its column has a format of its own.
    fn write_cell(
        &mut self,
        (row, place): (u32, u16),
        cell: &Cell,
        column: &SheetColumn,
    ) -> Result<(), XlsxError> {
        let day = match cell {
            Cell::Empty => return Ok(()),
            Cell::Date(day) => excel_day(*day),
            _ => None,
        };
        let number = stored_number(cell);
        let form = match CellForm::of(cell) {
            Some(form) if day.is_some() || number.is_some() => form,
            _ if column.form == CellForm::LongText => CellForm::LongText,
            _ => CellForm::Text,
        };
        let words = match (&day, number) {
            (None, None) => match cell {
                Cell::Word(word) if column.is_for_programs && word.label.is_empty() => {
                    code_in_words(word, self.language).to_owned()
                }
                cell => self.words_of(cell),
            },
            _ => String::new(),
        };
        let known = self.formats.entry(form);
        let own = (form != column.form).then(|| &*known.or_insert_with(|| form.to_format()));
        let sheet = &mut *self.worksheet;
        match (day, number, own) {
            (Some(day), _, Some(own)) => sheet.write_datetime_with_format(row, place, day, own)?,
            (Some(day), _, None) => sheet.write_datetime(row, place, day)?,
            (None, Some(number), Some(own)) => {
                sheet.write_number_with_format(row, place, number, own)?
            }
            (None, Some(number), None) => sheet.write_number(row, place, number)?,
            (None, None, Some(own)) => sheet.write_string_with_format(row, place, words, own)?,
            (None, None, None) => sheet.write_string(row, place, words)?,
        };
        Ok(())
    }

    fn words_of(&mut self, cell: &Cell) -> String {
        let mut words = String::new();
        self.cell_writer.write_cell(&mut words, cell);
        shorten(words)
    }
}

/// Text as long as a cell may be; a sign at its end tells that more was written.
pub fn shorten(mut words: String) -> String {
    if words.len() <= MAX_TEXT {
        return words;
    }
    let mut room = MAX_TEXT.saturating_sub(1);
    let over = words.char_indices().find(|(_, sign)| {
        let left = room.checked_sub(sign.len_utf16());
        room = left.unwrap_or(room);
        left.is_none()
    });
    if let Some((end, _)) = over {
        words.truncate(end);
        words.push('…');
    }
    words
}

/// How wide a column is, so that so many characters fit: capitals take more room than figures.
pub fn sheet_width(characters: usize) -> u16 {
    let wide = characters.saturating_add(characters / 8).saturating_add(2);
    u16::try_from(wide).unwrap_or(u16::MAX)
}
