//! What a table of the export is: its name, its title, and how it is drawn.

use super::export_table::with_headings;
use crate::document::{Block, Document, Table};
use crate::language::phrases::Phrases;
use crate::ledger::ageing::AgeingBasis;
use crate::report::shared::page::{PageBasis, start_page};
use crate::report::shared::report_input::ReportInput;

/// A table of an export, drawn when its turn comes.
pub struct ExportTable {
    /// Its name, which is also that of its file.
    pub name: &'static str,
    /// Its title.
    pub title: fn(&Phrases) -> &'static str,
    /// Draws it.
    pub draw: fn(ReportInput<'_>) -> Table,
}

impl ExportTable {
    /// The page of this table.
    pub fn page(&self, input: ReportInput<'_>) -> Document {
        let title = (self.title)(&input.language.phrases);
        let basis = PageBasis::Ages(AgeingBasis::Due);
        Document {
            page_name: self.name,
            blocks: vec![Block::Table(with_headings(
                input.language,
                (self.draw)(input),
            ))],
            ..start_page(input, "export", title, basis)
        }
    }
}
