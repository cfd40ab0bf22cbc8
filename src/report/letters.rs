//! `letters`: what can go out, to whom, at which step, and why one is not written.

use super::shared::page::{PageBasis, add_table, column, column_visible, start_page};
use super::shared::report_input::ReportInput;
use super::shared::timeline::join_invoice_numbers;
use super::shared::{customer_cells, labels};
use crate::document::{Cell, Column, ColumnVisibility, Document, Table};
use crate::letter::compose::LetterSummary;
use crate::letter::refusal_message::refusal_message;
use crate::value::channel::Channel;

/// The list of letters.
pub fn pages(scope: ReportInput<'_>, letters: &[LetterSummary]) -> Vec<Document> {
    let say = &scope.language.phrases.letter.list;
    let mut page = start_page(scope, "letters", say.title, PageBasis::Entries);
    if letters.is_empty() {
        let nothing = (say.no_letters)(scope.day.as_of());
        page.push_paragraph(nothing);
    }
    let table = Table::new(
        columns(scope),
        letters.iter().map(|letter| row(scope, letter)),
    );
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

fn row(scope: ReportInput<'_>, letter: &LetterSummary) -> Vec<Cell> {
    let [id, name] = customer_cells::customer_cells(scope.day.journal, Some(letter.customer));
    let refusals = letter.refusals.iter();
    let refusals = refusals.map(|refusal| refusal_message(refusal, scope.language));
    let refused = refusals.collect::<Vec<_>>().join("; ");
    vec![
        id,
        name,
        labels::stage_cell(&letter.stage, scope.language),
        Cell::text(&Channel::join(&letter.channels, " ")),
        Cell::text(letter.language.unwrap_or_default()),
        Cell::text(&join_invoice_numbers(
            scope,
            letter.invoices.iter().copied(),
        )),
        Cell::Currency(letter.total.currency),
        letter.total.into(),
        Cell::Number(letter.days_late),
        letter.deadline.into(),
        Cell::text(&refused),
    ]
}
