//! JSON, for programs: every value a string, `null` where a field is empty, no sums. The values are those of
//! `serde_json`; the frame is written here, because rows stand one a line and are never all in memory.

use super::cell_writer::CellWriter;
use super::medium::{Audience, Medium, Pages, RenderOptions};
use crate::document::{Cell, Column, Document, TableRows, program_columns};
use std::io::{self, BufWriter, Write};

/// The version of the shape below; raised when a program could misread it.
const SCHEMA: u32 = 1;

/// JSON.
pub static JSON: Medium = Medium {
    name: "json",
    extension: "json",
    audience: Audience::Programs,
    write,
};

fn write(pages: &mut Pages<'_>, _look: RenderOptions, out: &mut dyn Write) -> io::Result<()> {
    let mut out = BufWriter::with_capacity(1 << 16, out);
    let is_only = pages.len() == 1;
    if let Some(first) = pages.next() {
        write_head(&first, &mut out)?;
        if is_only {
            out.write_all(b",\"rows\":")?;
            write_page_rows(&first, &mut out)?;
        } else {
            out.write_all(b",\"tables\":{\n")?;
            write_page_table(&first, &mut out)?;
            drop(first);
            for page in pages {
                out.write_all(b",\n")?;
                write_page_table(&page, &mut out)?;
            }
            out.write_all(b"\n}")?;
        }
        out.write_all(b"}\n")?;
    }
    out.flush()
}

/// Writes tables under their names as they are drawn, behind the head of a page: as of several pages that have them.
///
/// # Errors
/// Where they go cannot be written to.
pub fn write_tables<'t>(
    head: &Document,
    tables: impl Iterator<Item = (&'static str, TableRows<'t>)>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut out = BufWriter::with_capacity(1 << 16, out);
    write_head(head, &mut out)?;
    out.write_all(b",\"tables\":{\n")?;
    for (place, (name, table)) in tables.enumerate() {
        if place > 0 {
            out.write_all(b",\n")?;
        }
        write_name(name, &mut out)?;
        write_rows(&table.columns, table.rows, &mut out)?;
    }
    out.write_all(b"\n}}\n")?;
    out.flush()
}

fn write_head(page: &Document, out: &mut impl Write) -> io::Result<()> {
    write!(out, "{{\"schema\":{SCHEMA},\"command\":")?;
    serde_json::to_writer(&mut *out, page.name)?;
    let mut value = JsonWriter::default();
    for key in ["as_of", "basis", "file"] {
        write!(out, ",\"{key}\":")?;
        value.write_value(page.basis_value(key).unwrap_or(&Cell::Empty), out)?;
    }
    Ok(())
}

fn write_page_table(page: &Document, out: &mut impl Write) -> io::Result<()> {
    write_name(page.page_name, out)?;
    write_page_rows(page, out)
}

fn write_name(name: &str, out: &mut impl Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, name)?;
    out.write_all(b":")
}

fn write_page_rows(page: &Document, out: &mut impl Write) -> io::Result<()> {
    match page.first_table() {
        Some(table) => write_rows(&table.columns, &table.rows, out),
        None => out.write_all(b"[]"),
    }
}

fn write_rows<R: AsRef<[Cell]>>(
    columns: &[Column],
    rows: impl IntoIterator<Item = R>,
    out: &mut impl Write,
) -> io::Result<()> {
    let mut keys = Vec::with_capacity(columns.len());
    for (place, column) in program_columns(columns) {
        let before = if keys.is_empty() { "" } else { "," };
        let key = format!("{before}{}:", serde_json::to_string(&column.key)?);
        keys.push((place, key));
    }
    let mut value = JsonWriter::default();
    out.write_all(b"[")?;
    let mut is_empty = true;
    for row in rows {
        out.write_all(if is_empty { b"\n{" } else { b",\n{" })?;
        is_empty = false;
        for (place, key) in &keys {
            out.write_all(key.as_bytes())?;
            value.write_value(row.as_ref().get(*place).unwrap_or(&Cell::Empty), out)?;
        }
        out.write_all(b"}")?;
    }
    out.write_all(if is_empty { b"]" } else { b"\n]" })
}

/// Writes values, in the same scratch space each time.
struct JsonWriter {
    cell_writer: CellWriter,
    scratch: String,
}

impl Default for JsonWriter {
    fn default() -> Self {
        Self {
            cell_writer: CellWriter::for_programs('.'),
            scratch: String::new(),
        }
    }
}

impl JsonWriter {
    fn write_value(&mut self, cell: &Cell, out: &mut impl Write) -> io::Result<()> {
        match cell {
            Cell::Empty => out.write_all(b"null"),
            Cell::Text(words) => Ok(serde_json::to_writer(out, &**words)?),
            other => {
                self.scratch.clear();
                self.cell_writer.write_cell(&mut self.scratch, other);
                Ok(serde_json::to_writer(out, &self.scratch)?)
            }
        }
    }
}
