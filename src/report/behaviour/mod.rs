//! `behaviour`: how customers pay, one row a customer, or one customer on a page of his own.

pub mod habit_page;
pub mod habit_rows;

use super::shared::page::{PageBasis, add_table, start_page};
use super::shared::payer_data::PayerData;
use super::shared::report_definition::{Report, ReportFn};
use super::shared::report_input::ReportInput;
use crate::document::{Block, Document};
use crate::journal::model::CustomerIx;

/// How customers pay.
pub static BEHAVIOUR: Report = Report {
    name: "behaviour",
    about: "how customers pay: on time or late, by how much, and why",
    write: ReportFn::Customers(write),
};

fn write(scope: ReportInput<'_>, customers: &[CustomerIx]) -> Vec<Document> {
    let known = PayerData::collect(scope);
    match (&scope.options.subject, customers) {
        (Some(_), [customer]) => vec![habit_page::write(scope, &known, *customer)],
        _ => vec![all_customers_page(scope, &known, customers)],
    }
}

fn all_customers_page(
    scope: ReportInput<'_>,
    known: &PayerData,
    customers: &[CustomerIx],
) -> Document {
    let say = &scope.language.phrases;
    let mut page = start_page(scope, "behaviour", say.habit.title, PageBasis::Entries);
    let payers = known.payers(customers);
    if payers.is_empty() {
        let nothing = (say.sentence.no_invoices)(scope.ledger.as_of.0);
        page.blocks.push(Block::Paragraph(nothing));
    }
    let table = habit_rows::table(scope, known, &payers);
    add_table(scope, &mut page, table);
    page.blocks
        .extend(habit_rows::outstanding_blocks(scope, known, &payers));
    let reasons = habit_rows::reasons_table(scope, known, customers);
    if !reasons.rows.is_empty() {
        page.blocks
            .push(Block::Heading(say.habit.reasons.to_owned()));
        add_table(scope, &mut page, reasons);
    }
    page
}
