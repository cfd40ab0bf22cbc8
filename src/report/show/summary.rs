//! The short pages of an invoice and a customer, for an editor: how they stand, without their history.

use super::{customer_page, invoice_page, next_step, plan_parts};
use crate::document::{Block, Document};
use crate::journal::model::{CustomerIx, InvoiceIx, NumberUse};
use crate::report::shared::open_items;
use crate::report::shared::page::add_table;
use crate::report::shared::report_input::ReportInput;

/// How an invoice stands, which step is next and from when, and the parts of a plan about it.
pub fn summarize_invoice(input: ReportInput<'_>, number: InvoiceIx) -> Document {
    let mut page = Document {
        name: "show",
        title: invoice_page::title(input, number),
        ..Document::default()
    };
    let quote = input
        .day
        .source_lookup
        .quote_entry(input.day.journal.invoices[number].origin);
    page.blocks.push(Block::Facts(invoice_page::invoice_facts(
        input, number, &quote,
    )));
    if input.day.journal.invoices[number].number_use == NumberUse::Invoice {
        let events = input.day.history().of_invoice(number);
        page.blocks
            .extend(plan_parts::plan_part_blocks(input, events));
        if let Some(item) = invoice_page::leading_item(input, number) {
            page.blocks.extend(next_step::next_step_blocks(input, item));
        }
    }
    page
}

/// Who a customer is, what is owed, and what is open.
pub fn summarize_customer(input: ReportInput<'_>, customer: CustomerIx) -> Document {
    let say = &input.language.phrases;
    let name = input.day.journal.customer_name(customer);
    let mut page = Document {
        name: "show",
        title: format!("{} {name}", say.title.customer),
        ..Document::default()
    };
    page.blocks
        .push(Block::Facts(customer_page::status_facts(input, customer)));
    let open = open_items::table(input, &[customer]);
    if !open.rows.is_empty() {
        page.push_heading(say.title.open_items);
        add_table(input, &mut page, customer_page::without_customer(open));
    }
    page
}
