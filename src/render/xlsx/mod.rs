//! Workbooks, for people who calculate further: a sheet with the words of the pages, then one for each table.
//!
//! A table has the columns of the CSV, in the same order, and those that only people see; headings and words are those of
//! the reader's language. Days and figures are days and figures; what the user wrote is text, never a formula. The same
//! pages give the same bytes.

pub mod cell_form;
pub mod print_setup;
pub mod sheet_names;
pub mod stored_number;
pub mod table_sheet;
pub mod words_sheet;

use super::medium::{Audience, Medium, RenderOptions};
use crate::document::{Block, Cell, Document, Table};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use sheet_names::SheetNames;
use std::io::{self, Write};
use stored_number::excel_day;
use table_sheet::TableSheet;

/// A workbook.
pub static XLSX: Medium = Medium {
    name: "xlsx",
    extension: "xlsx",
    audience: Audience::Applications,
    write,
};

/// How hard the file is pressed: beyond this it takes longer and gets hardly smaller.
const COMPRESSION_LEVEL: u8 = 3;
fn write(pages: &[Document], look: RenderOptions, out: &mut dyn Write) -> io::Result<()> {
    let bytes = build_workbook(pages, look).map_err(|error| match error {
        XlsxError::IoError(error) => error,
        other => io::Error::other(other),
    })?;
    out.write_all(&bytes)
}

fn build_workbook(pages: &[Document], look: RenderOptions) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_zip_compression_level(COMPRESSION_LEVEL);
    workbook.set_properties(&properties(pages)?);
    let mut names = SheetNames::default();
    let words_name = names.add(look.language.phrases.title.about_workbook);
    let sheets = plan_sheets(pages, &mut names);
    let words = workbook.add_worksheet_with_constant_memory()?;
    words_sheet::write(words, &words_name, pages, &sheets, look.language)?;
    let opens_at_table = !has_facts(pages);
    words.set_active(!opens_at_table || sheets.is_empty());
    for (place, sheet) in sheets.iter().enumerate() {
        let worksheet = workbook.add_worksheet_with_constant_memory()?;
        sheet.write(worksheet, look.language)?;
        worksheet.set_active(opens_at_table && place == 0);
    }
    workbook.save_to_buffer()
}

/// The title, the business, and as the day on which it was made the day it is about: the clock has no say in it.
fn properties(pages: &[Document]) -> Result<DocProperties, XlsxError> {
    let mut found = DocProperties::new();
    let Some(first) = pages.first() else {
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
fn has_facts(pages: &[Document]) -> bool {
    let mut blocks = pages.iter().flat_map(|page| &page.blocks);
    blocks.any(|block| matches!(block, Block::Facts(_)))
}

/// The sheets of tables: those that people see, and the first of a page, as in CSV, where there is no other. Each is named
/// by what stands above it.
fn plan_sheets<'t>(pages: &'t [Document], names: &mut SheetNames) -> Vec<TableSheet<'t>> {
    let mut sheets = Vec::new();
    for page in pages {
        let has_others = page.tables().any(is_shown);
        let mut heading = Some(page.title.as_str());
        for block in &page.blocks {
            match block {
                Block::Heading(words) => heading = Some(words),
                Block::Table(table) if is_shown(table) || !has_others => {
                    let column = table.columns.first().map(|column| column.heading.as_str());
                    let title = heading.take().or(column).unwrap_or(&page.title);
                    sheets.extend(TableSheet::divide(table, title, names));
                    if !has_others {
                        break;
                    }
                }
                _ => {}
            }
        }
    }
    sheets
}

fn is_shown(table: &Table) -> bool {
    table.is_for_people() && !table.rows.is_empty()
}
