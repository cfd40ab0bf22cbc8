//! What one looks at once more before a letter goes out: of each of its invoices the date, the due day and the time to pay.

use super::compose::LetterSummary;
use crate::journal::due_date::start_of_written_terms;
use crate::journal::model::{InvoiceDetailFlags, InvoiceIx, ItemIx, Journal};
use crate::journal::source_lookup::SourceLookup;
use crate::ledger::model::Ledger;
use crate::value::calendar::days_between;
use chrono::NaiveDate;

/// An invoice of a letter, or a part of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvoiceTerm {
    /// The invoice.
    pub invoice: InvoiceIx,
    /// Which of its parts, from 1, and how many there are.
    pub instalment: (usize, usize),
    /// The date of the invoice.
    pub invoiced: NaiveDate,
    /// The day it is due; `None` while it waits for a delivery or a milestone.
    pub due: Option<NaiveDate>,
    /// How many days to pay it gave, from the receipt where it is written; `None` where it is not due yet.
    pub days: Option<i64>,
}

/// What is open of the invoices of a letter, in their order; of an invoice that waits in parts those that are open.
pub fn invoice_terms(
    (journal, ledger): (&Journal, &Ledger),
    source_lookup: &dyn SourceLookup,
    letter: &LetterSummary,
) -> Vec<InvoiceTerm> {
    let items = letter.invoices.iter().flat_map(|it| journal.items_of(*it));
    let open = items.filter(|item| ledger.items[*item].open.is_positive());
    open.map(|item| term_of(journal, source_lookup, item))
        .collect()
}

fn term_of(journal: &Journal, source_lookup: &dyn SourceLookup, item: ItemIx) -> InvoiceTerm {
    let record = &journal.items[item];
    let invoice = &journal.invoices[record.invoice];
    let says_terms = invoice.detail_flags.has(InvoiceDetailFlags::TERMS);
    let start = if says_terms {
        start_of_written_terms(invoice, &source_lookup.quote_entry(invoice.origin))
    } else {
        invoice.date
    };
    InvoiceTerm {
        invoice: record.invoice,
        instalment: (
            journal.place_in_invoice(item).saturating_add(1),
            usize::from(invoice.item_count),
        ),
        invoiced: invoice.date,
        due: record.due,
        days: record.due.map(|due| days_between(start, due)),
    }
}
