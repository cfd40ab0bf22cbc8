//! The effort spent on collecting an invoice so far: time, expenses, and commission.

use crate::journal::event_details::Commission;
use crate::journal::history::EventHistory;
use crate::journal::model::{Event, InvoiceIx, Journal, MovementKind};
use crate::value::money::{Minor, Money, Totals};
use chrono::NaiveDate;

/// The effort spent on an invoice by a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Effort {
    /// The time in minutes: `spent:` of every entry that names the invoice, in full even where the entry names others
    /// too.
    pub minutes: u64,
    /// The expenses, by currency: `cost:` of those entries, and `commission:` of payments that name the invoice.
    pub costs: Totals,
    /// The commission agreed at the last handover of the invoice; `None` where there is none.
    pub commission: Option<Commission>,
}

/// The effort spent on an invoice up to a day, that of the history.
pub fn effort_on_invoice(
    journal: &Journal,
    history: &EventHistory<'_>,
    invoice: InvoiceIx,
    as_of: NaiveDate,
) -> Effort {
    let mut effort = Effort::default();
    let mut events: Vec<&Event> = history.of_invoice(invoice).collect();
    events.dedup_by_key(|event| event.origin);
    for event in events {
        if let Some(extra) = &event.extra {
            effort.minutes = effort.minutes.saturating_add(extra.minutes.into());
            if let Some(cost) = extra.cost {
                effort.costs.add(cost);
            }
        }
        let commission = event.handover().and_then(|handover| handover.commission);
        effort.commission = commission.or(effort.commission);
    }
    let movements = journal.movements.as_slice().iter();
    let payments = movements.filter(|it| it.kind == MovementKind::Payment && it.date <= as_of);
    for payment in payments.filter(|it| it.invoices().any(|named| named == invoice)) {
        let extra = payment.extra.as_ref();
        let kept = extra.map_or(Minor::ZERO, |extra| extra.commission.into());
        if kept.is_positive() {
            effort.costs.add(Money::new(kept, payment.currency));
        }
    }
    effort
}
