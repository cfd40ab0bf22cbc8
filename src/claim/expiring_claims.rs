//! Open invoices that are barred by limitation, or soon will be.

use super::interruptions::{interruptions_of, payment_days};
use crate::journal::history::EventHistory;
use crate::journal::model::{Invoice, InvoiceIx, Journal, NumberUse};
use crate::ledger::model::Ledger;
use crate::policy::jurisdiction::law::ClaimKind;
use crate::policy::jurisdiction::law_of;
use crate::policy::limitation::{Limitation, Nearness, compute_limitation};
use crate::value::calendar::{Duration, days_between};

/// No claim under a contract is barred sooner after its due date, so younger invoices are skipped.
const MIN_AGE: Duration = Duration::Months(54);
/// A lower bound of that age in days.
const MIN_AGE_DAYS: i64 = 54 * 28;

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
    let is_old = |invoice: InvoiceIx| {
        let due = journal.first_due_date(invoice);
        let due = due.filter(|due| days_between(*due, as_of) >= MIN_AGE_DAYS);
        due.and_then(|due| MIN_AGE.date_after(due))
            .is_some_and(|day| day <= as_of)
    };
    let old = journal.invoices.iter().filter(|(ix, invoice)| {
        invoice.number_use == NumberUse::Invoice
            && ledger.has_open_item(journal, *ix)
            && is_old(*ix)
    });
    let mut old = old.peekable();
    if old.peek().is_none() {
        return Vec::new();
    }
    let payments = payment_days(journal, as_of);
    let limitation = |(invoice, record): (InvoiceIx, &Invoice)| {
        let law = law_of(None, Some(journal.country_of(record.customer?)))?;
        let days = interruptions_of(history, &payments, invoice);
        let due = journal.first_due_date(invoice)?;
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
