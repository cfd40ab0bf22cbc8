//! Comma-separated values, for spreadsheets and programs: every column, plain figures, no sums.

use super::cell_writer::CellWriter;
use super::column_heading::{code_in_words, column_heading};
use super::medium::{Audience, CsvDialect, Medium, Pages, RenderOptions};
use crate::document::csv_form::CsvForm;
use crate::document::{Cell, Column, ColumnVisibility, TableRows, program_columns};
use ::csv::{Terminator, WriterBuilder};
use memchr::memchr;
use std::io::{self, Write};

/// Comma-separated values.
pub static CSV: Medium = Medium {
    name: "csv",
    extension: "csv",
    audience: Audience::Programs,
    write,
};

fn write(pages: &mut Pages<'_>, look: RenderOptions, out: &mut dyn Write) -> io::Result<()> {
    if let CsvDialect::Layout(form) = look.csv_dialect {
        return write_encoded(pages, form, out);
    }
    write_mark(look.csv_dialect, out)?;
    let mut is_first = true;
    for page in pages {
        let Some(table) = page.first_table() else {
            continue;
        };
        if !std::mem::take(&mut is_first) {
            out.write_all(b"\r\n")?;
        }
        write_table(&table.columns, &table.rows, look.csv_dialect, out)?;
    }
    Ok(())
}

/// Writes rows as they are drawn.
///
/// # Errors
/// Where they go cannot be written to.
pub fn write_rows(rows: TableRows<'_>, dialect: CsvDialect, out: &mut dyn Write) -> io::Result<()> {
    write_mark(dialect, out)?;
    write_table(&rows.columns, rows.rows, dialect, out)
}

/// What tells a spreadsheet how characters are written.
fn write_mark(dialect: CsvDialect, out: &mut dyn Write) -> io::Result<()> {
    match dialect {
        CsvDialect::Excel(..) => out.write_all("\u{feff}".as_bytes()),
        CsvDialect::Plain | CsvDialect::Layout(_) => Ok(()),
    }
}

/// The first table, in the encoding of a program.
fn write_encoded(pages: &mut Pages<'_>, form: CsvForm, out: &mut dyn Write) -> io::Result<()> {
    let mut bytes = Vec::new();
    for page in pages {
        if let Some(table) = page.first_table() {
            let dialect = CsvDialect::Layout(form);
            write_table(&table.columns, &table.rows, dialect, &mut bytes)?;
            break;
        }
    }
    let text = String::from_utf8(bytes).map_err(io::Error::other)?;
    out.write_all(&form.encoding.encode(text))
}

fn write_table<R: AsRef<[Cell]>>(
    columns: &[Column],
    rows: impl IntoIterator<Item = R>,
    dialect: CsvDialect,
    out: &mut dyn Write,
) -> io::Result<()> {
    let (delimiter, decimal_mark) = match dialect {
        CsvDialect::Plain => (b',', '.'),
        CsvDialect::Excel(excel, language) => (excel.separator, language.decimal_mark),
        CsvDialect::Layout(form) => (form.separator, form.decimal_mark),
    };
    let mut writer = WriterBuilder::new()
        .delimiter(delimiter)
        .terminator(Terminator::CRLF)
        .buffer_capacity(1 << 16)
        .from_writer(out);
    let fields = program_columns(columns);
    let fields: Vec<CsvColumn> = fields
        .map(|(place, column)| CsvColumn::new(place, column, dialect))
        .collect();
    let columns: Vec<&Column> = program_columns(columns).map(|(_, column)| column).collect();
    for column in &columns {
        match dialect {
            CsvDialect::Plain => writer.write_field(&column.key)?,
            CsvDialect::Excel(_, language) => {
                writer.write_field(column_heading(column, &columns, language))?;
            }
            CsvDialect::Layout(form) if !form.has_headings => {}
            CsvDialect::Layout(_) => writer.write_field(&column.heading)?,
        }
    }
    if !matches!(dialect, CsvDialect::Layout(form) if !form.has_headings) {
        writer.write_record(None::<&[u8]>)?;
    }
    let mut cell_writer = CellWriter::for_programs(decimal_mark);
    let mut scratch = String::new();
    for row in rows {
        for field in &fields {
            let cell = row.as_ref().get(field.place).unwrap_or(&Cell::Empty);
            match (cell, field.kind) {
                (Cell::Text(words), FieldKind::Words) if !is_formula(words) => {
                    writer.write_field(words.as_bytes())?;
                }
                _ => {
                    scratch.clear();
                    field.write_cell(&mut scratch, cell, &mut cell_writer);
                    writer.write_field(scratch.as_bytes())?;
                }
            }
        }
        writer.write_record(None::<&[u8]>)?;
    }
    writer.flush()
}

/// A column: its place in a row, and what its text is.
struct CsvColumn {
    place: usize,
    kind: FieldKind,
    dialect: CsvDialect,
    is_for_programs: bool,
}

/// What the text of a column is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum FieldKind {
    /// Words of any kind.
    Words,
    /// What names something: never calculated with, not even where it looks like a number or a day.
    Identifier,
    /// A telephone number, which may begin as a formula does.
    Phone,
    /// Which part of how many: `1/2`.
    Part,
}

impl CsvColumn {
    fn new(place: usize, column: &Column, dialect: CsvDialect) -> Self {
        let is_plain = !matches!(dialect, CsvDialect::Excel(..));
        let kind = match column.key.as_str() {
            "phone" => FieldKind::Phone,
            _ if is_plain => FieldKind::Words,
            "instalment" => FieldKind::Part,
            key if IDENTIFIERS.contains(&key) => FieldKind::Identifier,
            _ => FieldKind::Words,
        };
        Self {
            place,
            kind,
            dialect,
            is_for_programs: column.visibility == ColumnVisibility::Programs,
        }
    }

