//! Open invoices that are barred by limitation, or soon will be.

use super::interruptions::{interruptions_of, payment_days};
use crate::journal::history::EventHistory;
use crate::journal::model::{InvoiceIx, Journal, NumberUse};
use crate::ledger::model::Ledger;
use crate::policy::jurisdiction::law::ClaimKind;
use crate::policy::jurisdiction::law_of;
use crate::policy::limitation::{Limitation, Nearness, compute_limitation};
use crate::value::calendar::{Duration, days_between};

/// No claim under a contract is barred sooner after its due date, so younger invoices are skipped.
const MIN_AGE: Duration = Duration::Months(54);
/// A lower bound of that age in days.
const MIN_AGE_DAYS: i64 = 54 * 28;

/// An open invoice, its limitation, and how near that is.
pub type ClaimLimitation = (InvoiceIx, Limitation, Nearness);

/// Open invoices that are barred, or will be within six months of the as-of day, each with its limitation.
pub fn find_expiring_claims(
    journal: &Journal,
    ledger: &Ledger,
    history: &EventHistory<'_>,
) -> Vec<ClaimLimitation> {
    let on = ledger.as_of;
    let old = |invoice: InvoiceIx| {
        let due = journal.first_due_date(invoice);
        let due = due.filter(|due| days_between(*due, on) >= MIN_AGE_DAYS);
        due.and_then(|due| MIN_AGE.date_after(due))
            .is_some_and(|day| day <= on)
    };
    let all = journal.invoices.iter();
    let old = all.filter(|(number, invoice)| {
        invoice.number_use == NumberUse::Invoice
            && ledger.has_open_item(journal, *number)
            && old(*number)
    });
    let old: Vec<InvoiceIx> = old.map(|(number, _)| number).collect();
    if old.is_empty() {
        return Vec::new();
    }
    let payments = payment_days(journal, on);
    let ends = |number: InvoiceIx| {
        let country = journal.country_of(journal.invoices[number].customer?);
        let law = law_of(None, Some(country))?;
        let days = interruptions_of(history, &payments, number);
        let life = compute_limitation(
            law,
            ClaimKind::Contract,
            journal.first_due_date(number)?,
            &days,
        )?;
        let nearness = life.nearness(on);
        (nearness != Nearness::Far).then_some((number, life, nearness))
    };
    old.into_iter().filter_map(ends).collect()
}
