//! C008: a hold that nothing ends.

use super::shared::check_input::CheckInput;
use crate::journal::event_details::EventDetails;
use crate::journal::model::{CustomerIx, Event, InvoiceIx};
use crate::text::diagnostic::Sink;
use chrono::NaiveDate;
use std::collections::BTreeMap;

crate::check_rule! {
    "C008" "hold-without-end" Warning, needs Figures, page "hold_without_end.md", Journal(run)
}

/// The last release of each customer and of each invoice.
#[derive(Default)]
struct LastReleases {
    customers: BTreeMap<CustomerIx, NaiveDate>,
    invoices: BTreeMap<InvoiceIx, NaiveDate>,
}

fn run(subject: &CheckInput<'_>, sink: &mut Sink) {
    let endless: Vec<&Event> = subject
        .day
        .journal
        .events
        .iter()
        .filter(|event| is_endless(event))
        .collect();
    if endless.is_empty() {
        return;
    }
    let releases = last_releases(subject);
    for hold in endless {
        if !releases.is_released(hold) {
            sink.push(
                KIND.at(
                    subject.keyword_span(hold.origin),
                    "expected `until` or `follow-up:` on a hold, found neither",
                )
                .help("say until when, `until 2026-04-15`, or when you look again, `follow-up: 2026-04-01`"),
            );
        }
    }
}

const fn is_endless(event: &Event) -> bool {
    matches!(event.details, EventDetails::Hold { until: None }) && event.follow_up.is_none()
}

fn last_releases(subject: &CheckInput<'_>) -> LastReleases {
    let mut last = LastReleases::default();
    let all = subject
        .day
        .journal
        .events
        .iter()
        .filter(|event| matches!(event.details, EventDetails::Release));
    for release in all {
        for invoice in release.invoices() {
            let day = last.invoices.entry(invoice).or_insert(release.date);
            *day = release.date.max(*day);
        }
        if let (Some(customer), None) = (release.customer, release.invoice) {
            let day = last.customers.entry(customer).or_insert(release.date);
            *day = release.date.max(*day);
        }
    }
    last
}

impl LastReleases {
    fn is_released(&self, hold: &Event) -> bool {
        let after = |day: Option<&NaiveDate>| day.is_some_and(|day| *day >= hold.date);
        let customer = hold
            .customer
            .and_then(|customer| self.customers.get(&customer));
        let mut invoices = hold.invoices();
        after(customer)
            || (hold.invoice.is_some()
                && invoices.all(|invoice| after(self.invoices.get(&invoice))))
    }
}
