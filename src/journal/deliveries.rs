//! What was delivered and not invoiced yet (SPEC.md 6.24).

use super::event_details::EventDetails;
use super::model::{CustomerIx, Event, Journal, Movement, MovementKind, NumberUse};
use crate::value::calendar::Duration;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// How soon after a delivery an invoice goes out where no policy says it: a week.
pub const USUAL_TIME: Duration = Duration::Days(7);

/// How soon after a delivery to a customer on a day the invoice goes out, by the policy of that day.
pub fn time_to_invoice(journal: &Journal, customer: CustomerIx, delivered: NaiveDate) -> Duration {
    let policy = journal.customer_policy_on(customer, delivered);
    policy
        .and_then(|policy| policy.invoice_within)
        .unwrap_or(USUAL_TIME)
}

/// The `delivered` entries of which no invoice is there on a day, the oldest first: no invoice of the same customer, up to
/// that day and not voided, names their day with `delivered:`.
pub fn unbilled_deliveries(journal: &Journal, as_of: NaiveDate) -> Vec<&Event> {
    let is_delivery = |event: &&Event| matches!(event.details, EventDetails::Delivered { .. });
    let events = journal.events.iter().filter(is_delivery);
    let mut delivered: Vec<&Event> = events.filter(|event| event.date <= as_of).collect();
    if delivered.is_empty() {
        return delivered;
    }
    let invoiced = invoiced_days(journal, as_of);
    delivered.retain(|event| {
        let customer = event.customer;
        customer.is_some_and(|customer| !invoiced.contains(&(customer, event.date)))
    });
    delivered.sort_by_key(|event| (event.date, event.origin));
    delivered
}

/// The days of delivery that invoices name, with their customers.
fn invoiced_days(journal: &Journal, as_of: NaiveDate) -> BTreeSet<(CustomerIx, NaiveDate)> {
    let movements = journal.movements.as_slice().iter();
    let voids = movements.filter(|it| it.kind == MovementKind::Void && it.date <= as_of);
    let voided: BTreeSet<_> = voids.flat_map(Movement::invoices).collect();
    let named = journal.deliveries.iter().filter_map(|named| {
        let invoice = &journal.invoices[named.invoice];
        let stands = invoice.number_use == NumberUse::Invoice
            && invoice.date <= as_of
            && !voided.contains(&named.invoice);
        Some((invoice.customer?, named.delivered)).filter(|_| stands)
    });
    named.collect()
}
