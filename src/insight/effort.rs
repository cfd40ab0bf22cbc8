//! The effort spent on collecting an invoice so far: time, expenses, and commission.

use crate::journal::event_details::Commission;
use crate::journal::model::{InvoiceIx, Journal, MovementKind};
use crate::ledger::model::Ledger;
use crate::value::money::{Minor, Money, Totals};

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

/// The effort spent on an invoice up to the as-of day of the ledger.
pub fn effort_on_invoice(journal: &Journal, ledger: &Ledger, invoice: InvoiceIx) -> Effort {
    let as_of = ledger.as_of;
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
        let extra = payment.extra.as_ref();
        let kept = extra.map_or(Minor::ZERO, |extra| extra.commission.into());
        if kept.is_positive() {
            effort.costs.add(Money::new(kept, payment.currency));
        }
    }
    effort
}
