//! Money of which nobody knows who paid it, as pages and exports tell it: in nobody's balance.

use super::report_input::ReportInput;
use crate::document::{Block, Document};
use crate::value::money::Totals;

/// All of it up to the day, by currency.
pub fn unknown_payment_totals(input: ReportInput<'_>) -> Totals {
    let payments = input.day.journal.unknown_payments_by(input.day.as_of());
    payments.into_iter().map(|payment| payment.amount).collect()
}

/// Says below a table of balances what stands in none of them.
pub fn push_unknown_payers(input: ReportInput<'_>, page: &mut Document) {
    let payments = input.day.journal.unknown_payments_by(input.day.as_of());
    if payments.is_empty() {
        return;
    }
    let sums = unknown_payment_totals(input);
    let sums: Vec<String> = sums
        .iter()
        .map(|sum| input.language.format_money(sum))
        .collect();
    let sums: Vec<&str> = sums.iter().map(String::as_str).collect();
    let say = input.language.phrases.sentence.payers_unknown;
    let words = say(payments.len(), &input.language.join_words(&sums));
    page.blocks.push(Block::Paragraph(words));
}
