//! What stands in the way of a claim: an invoice for which nothing can be claimed, and one that is disputed.

use super::claim_index::ClaimIndex;
use super::model::{Claim, CustomerClaims};
use super::parties::ClaimParties;
use super::remark::{ClaimRemark, PlannedClaim};
use crate::journal::event_details::EventDetails;
use crate::journal::model::{CustomerIx, InvoiceIx, Journal, NumberUse};
use crate::ledger::model::{AllocationRule, Ledger, Status};
use crate::value::currency::Currency;
use crate::value::money::{Minor, Money};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// The claim on a customer of whom nothing is open: of 0.00, in each currency of his invoices.
pub fn claim_nothing(docket: &ClaimIndex<'_>, customer: CustomerIx) -> CustomerClaims {
    let journal = docket.journal;
    let party = ClaimParties::for_customer(journal, customer);
    let own = journal
        .invoices
        .iter()
        .filter(|(_, it)| it.customer == Some(customer) && it.number_use == NumberUse::Invoice);
    let mut currencies: BTreeSet<Currency> = own.map(|(_, it)| it.currency).collect();
    if currencies.is_empty() {
        currencies.insert(journal.currency);
    }
    CustomerClaims {
        customer,
        debtor: party.debtor,
        law: party.law,
        day_count: party.day_count(),
        claims: currencies.into_iter().map(Claim::empty).collect(),
        remarks: vec![ClaimRemark::NothingOpen],
    }
}

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
        remarks.extend(conceded.map(|it| {
            let amounts = (money(it.amount), money(it.open));
            ClaimRemark::Conceded(invoice, it.event.date, amounts)
        }));
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
    let settlement = kept.and_then(|kept| kept.settlement);
    remarks.extend(
        settlement
            .map(|it| ClaimRemark::Settlement(invoice, (it.event.date, it.by), money(it.missing))),
    );
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
