//! Claims that grow old: VAT that may be asked back or is owed again, and a life that ends. Each goes when an entry
//! names the invoice: a note will do.

use super::task::{Action, Task, TaskReason};
use crate::claim::bad_debt_vat::{find_reclaimable_vat, find_repayable_vat};
use crate::day::Day;
use crate::journal::model::{InvoiceIx, ItemIx};
use crate::policy::limitation::Nearness;
use crate::value::calendar::{Duration, days_between};
use crate::value::money::Money;
use chrono::NaiveDate;

/// Finds what the calendar of the law asks for.
pub fn find_tasks<'j>(day: &Day<'j>, tasks: &mut Vec<Task<'j>>) {
    let (journal, ledger) = (day.journal, day.ledger);
    let reclaimable = find_reclaimable_vat(journal, ledger).into_iter();
    let reclaimable =
        reclaimable.map(|it| (it.item, it.since, Action::VatReclaim, it.open, it.vat));
    let repayable = find_repayable_vat(journal, ledger).into_iter();
    let repayable = repayable.map(|it| (it.item, it.since, Action::VatDueAgain, it.vat, it.vat));
    for (item, since, action, amount, vat) in reclaimable.chain(repayable) {
        let invoice = journal.items[item].invoice;
        if !day.history().is_invoice_named_since(invoice, since) {
            let reason = TaskReason::Vat(vat);
            tasks.push(build_task(day, invoice, (since, action, amount, reason)));
        }
    }
    for claim in day.expiring_claims() {
        let (invoice, last_day) = (claim.invoice, claim.limitation.last_day);
        let since = match claim.nearness {
            Nearness::Barred => last_day.succ_opt(),
            Nearness::OneMonth => Duration::Months(1).date_before(last_day),
            Nearness::SixMonths | Nearness::Far => Duration::Months(6).date_before(last_day),
        };
        let since = since.unwrap_or(last_day);
        // A note does not lengthen its life: in the last month nothing but a demand or money ends the task.
        if claim.nearness == Nearness::OneMonth
            || !day.history().is_invoice_named_since(invoice, since)
        {
            let open = ledger.open_principal(journal, invoice);
            let open = Money::new(open, journal.invoices[invoice].currency);
            let reason = TaskReason::LimitationEnd(last_day);
            let action = match claim.nearness {
                Nearness::Barred => Action::Decide,
                _ => Action::Limitation,
            };
            tasks.push(build_task(day, invoice, (since, action, open, reason)));
        }
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
