//! Of a call: discounts for paying early that the customer can still take, late or not.

use crate::document::Block;
use crate::journal::model::{CustomerIx, InvoiceIx};
use crate::ledger::discount_offer::discount_offer;
use crate::report::shared::report_input::ReportInput;
use std::collections::BTreeSet;

/// A sentence for each open invoice.
pub fn discount_blocks(input: ReportInput<'_>, customer: CustomerIx) -> Vec<Block> {
    let (journal, ledger) = (input.day.journal, input.day.ledger);
    let positions = input.day.positions().iter();
    let own = positions.filter(|it| it.customer == Some(customer));
    let invoices: BTreeSet<InvoiceIx> = own.map(|it| it.invoice).collect();
    let offers = invoices.into_iter().filter_map(|invoice| {
        let offer = discount_offer(journal, ledger, invoice)?;
        let enough = input.language.format_money(offer.enough);
        let say = input.language.phrases.call.discount;
        let number = journal.invoice_no(invoice);
        Some(Block::Paragraph(say(number, &enough, offer.last_day)))
    });
    offers.collect()
}
