//! What stands in the way of a claim: an invoice for which nothing can be claimed, and one that is disputed.

use super::claim_index::ClaimIndex;
use super::remark::ClaimRemark;
use crate::journal::event_details::EventDetails;
use crate::journal::model::{InvoiceIx, Journal, NumberUse};
use crate::ledger::model::{Ledger, Status};
use chrono::NaiveDate;

/// The remark why nothing can be claimed for an invoice: it is dated later, cannot be read, or is closed.
pub fn not_claimable_reason(
    journal: &Journal,
    ledger: &Ledger,
    number: InvoiceIx,
) -> Option<ClaimRemark> {
    let invoice = &journal.invoices[number];
    if invoice.number_use != NumberUse::Invoice || invoice.date > ledger.as_of {
        return Some(ClaimRemark::Future(number));
    }
    if invoice.item_count == 0 {
        return Some(ClaimRemark::Unreadable(number));
    }
    let items = || journal.items_of(number).map(|item| ledger.items[item]);
    let open = items().any(|item| item.open.is_positive()) || ledger.charges.contains_key(&number);
    let last = items().max_by_key(|item| item.closed);
    let status = last.map_or(Status::Paid, |item| item.status);
    (!open).then_some(ClaimRemark::Closed(number, status))
}

/// Since when an invoice is disputed, where nothing ended the dispute.
pub fn disputed_since(docket: &ClaimIndex<'_>, invoice: InvoiceIx) -> Option<NaiveDate> {
    let mut latest_first = docket.history.of_invoice(invoice).rev();
    let last = latest_first.find(|event| {
        matches!(
            event.details,
            EventDetails::Dispute(_) | EventDetails::Resolve { .. }
        )
    })?;
    matches!(last.details, EventDetails::Dispute(_)).then_some(last.date)
}
