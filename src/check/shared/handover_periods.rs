//! Which invoices are with an agency, a lawyer or a court, and since when.

use crate::journal::event_details::EventDetails;
use crate::journal::history::EventHistory;
use crate::journal::model::{Event, InvoiceIx};
use chrono::NaiveDate;

/// The hand-over that holds for an invoice at the start of a day, if there is one.
pub fn handover_on<'j>(
    history: &EventHistory<'j>,
    invoice: InvoiceIx,
    day: NaiveDate,
) -> Option<&'j Event> {
    let before = history.of_invoice(invoice);
    let before = before.take_while(|event| event.date < day);
    let changes = before.filter(|event| {
        event.handover().is_some() || matches!(event.details, EventDetails::Return)
    });
    // What was handed over on the day on which it came back is away.
    let last = changes.max_by_key(|event| (event.date, event.handover().is_some()));
    last.filter(|event| event.handover().is_some())
}
