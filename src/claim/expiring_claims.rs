//! Open invoices that are barred by limitation, or soon will be.

use super::interruptions::{interruptions_of, payment_days};
use crate::journal::history::EventHistory;
use crate::journal::model::{Invoice, InvoiceIx, Journal, NumberUse};
use crate::ledger::model::Ledger;
use crate::policy::jurisdiction::law::{ClaimKind, Law};
use crate::policy::limitation::{Limitation, Nearness, compute_limitation, is_near_at_age};
use crate::value::calendar::days_between;
use chrono::NaiveDate;

/// An open invoice that is barred by limitation, or soon will be.
#[derive(Debug)]
pub struct ClaimLimitation {
    /// The invoice.
    pub invoice: InvoiceIx,
    /// Until when it can be claimed.
    pub limitation: Limitation,
    /// How near that is.
    pub nearness: Nearness,
}

/// Open invoices that are barred, or will be within six months of the as-of day, each with its limitation.
pub fn find_expiring_claims(
    journal: &Journal,
    ledger: &Ledger,
    history: &EventHistory<'_>,
) -> Vec<ClaimLimitation> {
    let as_of = ledger.as_of;
    let find_old = |(ix, invoice): (InvoiceIx, &Invoice)| {
        let due = journal.first_due_date(ix)?;
        let age = days_between(due, as_of);
        let mut laws = journal.laws.laws();
        let is_old = invoice.number_use == NumberUse::Invoice
            && laws.any(|law| is_near_at_age(law, ClaimKind::Contract, age))
            && ledger.has_open_item(journal, ix);
        let customer = invoice.customer.filter(|_| is_old)?;
        Some((ix, due, journal.law_for_customer(customer)?))
    };
    let old = journal.invoices.iter().filter_map(find_old);
    let mut old = old.peekable();
    if old.peek().is_none() {
        return Vec::new();
    }
    let payments = payment_days(journal, as_of);
    let limitation = |(invoice, due, law): (InvoiceIx, NaiveDate, &Law)| {
        let days = interruptions_of(history, &payments, invoice);
        let limitation = compute_limitation(law, ClaimKind::Contract, due, &days)?;
        let nearness = limitation.nearness(as_of);
        (nearness != Nearness::Far).then_some(ClaimLimitation {
            invoice,
            limitation,
            nearness,
        })
    };
    old.filter_map(limitation).collect()
}
