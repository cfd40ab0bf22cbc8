//! What a table of the export is: its name, its title, and how it is drawn.

use super::export_table::add_headings;
use crate::document::{Block, Document, TableRows};
use crate::language::phrases::Phrases;
use crate::ledger::ageing::AgeingBasis;
use crate::report::shared::page::{PageBasis, start_page};
use crate::report::shared::report_input::ReportInput;

/// Draws the rows of a table, each when it is asked for.
pub type RowsFn = for<'a> fn(ReportInput<'a>) -> TableRows<'a>;

/// A table of an export, drawn when its turn comes.
pub struct ExportTable {
    /// Its name, which is also that of its file.
    pub name: &'static str,
    /// Its title.
    pub title: fn(&Phrases) -> &'static str,
    /// Draws it.
    pub draw: RowsFn,
}

impl ExportTable {
    /// The rows of this table, below columns with headings.
    pub fn rows<'a>(&self, input: ReportInput<'a>) -> TableRows<'a> {
        let mut rows = (self.draw)(input);
        add_headings(input.language, &mut rows.columns);
        rows
    }

    /// The page of this table.
    pub fn page(&self, input: ReportInput<'_>) -> Document {
        Document {
            blocks: vec![Block::Table(self.rows(input).into_table())],
            ..self.start_page(input)
        }
    }

    /// The same without its table.
    pub fn start_page(&self, input: ReportInput<'_>) -> Document {
        let title = (self.title)(&input.language.phrases);
        let basis = PageBasis::Ages(AgeingBasis::Due);
        Document {
            page_name: self.name,
            ..start_page(input, "export", title, basis)
        }
    }
}
