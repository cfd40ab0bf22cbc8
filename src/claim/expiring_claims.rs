//! Open invoices that are barred by limitation, or soon will be.

use super::interruptions::{interruptions_of, payment_days};
use crate::journal::history::EventHistory;
use crate::journal::model::{InvoiceIx, Journal, NumberUse};
use crate::ledger::model::Ledger;
use crate::policy::jurisdiction::law::{ClaimKind, Law};
use crate::policy::limitation::{Limitation, Nearness, compute_limitation, is_near_at_age};
use crate::value::calendar::days_between;

/// An open invoice, its limitation, and how near that is.
pub type ClaimLimitation = (InvoiceIx, Limitation, Nearness);

/// Open invoices that are barred, or will be within six months of the as-of day, each with its limitation.
pub fn find_expiring_claims(
    journal: &Journal,
    ledger: &Ledger,
    history: &EventHistory<'_>,
) -> Vec<ClaimLimitation> {
    let on = ledger.as_of;
    // Younger invoices are skipped without a look at anything else.
    let old_law = |number: InvoiceIx| {
        let age = days_between(journal.first_due_date(number)?, on);
        let mut laws = journal.laws.laws();
        if !laws.any(|law| is_near_at_age(law, ClaimKind::Contract, age)) {
            return None;
        }
        journal.law_for_customer(journal.invoices[number].customer?)
    };
    let all = journal.invoices.iter();
    let old = all
        .filter(|(_, invoice)| invoice.number_use == NumberUse::Invoice)
        .filter_map(|(number, _)| Some((number, old_law(number)?)))
        .filter(|(number, _)| ledger.has_open_item(journal, *number));
    let old: Vec<(InvoiceIx, &Law)> = old.collect();
    if old.is_empty() {
        return Vec::new();
    }
    let payments = payment_days(journal, on);
    let ends = |(number, law): (InvoiceIx, &Law)| {
        let days = interruptions_of(history, &payments, number);
        let due = journal.first_due_date(number)?;
        let life = compute_limitation(law, ClaimKind::Contract, due, &days)?;
        let nearness = life.nearness(on);
        (nearness != Nearness::Far).then_some((number, life, nearness))
    };
    old.into_iter().filter_map(ends).collect()
}
