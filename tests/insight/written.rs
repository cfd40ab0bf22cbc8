//! What the journal keeps for it: reasons, time spent, costs, limits.

use crate::reports::shelf::TestJournal;
use tegoed::journal::contact_details::ContactDetails;
use tegoed::journal::event_details::{Commission, EventDetails};
use tegoed::journal::limits::{Limits, Trial};
use tegoed::journal::model::EventExtra;
use tegoed::value::calendar::Duration;
use tegoed::value::currency::Currency;
use tegoed::value::money::{Minor, Money};
use tegoed::value::share::Share;
use tegoed::value::vocabulary::NonPaymentReason;

const JOURNAL: &str = "\
format 1

customer @k
  name: K
  kind: business
  credit-limit: 5000.00
  trial: 6 months limit 1000.00 USD

customer @l
  name: L
  kind: business

2026-01-02 invoice #1 @k 100.00 due 2026-01-16
2026-01-20 phone #1 | The book-keeper left
  reason: admin
  verified: no
  satisfied: yes
  direction: in
  spent: 2 hours
  cost: 3.50
2026-01-21 phone #1
2026-01-25 handover #1 to agency
  commission: 15%
";

fn euros(minor: i128) -> Money {
    Money::new(Minor(minor), Currency::EUR)
}

#[test]
fn a_call_keeps_what_it_tells_and_a_plain_one_keeps_nothing() {
    let book = TestJournal::from_text(JOURNAL, "2026-02-01");
    let events = &book.outcome.journal.events;
    let [call, plain, handover] = events.as_slice() else {
        panic!("expected three events");
    };
    let admin = ContactDetails {
        reason: Some(NonPaymentReason::Admin),
        verified: Some(false),
        satisfied: Some(true),
        inbound: Some(true),
    };
    assert_eq!(call.contact, admin);
    let effort = EventExtra {
        minutes: 120,
        cost: Some(euros(3_50)),
        ..EventExtra::default()
    };
    assert_eq!(call.extra.as_deref(), Some(&effort));
    assert_eq!(plain.contact, ContactDetails::default());
    assert!(plain.extra.is_none());
    let EventDetails::Handover(handover) = &handover.details else {
        panic!("expected a hand-over");
    };
    let kept = Commission::Share(Share::from_hundredths(1500));
    assert_eq!(handover.commission, Some(kept));
}

#[test]
fn limits_are_those_of_the_customer_who_has_them() {
    let book = TestJournal::from_text(JOURNAL, "2026-02-01");
    let journal = &book.outcome.journal;
    let limits = |id| {
        let customer = journal.customer_ids.index_of(id).expect("a customer");
        let customer: tegoed::journal::model::CustomerIx = customer;
        journal.customers[customer].limits.as_deref().copied()
    };
    let trial = Trial {
        period: Duration::Months(6),
        limit: Money::new(Minor(100_000), Currency::from_code("USD").expect("dollars")),
    };
    let both = Limits {
        credit: Some(euros(500_000)),
        trial: Some(trial),
    };
    assert_eq!(limits("k"), Some(both));
    assert_eq!(limits("l"), None);
}