    /// Writes a cell; a spreadsheet gets the words that people read.
    fn write_cell(&self, out: &mut String, cell: &Cell, cell_writer: &mut CellWriter) {
        match (cell, self.dialect) {
            (Cell::Text(words), CsvDialect::Plain | CsvDialect::Layout(_)) => match self.kind {
                FieldKind::Phone if is_phone(words) => out.push_str(words),
                _ => neutralise_formulas(out, words),
            },
            (Cell::Text(words), CsvDialect::Excel(excel, _)) => match self.kind {
                FieldKind::Part => out.push_str(&words.replace('/', excel.part_of)),
                FieldKind::Identifier | FieldKind::Phone if is_mistaken(words) => {
                    write_as_text(out, words);
                }
                _ => neutralise_formulas(out, words),
            },
            (Cell::Word(word), CsvDialect::Excel(..))
                if !word.label.is_empty() || !self.is_for_programs =>
            {
                out.push_str(&word.label);
            }
            (Cell::Word(word), CsvDialect::Excel(_, language)) => {
                out.push_str(code_in_words(word, language));
            }
            (cell, _) => cell_writer.write_cell(out, cell),
        }
    }
}

/// Columns of what names something.
const IDENTIFIERS: &[&str] = &[
    "account",
    "customer",
    "for_invoice",
    "iban",
    "id",
    "invoice",
    "invoices",
    "kvk",
    "number",
    "order",
    "postcode",
    "reference",
    "rgs",
    "vat_id",
];
/// The longest text that a formula may have.
const MAX_TEXT_IN_FORMULA: usize = 255;

/// Whether a spreadsheet could take an identifier for a number, a day, a truth or a formula.
fn is_mistaken(words: &str) -> bool {
    let is_short = words.len() <= MAX_TEXT_IN_FORMULA && !words.contains(['\n', '\r']);
    let looks_like_value = words.contains(|sign: char| sign.is_numeric()) || is_formula(words);
    let truths = ["true", "false", "waar", "onwaar"];
    is_short && (looks_like_value || truths.iter().any(|truth| words.eq_ignore_ascii_case(truth)))
}

/// Text as a formula that says it: the one form that stays text when a spreadsheet opens the file.
fn write_as_text(out: &mut String, words: &str) {
    out.push_str("=\"");
    out.push_str(&words.replace('"', "\"\""));
    out.push('"');
}

/// Whether words are a telephone number: digits with blanks, dashes and brackets, a plus before all of them at most. `-1+2` is
/// none, and a spreadsheet would work it out.
fn is_phone(words: &str) -> bool {
    let number = words.strip_prefix('+').unwrap_or(words);
    let is_begin = |sign: char| sign.is_ascii_digit() || sign == '(';
    let mut signs = number.chars();
    number.starts_with(is_begin)
        && signs
            .all(|sign| sign.is_ascii_digit() || matches!(sign, ' ' | '-' | '(' | ')' | '.' | '/'))
}

/// Whether a spreadsheet would take some line of these words for a formula.
fn is_formula(words: &str) -> bool {
    // Nearly all words are one line that begins with a letter or a digit.
    let is_plain = words.starts_with(|sign: char| sign.is_ascii_alphanumeric());
    if is_plain && memchr(b'\n', words.as_bytes()).is_none() {
        return false;
    }
    words.split('\n').any(is_formula_start) || words.starts_with(['\n', '\r'])
}

fn is_formula_start(line: &str) -> bool {
    let blank = |character: char| {
        character.is_whitespace() && !matches!(character, '\t' | '\r') || character == '\u{feff}'
    };
    line.trim_start_matches(blank).starts_with([
        '=', '+', '-', '@', '\t', '\r', '\0', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}',
        '\u{fe66}', '\u{fe62}', '\u{fe63}', '\u{fe6b}', '\u{2212}',
    ])
}

/// The same words with an apostrophe before each line that starts like a formula.
fn neutralise_formulas(out: &mut String, words: &str) {
    if !is_formula(words) {
        out.push_str(words);
        return;
    }
    if words.starts_with(['\n', '\r']) {
        out.push('\'');
    }
    for (place, line) in words.split('\n').enumerate() {
        if place > 0 {
            out.push('\n');
        }
        if is_formula_start(line) && !(place == 0 && out.ends_with('\'')) {
            out.push('\'');
        }
        out.push_str(line);
    }
}

#[cfg(test)]
mod tests {
    use super::neutralise_formulas;

    fn neutral(words: &str) -> String {
        let mut out = String::new();
        neutralise_formulas(&mut out, words);
        out
    }

    #[test]
    fn words_that_look_like_a_formula_get_an_apostrophe() {
        let cases = [
            ("=1+1", "'=1+1"),
            ("  =1+1", "'  =1+1"),
            ("\u{a0}@SUM(A1)", "'\u{a0}@SUM(A1)"),
            ("\u{ff1d}1", "'\u{ff1d}1"),
            ("\tx", "'\tx"),
            ("\rx", "'\rx"),
            ("een\n=2", "een\n'=2"),
            ("\n-1", "'\n'-1"),
            ("Jansen - Bouw", "Jansen - Bouw"),
            ("2026-001", "2026-001"),
            ("", ""),
        ];
        for (words, expected) in cases {
            assert_eq!(neutral(words), expected);
        }
    }
}
