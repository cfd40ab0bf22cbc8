//! Amounts of promises, plans and disputes in another currency than their invoices: no figure can be made of them (A007).

use super::event_details::EventDetails;
use super::model::{CurrencyFault, Event, Invoice, InvoiceIx, Journal, NumberUse};
use crate::value::index_vec::IndexVec;
use crate::value::money::Money;

/// Takes such amounts out of their entries, which then say no amount, and keeps them for a check to tell of.
pub fn set_apart(journal: &mut Journal) {
    let mut faults = Vec::new();
    for event in &mut journal.events {
        set_apart_of(event, &journal.invoices, &mut faults);
    }
    faults.dedup();
    journal.currency_faults = faults;
}

fn set_apart_of(
    event: &mut Event,
    invoices: &IndexVec<InvoiceIx, Invoice>,
    faults: &mut Vec<CurrencyFault>,
) {
    if !matches!(
        event.details,
        EventDetails::Promise(_)
            | EventDetails::Plan(_)
            | EventDetails::Dispute(_)
            | EventDetails::Resolve { .. }
    ) {
        return;
    }
    let origin = event.origin;
    let named: Vec<InvoiceIx> = event.invoices().collect();
    let mut is_sound = |amount: Money| {
        let other = named.iter().copied().find(|number| {
            let invoice = &invoices[*number];
            invoice.number_use == NumberUse::Invoice && invoice.currency != amount.currency
        });
        faults.extend(other.map(|invoice| CurrencyFault {
            origin,
            invoice,
            amount,
        }));
        other.is_none()
    };
    match &mut event.details {
        EventDetails::Promise(promise) => {
            promise.amount = promise.amount.filter(|amount| is_sound(*amount));
        }
        EventDetails::Dispute(dispute) => {
            dispute.amount = dispute.amount.filter(|amount| is_sound(*amount));
        }
        EventDetails::Resolve { conceded, .. } => {
            *conceded = conceded.take().filter(|amount| is_sound(**amount));
        }
        EventDetails::Plan(plan) => {
            let parts = std::mem::take(&mut plan.instalments).into_iter();
            plan.instalments = parts.filter(|part| is_sound(part.amount)).collect();
        }
        _ => {}
    }
}
