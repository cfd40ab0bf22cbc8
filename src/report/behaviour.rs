//! `behaviour`: how customers pay, one row a customer, or one customer on a page of his own.

use super::known::Known;
use super::page::{Basis, page, put_table};
use super::scope::{Report, Scope, Write};
use super::{habit_page, habit_rows};
use crate::document::{Block, Document};
use crate::journal::model::CustomerIx;

/// How customers pay.
pub static BEHAVIOUR: Report = Report {
    name: "behaviour",
    about: "how customers pay: on time or late, by how much, and why",
    write: Write::Customers(write),
};

fn write(scope: Scope<'_>, customers: &[CustomerIx]) -> Vec<Document> {
    let known = Known::of(scope);
    match (&scope.ask.subject, customers) {
        (Some(_), [customer]) => vec![habit_page::write(scope, &known, *customer)],
        _ => vec![everybody(scope, &known, customers)],
    }
}

fn everybody(scope: Scope<'_>, known: &Known, customers: &[CustomerIx]) -> Document {
    let say = &scope.language.phrases;
    let mut page = page(scope, "behaviour", say.habit.title, Basis::Entries);
    let payers = known.payers(customers);
    if payers.is_empty() {
        let nothing = (say.sentence.no_invoices)(scope.ledger.as_of.0);
        page.blocks.push(Block::Paragraph(nothing));
    }
    let table = habit_rows::table(scope, known, &payers);
    put_table(scope, &mut page, table);
    page.blocks
        .extend(habit_rows::outstanding(scope, known, &payers));
    let reasons = habit_rows::reasons(scope, known, customers);
    if !reasons.rows.is_empty() {
        page.blocks
            .push(Block::Heading(say.habit.reasons.to_owned()));
        put_table(scope, &mut page, reasons);
    }
    page
}
