//! Comma-separated values, for spreadsheets and programs: every column, plain figures, no sums.

use super::cell_writer::CellWriter;
use super::medium::{Audience, CsvDialect, Medium, RenderOptions};
use crate::document::{Cell, Document, Table};
use ::csv::{Terminator, Writer, WriterBuilder};
use std::io::{self, Write};

/// Comma-separated values.
pub static CSV: Medium = Medium {
    name: "csv",
    extension: "csv",
    audience: Audience::Programs,
    write,
};

fn write(pages: &[Document], look: RenderOptions, out: &mut dyn Write) -> io::Result<()> {
    if look.csv_dialect != CsvDialect::Plain {
        out.write_all("\u{feff}".as_bytes())?;
    }
    for (place, table) in pages.iter().filter_map(Document::first_table).enumerate() {
        if place > 0 {
            out.write_all(b"\r\n")?;
        }
        write_table(table, look.csv_dialect, out)?;
    }
    Ok(())
}

fn write_table(table: &Table, dialect: CsvDialect, out: &mut dyn Write) -> io::Result<()> {
    let (delimiter, decimal_mark) = match dialect {
        CsvDialect::Plain => (b',', '.'),
        CsvDialect::Excel(excel, language) => (excel.separator, language.decimal_mark),
    };
    let mut writer = WriterBuilder::new()
        .delimiter(delimiter)
        .terminator(Terminator::CRLF)
        .buffer_capacity(1 << 16)
        .from_writer(out);
    for (_, column) in table.program_columns() {
        writer.write_field(&column.key)?;
    }
    writer.write_record(None::<&[u8]>)?;
    let places: Vec<usize> = table.program_columns().map(|(place, _)| place).collect();
    let mut cell_writer = CellWriter::for_programs(decimal_mark);
    let mut scratch = String::new();
    for row in &table.rows {
        for cell in places.iter().filter_map(|place| row.get(*place)) {
            write_cell(&mut writer, cell, &mut cell_writer, &mut scratch)?;
        }
        writer.write_record(None::<&[u8]>)?;
    }
    writer.flush()
}

fn write_cell<W: Write>(
    writer: &mut Writer<W>,
    cell: &Cell,
    cell_writer: &mut CellWriter,
    scratch: &mut String,
) -> io::Result<()> {
    scratch.clear();
    match cell {
        Cell::Text(words) if is_formula(words) => neutralise_formulas(scratch, words),
        Cell::Text(words) => return Ok(writer.write_field(words.as_bytes())?),
        other => cell_writer.write_cell(scratch, other),
    }
    Ok(writer.write_field(scratch.as_bytes())?)
}

/// Whether a spreadsheet would take some line of these words for a formula.
fn is_formula(words: &str) -> bool {
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
    use super::{is_formula, neutralise_formulas};

    fn neutral(words: &str) -> String {
        let mut out = String::new();
        if is_formula(words) {
            neutralise_formulas(&mut out, words);
        } else {
            out.push_str(words);
        }
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
