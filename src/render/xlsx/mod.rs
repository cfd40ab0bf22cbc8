//! Workbooks, for people who calculate further: a sheet with the words of the pages, then one for each table.
//!
//! A table has the columns of the CSV, in the same order, and those that only people see; headings and words are those of
//! the reader's language. Days and figures are days and figures; what the user wrote is text, never a formula. The same
//! pages give the same bytes.

pub mod cell_form;
pub mod print_setup;
pub mod refused_write;
pub mod sheet_names;
pub mod stored_number;
pub mod table_sheet;
pub mod words_sheet;

use super::medium::{Audience, Medium, Pages, RenderOptions};
use crate::document::{Block, Cell, Document, Table};
use refused_write::catch_refused_writes;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use sheet_names::SheetNames;
use std::io::{self, Write};
use stored_number::excel_day;
use table_sheet::TableSheet;
use words_sheet::WrittenPage;

/// A workbook.
pub static XLSX: Medium = Medium {
    name: "xlsx",
    extension: "xlsx",
    audience: Audience::Applications,
    write,
};

/// How hard the file is pressed: beyond this it takes longer and gets hardly smaller.
const COMPRESSION_LEVEL: u8 = 3;

fn write(pages: &mut Pages<'_>, look: RenderOptions, out: &mut dyn Write) -> io::Result<()> {
    let bytes = catch_refused_writes(|| build_workbook(pages, look).map_err(io_error))?;
    out.write_all(&bytes)
}

/// Sheets are kept in temporary files until all are there: where the disk refuses one, its folder is named.
fn io_error(error: XlsxError) -> io::Error {
    match error {
        XlsxError::IoError(error) => error,
        XlsxError::TempFileError(folder, error) => {
            let words = format!("temporary folder {}: {error}", folder.display());
            io::Error::new(error.kind(), words)
        }
        other => io::Error::other(other),
    }
}

/// The sheets of a page are written before the next page is drawn; the first sheet, which says what they all are about,
/// last of all.
fn build_workbook(pages: &mut Pages<'_>, look: RenderOptions) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_zip_compression_level(COMPRESSION_LEVEL);
    workbook.add_worksheet_with_constant_memory()?;
    let mut names = SheetNames::default();
    let words_name = names.add(look.language.phrases.title.about_workbook);
    let mut written = Vec::new();
    for page in pages {
        let sheets = plan_sheets(&page, &mut names);
        for (_, sheet) in &sheets {
            let worksheet = workbook.add_worksheet_with_constant_memory()?;
            sheet.write(worksheet, look.language)?;
        }
        let sheets = sheets.into_iter();
        written.push(WrittenPage {
            words: without_tables(&page),
            sheets: sheets.map(|(place, sheet)| (place, sheet.name)).collect(),
        });
    }
    workbook.set_properties(&properties(&written)?);
    let words = workbook.worksheet_from_index(0)?;
    words_sheet::write(words, &words_name, &written, look.language)?;
    if !has_facts(&written) && written.iter().any(|page| !page.sheets.is_empty()) {
        words.set_active(false);
        workbook.worksheet_from_index(1)?.set_active(true);
    } else {
        words.set_active(true);
    }
    workbook.save_to_buffer()
}

/// What a page says beside what stands in its tables.
fn without_tables(page: &Document) -> Document {
    let blocks = page.blocks.iter().map(|block| match block {
        Block::Table(_) => Block::Table(Table::default()),
        other => other.clone(),
    });
    Document {
        title: page.title.clone(),
        basis: page.basis.clone(),
        blocks: blocks.collect(),
        ..Document::default()
    }
}

/// The title, the business, and as the day on which it was made the day it is about: the clock has no say in it.
fn properties(pages: &[WrittenPage]) -> Result<DocProperties, XlsxError> {
    let mut found = DocProperties::new();
    let Some(WrittenPage { words: first, .. }) = pages.first() else {
        return Ok(found);
    };
    let business = first.basis_value("business");
    if let Some(Cell::Text(business)) = business {
        found = found.set_company(&**business);
    }
    found = match business {
        Some(Cell::Text(business)) if pages.len() > 1 => found.set_title(&**business),
        _ => found.set_title(&first.title),
    };
    let day = match first.basis_value("as_of") {
        Some(Cell::Date(day)) => excel_day(*day),
        _ => None,
    };
    let day = match day {
        Some(day) => day,
        None => ExcelDateTime::from_ymd(2000, 1, 1)?,
    };
    Ok(found.set_creation_datetime(&day))
}

/// Whether what the pages say is not in their tables alone.
fn has_facts(pages: &[WrittenPage]) -> bool {
    let mut blocks = pages.iter().flat_map(|page| &page.words.blocks);
    blocks.any(|block| matches!(block, Block::Facts(_)))
}

/// The sheets of a page, each with the place of its table among the blocks: of the tables that people see; where there is
/// none, of the first, as in CSV. Each is named by what stands above it.
fn plan_sheets<'t>(page: &'t Document, names: &mut SheetNames) -> Vec<(usize, TableSheet<'t>)> {
    let mut sheets = Vec::new();
    let has_others = page.tables().any(is_shown);
    let mut heading = Some(page.title.as_str());
    for (place, block) in page.blocks.iter().enumerate() {
        match block {
            Block::Heading(words) => heading = Some(words),
            Block::Table(table) if is_shown(table) || !has_others => {
                let column = table.columns.first().map(|column| column.heading.as_str());
                let title = heading.take().or(column).unwrap_or(&page.title);
                let parts = TableSheet::divide(table, title, names).into_iter();
                sheets.extend(parts.map(|sheet| (place, sheet)));
                if !has_others {
                    break;
                }
            }
            _ => {}
        }
    }
    sheets
}

fn is_shown(table: &Table) -> bool {
    table.is_for_people() && !table.rows.is_empty()
}
