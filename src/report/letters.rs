//! `letters`: what can go out, to whom, at which step, and why one is not written.

use super::shared::page::{PageBasis, add_table, column, column_visible, start_page};
use super::shared::report_input::ReportInput;
use super::shared::timeline::invoice_list_cell;
use super::shared::{customer_cells, labels};
use crate::document::{Block, Cell, Column, ColumnVisibility, Document, Table};
use crate::letter::draft::LetterDraft;
use crate::letter::refusal_message::refusal_message;
use crate::value::channel::Channel;

/// The list of letters.
pub fn pages(scope: ReportInput<'_>, drafts: &[LetterDraft]) -> Vec<Document> {
    let say = &scope.language.phrases.letter.list;
    let mut page = start_page(scope, "letters", say.title, PageBasis::Entries);
    if drafts.is_empty() {
        let nothing = (say.no_letters)(scope.day.as_of());
        page.blocks.push(Block::Paragraph(nothing));
    }
    let table = Table {
        columns: columns(scope),
        rows: drafts.iter().map(|draft| row(scope, draft)).collect(),
        totals: Vec::new(),
    };
    add_table(scope, &mut page, table);
    vec![page]
}

fn columns(scope: ReportInput<'_>) -> Vec<Column> {
    let head = &scope.language.phrases.heading;
    let own = &scope.language.phrases.letter.list;
    vec![
        column_visible("customer", head.customer, ColumnVisibility::WhenRoom),
        column("name", head.name),
        column("stage", own.letter),
        column("channel", scope.language.phrases.dunning.heading.channel),
        column_visible("language", head.language, ColumnVisibility::Programs),
        column("invoice", head.invoice),
        column("currency", head.currency),
        column("amount", own.amount),
        column_visible("days", head.days, ColumnVisibility::WhenUsed),
        column_visible("deadline", own.deadline, ColumnVisibility::WhenUsed),
        column_visible("refused", own.refusal_heading, ColumnVisibility::WhenUsed),
    ]
}

fn row(scope: ReportInput<'_>, draft: &LetterDraft) -> Vec<Cell> {
    let [id, name] = customer_cells::customer_cells(scope.day.journal, Some(draft.customer));
    let refused = match &draft.letter {
        Ok(_) => String::new(),
        Err(refusals) => refusals
            .iter()
            .map(|refusal| refusal_message(refusal, scope.language))
            .collect::<Vec<_>>()
            .join("; "),
    };
    vec![
        id,
        name,
        labels::stage_cell(&draft.stage, scope.language),
        Cell::text(&Channel::join(&draft.channels, " ")),
        Cell::text(draft.language.unwrap_or_default()),
        invoice_list_cell(scope, draft.invoices.iter().copied()),
        Cell::Currency(draft.total.currency),
        draft.total.into(),
        Cell::Number(draft.days_late),
        draft.deadline.into(),
        Cell::text(&refused),
    ]
}
