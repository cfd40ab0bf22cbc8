//! What was spent on an invoice so far: time, money, and what others kept of it.

use crate::journal::event_details::Commission;
use crate::journal::model::{InvoiceIx, Journal, MovementKind};
use crate::ledger::model::Ledger;
use crate::value::money::{Money, Totals};

/// What was spent on an invoice by a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Effort {
    /// Time, in minutes: `spent:` of every entry that names it, in full, also where that names others too.
    pub minutes: u64,
    /// Money: `cost:` of those entries, and `commission:` of payments that name it.
    pub costs: Totals,
    /// What the last hand-over of it agreed on: `commission:`.
    pub commission: Option<Commission>,
}

/// What was spent on an invoice up to the day of the ledger.
pub fn effort_on_invoice(journal: &Journal, ledger: &Ledger, invoice: InvoiceIx) -> Effort {
    let as_of = ledger.as_of.0;
    let mut effort = Effort::default();
    let mut last = None;
    let events = journal.events.iter();
    for event in
        events.filter(|event| event.date <= as_of && event.invoices().any(|it| it == invoice))
    {
        if let Some(extra) = &event.extra {
            effort.minutes = effort.minutes.saturating_add(extra.minutes.into());
            if let Some(cost) = extra.cost {
                effort.costs.add(cost);
            }
        }
        let commission = event.handover().and_then(|handover| handover.commission);
        if commission.is_some() && last <= Some(event.date) {
            last = Some(event.date);
            effort.commission = commission;
        }
    }
    let movements = journal.movements.as_slice().iter();
    let payments = movements.filter(|it| it.kind == MovementKind::Payment && it.date <= as_of);
    for payment in payments.filter(|it| it.invoices().any(|named| named == invoice)) {
        let kept = payment.extra.as_ref().map_or(0, |more| more.commission);
        if kept > 0 {
            effort.costs.add(Money::new(kept.into(), payment.currency));
        }
    }
    effort
}
