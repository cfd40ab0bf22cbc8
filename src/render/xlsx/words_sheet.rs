//! The first sheet of a workbook: what the pages say beside their tables, which stand on sheets of their own.

use super::cell_form::{CellForm, amount_pattern};
use super::print_setup::set_up_print;
use super::stored_number::{excel_day, stored_number};
use super::table_sheet::{sheet_width, shorten};
use crate::document::{Block, Cell, Document, Fact};
use crate::language::phrases::Language;
use crate::render::cell_writer::CellWriter;
use crate::render::wrap::{display_width, wrap_text};
use rust_xlsxwriter::{Format, FormatAlign, Url, Worksheet, XlsxError, quote_sheet_name};

/// Lines of a paragraph, and values of facts, are no wider.
const MAX_WIDTH: usize = 90;
/// How large titles are.
const TITLE_SIZE: u8 = 14;

/// A page of which the tables are written.
pub struct WrittenPage {
    /// What it says beside them: its tables are empty.
    pub words: Document,
    /// The names of its sheets, each with the place of its table among the blocks.
    pub sheets: Vec<(usize, String)>,
}

/// Writes what the pages say. What they rest on is said once where it is the same for all.
///
/// # Errors
/// There is no room for it on the disk.
pub fn write(
    worksheet: &mut Worksheet,
    name: &str,
    pages: &[WrittenPage],
    language: &Language,
) -> Result<(), XlsxError> {
    worksheet.set_name(name)?;
    set_up_print(worksheet, name);
    worksheet.set_column_width(0, sheet_width(label_width(pages)))?;
    worksheet.set_column_width(1, sheet_width(MAX_WIDTH))?;
    let mut writer = WordsWriter {
        worksheet,
        row: 0,
        cell_writer: CellWriter::for_people(language),
    };
    let mut basis_before: Option<&[Fact]> = None;
    let sheet_count: usize = pages.iter().map(|page| page.sheets.len()).sum();
    for page in pages {
        let is_list = sheet_count > 1 && is_tables_only(&page.words);
        writer.write_page(page, is_list, basis_before)?;
        basis_before = Some(&page.words.basis);
    }
    Ok(())
}

/// How wide the widest label is.
fn label_width(pages: &[WrittenPage]) -> usize {
    let facts = pages.iter().flat_map(|WrittenPage { words: page, .. }| {
        let inside = page.blocks.iter().filter_map(|block| match block {
            Block::Facts(facts) => Some(facts),
            _ => None,
        });
        page.basis.iter().chain(inside.flatten())
    });
    let widths = facts.map(|fact| display_width(&fact.label));
    widths.max().unwrap_or(0)
}

/// Writes from top to bottom.
struct WordsWriter<'w> {
    worksheet: &'w mut Worksheet,
    row: u32,
    cell_writer: CellWriter,
}

impl WordsWriter<'_> {
    fn write_page(
        &mut self,
        page: &WrittenPage,
        is_list: bool,
        basis_before: Option<&[Fact]>,
    ) -> Result<(), XlsxError> {
        let WrittenPage {
            words: page,
            sheets,
        } = page;
        if !is_list {
            let title = Format::new().set_bold().set_font_size(TITLE_SIZE);
            self.write_line(&page.title, &title)?;
        }
        if !is_same_basis(basis_before, &page.basis) {
            self.write_facts(&page.basis)?;
        }
        for (place, block) in page.blocks.iter().enumerate() {
            match block {
                Block::Heading(words) => {
                    self.skip_row();
                    self.write_line(words, &Format::new().set_bold())?;
                }
                Block::Paragraph(words) => {
                    self.skip_row();
                    for line in wrap_text(words, MAX_WIDTH) {
                        self.write_line(&line, &Format::new())?;
                    }
                }
                Block::Facts(facts) => self.write_facts(facts)?,
                Block::Table(_) => {
                    for (_, name) in sheets.iter().filter(|(table, _)| *table == place) {
                        self.write_link(name)?;
                    }
                }
            }
        }
        if !is_list {
            self.skip_row();
        }
        Ok(())
    }

    const fn skip_row(&mut self) {
        self.row = self.row.saturating_add(1);
    }

    fn write_line(&mut self, words: &str, format: &Format) -> Result<(), XlsxError> {
        let words = shorten(words.to_owned());
        self.worksheet
            .write_string_with_format(self.row, 0, words, format)?;
        self.skip_row();
        Ok(())
    }

    /// A name of a sheet, which leads there.
    fn write_link(&mut self, name: &str) -> Result<(), XlsxError> {
        let place = Url::new(format!("internal:{}!A1", quote_sheet_name(name)));
        self.worksheet
            .write_url_with_text(self.row, 0, place, format!("→ {name}"))?;
        self.skip_row();
        Ok(())
    }

    fn write_facts(&mut self, facts: &[Fact]) -> Result<(), XlsxError> {
        for fact in facts {
            let label = Format::new().set_align(FormatAlign::Top);
            self.worksheet
                .write_string_with_format(self.row, 0, &fact.label, &label)?;
            self.write_value(&fact.value)?;
            self.skip_row();
        }
        Ok(())
    }

    /// A value to the left, an amount with its currency.
    fn write_value(&mut self, cell: &Cell) -> Result<(), XlsxError> {
        let row = self.row;
        if let Cell::Date(day) = cell
            && let Some(day) = excel_day(*day)
        {
            let format = CellForm::Day.to_format();
            self.worksheet
                .write_datetime_with_format(row, 1, day, &format)?;
            return Ok(());
        }
        let form = CellForm::of(cell).unwrap_or(CellForm::Text);
        let mut format = form.to_format().set_align(FormatAlign::Left);
        if let Some(number) = stored_number(cell) {
            if let Cell::Money(amount) = cell {
                let currency = amount.to_money().currency;
                let amount = amount_pattern(currency.decimals());
                let pattern = format!("{amount} \"{}\"", currency.code());
                format = format.set_num_format(format!("{pattern};[Red]\\-{pattern}"));
            }
            self.worksheet
                .write_number_with_format(row, 1, number, &format)?;
            return Ok(());
        }
        let mut words = String::new();
        self.cell_writer.write_cell(&mut words, cell);
        if CellForm::of_text(&words, MAX_WIDTH) == CellForm::LongText {
            format = CellForm::LongText.to_format();
        }
        self.worksheet
            .write_string_with_format(row, 1, shorten(words), &format)?;
        Ok(())
    }
}

/// Whether two pages rest on the same.
fn is_same_basis(before: Option<&[Fact]>, basis: &[Fact]) -> bool {
    before.is_some_and(|before| {
        let mut pairs = before.iter().zip(basis);
        before.len() == basis.len()
            && pairs.all(|(one, other)| one.key == other.key && one.value == other.value)
    })
}

/// Whether a page says nothing beside its tables.
fn is_tables_only(page: &Document) -> bool {
    let mut blocks = page.blocks.iter();
    blocks.all(|block| matches!(block, Block::Table(_)))
}
