//! What stands in the way of a claim: an invoice for which nothing can be claimed, and one that is disputed.

use super::claim_index::ClaimIndex;
use super::remark::{ClaimRemark, PlannedClaim};
use crate::journal::event_details::EventDetails;
use crate::journal::model::{InvoiceIx, Journal, NumberUse};
use crate::ledger::model::{AllocationRule, Ledger, Status};
use crate::value::money::{Minor, Money};
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

/// The remarks about what of an invoice is not asked: contested, conceded, in a plan, written off in the books.
pub fn not_asked_remarks(docket: &ClaimIndex<'_>, invoice: InvoiceIx) -> Vec<ClaimRemark> {
    let currency = docket.journal.invoices[invoice].currency;
    let money = |minor| Money::new(minor, currency);
    let mut remarks = Vec::new();
    let kept = docket.not_asked_of(invoice);
    let disputed = kept.map_or(Minor::ZERO, |kept| kept.disputed);
    if let Some(kept) = kept {
        let contested = kept.contested_by.filter(|_| kept.disputed.is_positive());
        remarks.extend(
            contested
                .map(|event| ClaimRemark::Contested(invoice, event.date, money(kept.disputed))),
        );
        let conceded = kept.split_conceded(kept.conceded).into_iter();
        remarks.extend(
            conceded.map(|(event, part)| ClaimRemark::Conceded(invoice, event.date, money(part))),
        );
    }
    if disputed.is_zero()
        && let Some(since) = disputed_since(docket, invoice)
    {
        remarks.push(ClaimRemark::Disputed(invoice, since));
    }
    if let Some(plan) = kept.and_then(|kept| kept.plan.as_ref()) {
        let asked = plan.missing.iter().map(|share| share.missing).sum();
        remarks.push(ClaimRemark::InPlan(PlannedClaim {
            invoice,
            agreed_on: plan.event.date,
            asked: money(asked),
            deferred: money(kept.map_or(Minor::ZERO, |kept| kept.deferred)),
            next_due: plan.next_due,
        }));
    }
    let written_off = written_off_in_part(docket, invoice);
    if written_off.is_positive() {
        remarks.push(ClaimRemark::WrittenOff(invoice, money(written_off)));
    }
    remarks
}

/// What was written off of an invoice that is open.
fn written_off_in_part(docket: &ClaimIndex<'_>, invoice: InvoiceIx) -> Minor {
    let steps = docket.allocations_of(invoice).iter();
    let steps = steps.filter(|step| step.rule == AllocationRule::WrittenOff);
    steps.map(|step| Minor::from(step.amount)).sum()
}

/// Whether nothing is left of an invoice that may be asked.
pub fn is_nothing_asked(docket: &ClaimIndex<'_>, invoice: InvoiceIx) -> bool {
    let kept = docket.not_asked_of(invoice);
    kept.is_some_and(|kept| kept.sum() >= open_in_books(docket, invoice))
}

/// What the books have open of an invoice, charges included.
pub fn open_in_books(docket: &ClaimIndex<'_>, invoice: InvoiceIx) -> Minor {
    docket.ledger.open_principal(docket.journal, invoice) + docket.ledger.charges_on(invoice)
}

/// Since when an invoice is disputed, where nothing ended the dispute.
fn disputed_since(docket: &ClaimIndex<'_>, invoice: InvoiceIx) -> Option<NaiveDate> {
    let mut latest_first = docket.history.of_invoice(invoice).rev();
    let last = latest_first.find(|event| {
        matches!(
            event.details,
            EventDetails::Dispute(_) | EventDetails::Resolve { .. }
        )
    })?;
    matches!(last.details, EventDetails::Dispute(_)).then_some(last.date)
}
