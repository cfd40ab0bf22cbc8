//! E034: an invoice for a customer for whom work was stopped until he pays.

use super::shared::check_input::{CheckInput, date_span};
use crate::dunning::suspension::find_suspensions;
use crate::journal::model::InvoiceIx;
use crate::text::diagnostic::Sink;
use std::collections::BTreeSet;

crate::check_rule! {
    "E034" "delivered-while-suspended" Warning, needs Figures, page "delivered_while_suspended.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let day = input.day;
    let mut told: BTreeSet<InvoiceIx> = BTreeSet::new();
    for suspension in find_suspensions(day.journal, day.ledger, day.history()) {
        for invoice in suspension.invoices_meanwhile(day.journal) {
            let record = &day.journal.invoices[invoice];
            let noted = day.history().is_invoice_noted_since(invoice, record.date);
            if record.date > day.as_of() || noted || !told.insert(invoice) {
                continue;
            }
            let who = input.format_customer(suspension.customer);
            let since = suspension.letter.date;
            let found = format!(
                "expected nothing delivered to {who} before payment or `release`, since the work was stopped by letter on {since}, found {}",
                input.format_invoice(invoice)
            );
            sink.push(KIND.at(date_span(record.origin), found).help(
                "if you go on, say why in a `note` that names the invoice; if the suspension is over, write `release`",
            ));
        }
    }
}
