//! Claims that grow old: VAT that may be asked back or is owed again, and a life that ends. Each goes when an entry
//! names the invoice: a note will do.

use super::task::{Action, Task, TaskReason};
use super::worklist_input::WorklistInput;
use crate::claim::bad_debt_vat::{find_reclaimable_vat, find_repayable_vat};
use crate::claim::expiring_claims::find_expiring_claims;
use crate::journal::model::{InvoiceIx, ItemIx};
use crate::policy::limitation::Nearness;
use crate::value::calendar::{Duration, days_between};
use crate::value::money::Money;
use chrono::NaiveDate;

/// Finds what the calendar of the law asks for.
pub fn find_tasks<'j>(input: &WorklistInput<'_, 'j>, tasks: &mut Vec<Task<'j>>) {
    let (journal, ledger) = (input.dunning.journal, input.dunning.ledger);
    for relief in find_reclaimable_vat(journal, ledger) {
        let invoice = journal.items[relief.item].invoice;
        if !input.history.is_invoice_named_since(invoice, relief.since) {
            let reason = TaskReason::Vat(relief.vat);
            tasks.push(build_task(
                input,
                invoice,
                (relief.since, Action::VatReclaim, relief.open, reason),
            ));
        }
    }
    for again in find_repayable_vat(journal, ledger) {
        let invoice = journal.items[again.item].invoice;
        if !input.history.is_invoice_named_since(invoice, again.since) {
            let reason = TaskReason::Vat(again.vat);
            tasks.push(build_task(
                input,
                invoice,
                (again.since, Action::VatDueAgain, again.vat, reason),
            ));
        }
    }
    for (invoice, life, nearness) in find_expiring_claims(journal, ledger, &input.history) {
        let half_a_year = Duration::Months(6).date_before(life.last_day);
        let month = Duration::Months(1).date_before(life.last_day);
        let since = match nearness {
            Nearness::Barred => life.last_day.succ_opt(),
            Nearness::OneMonth => month,
            Nearness::SixMonths | Nearness::Far => half_a_year,
        };
        let since = since.unwrap_or(life.last_day);
        // A note does not lengthen its life: in the last month nothing but a demand or money ends the task.
        if nearness == Nearness::OneMonth || !input.history.is_invoice_named_since(invoice, since) {
            let open = Money::new(
                input.dunning.rules.open_principal(invoice),
                journal.invoices[invoice].currency,
            );
            let reason = TaskReason::LimitationEnd(life.last_day);
            let action = match nearness {
                Nearness::Barred => Action::Decide,
                _ => Action::Limitation,
            };
            tasks.push(build_task(input, invoice, (since, action, open, reason)));
        }
    }
}

fn build_task<'j>(
    input: &WorklistInput<'_, 'j>,
    invoice: InvoiceIx,
    (since, action, amount, reason): (NaiveDate, Action, Money, TaskReason<'j>),
) -> Task<'j> {
    let journal = input.dunning.journal;
    let record = &journal.invoices[invoice];
    let due = |item: ItemIx| journal.items[item].due;
    let first = journal.items_of(invoice).filter_map(due).min();
    Task {
        customer: record.customer,
        invoices: vec![invoice],
        amount: Some(amount),
        days: first.map(|due| days_between(due, input.dunning.as_of())),
        origin: Some(record.origin),
        ..Task::new(since, action, reason)
    }
}
