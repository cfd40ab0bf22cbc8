//! What the calendar of the law asks for: VAT that may be asked back or is owed again, and claims whose life ends. Each
//! goes when it is done, and not when something else happens to the invoice.

use super::task::{Action, Task, TaskReason, VatReason};
use crate::day::Day;
use crate::journal::model::{InvoiceIx, ItemIx};
use crate::policy::limitation::Nearness;
use crate::value::calendar::{Duration, days_between};
use crate::value::money::Money;
use chrono::NaiveDate;

/// Finds what the calendar of the law asks for.
pub fn find_tasks<'j>(day: &Day<'j>, tasks: &mut Vec<Task<'j>>) {
    add_vat_tasks(day, tasks);
    let (journal, ledger) = (day.journal, day.ledger);
    for claim in day.expiring_claims() {
        let (invoice, last_day) = (claim.invoice, claim.limitation.last_day);
        let since = match claim.nearness {
            Nearness::Barred => last_day.succ_opt(),
            Nearness::OneMonth => Duration::Months(1).date_before(last_day),
            Nearness::SixMonths | Nearness::Far => Duration::Months(6).date_before(last_day),
        };
        let since = since.unwrap_or(last_day);
        // A note does not lengthen its life: in the last month nothing but a demand or money ends the task, and what is
        // barred is asked about again every quarter.
        let noted = |since| day.history().is_invoice_noted_since(invoice, since);
        let is_answered = match claim.nearness {
            Nearness::OneMonth => false,
            Nearness::Barred => {
                let quarter = Duration::Months(3).date_before(day.as_of());
                noted(quarter.map_or(since, |quarter| quarter.max(since)))
            }
            Nearness::SixMonths | Nearness::Far => noted(since),
        };
        if !is_answered {
            let open = ledger.open_principal(journal, invoice);
            let open = Money::new(open, journal.invoices[invoice].currency);
            let (action, reason) = match claim.nearness {
                Nearness::Barred => (Action::Decide, TaskReason::Barred(last_day)),
                _ => (Action::Limitation, TaskReason::LimitationEnd(last_day)),
            };
            tasks.push(build_task(day, invoice, (since, action, open, reason)));
        }
    }
}

/// VAT to ask back, and VAT to pay again, until a note says that it was done.
fn add_vat_tasks<'j>(day: &Day<'j>, tasks: &mut Vec<Task<'j>>) {
    let vat = day.bad_debt_vat();
    for relief in &vat.reclaimable {
        let reason = TaskReason::Vat(VatReason {
            vat: relief.vat(),
            rates: relief.rates.clone(),
            cause: Some((relief.cause, relief.since)),
        });
        let facts = (relief.since, Action::VatReclaim, relief.gross, reason);
        tasks.push(build_task(day, relief.invoice, facts));
    }
    for again in &vat.repayable {
        let reason = TaskReason::Vat(VatReason {
            vat: again.vat(),
            rates: again.rates.clone(),
            cause: None,
        });
        let facts = (again.since, Action::VatDueAgain, again.vat(), reason);
        tasks.push(build_task(day, again.invoice, facts));
    }
}

fn build_task<'j>(
    day: &Day<'j>,
    invoice: InvoiceIx,
    (since, action, amount, reason): (NaiveDate, Action, Money, TaskReason<'j>),
) -> Task<'j> {
    let journal = day.journal;
    let record = &journal.invoices[invoice];
    let due = |item: ItemIx| journal.items[item].due;
    let first = journal.items_of(invoice).filter_map(due).min();
    Task {
        customer: record.customer,
        invoices: vec![invoice],
        amount: Some(amount),
        days: first.map(|due| days_between(due, day.as_of())),
        origin: Some(record.origin),
        ..Task::new(since, action, reason)
    }
}
