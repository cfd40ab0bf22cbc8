//! Collection costs that a consumer owes since the term of the last letter was over, and that no entry claims: to be written
//! before the next payment, which then pays them first (SPEC.md 12).

use super::task::{Action, Task, TaskReason};
use crate::claim::build_customer_claims;
use crate::claim::fourteen_day_letter::{find_effective_letter, is_fourteen_day_letter};
use crate::claim::model::{ClaimGround, ClaimRow, ClaimRowKind};
use crate::claim::parties::ClaimParties;
use crate::day::Day;
use crate::journal::model::{CustomerIx, Event, InvoiceIx};
use crate::value::money::{Minor, Money};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Finds costs that may be written: a task for each invoice they belong to, until they are, or a `note` says that they are
/// left.
pub fn find_tasks<'j>(day: &Day<'j>, tasks: &mut Vec<Task<'j>>) {
    for invoices in invoices_of_letters(day).into_values() {
        let invoices: Vec<InvoiceIx> = invoices.into_iter().collect();
        let Some(answer) = build_customer_claims(day.claims(), &invoices)
            .ok()
            .flatten()
        else {
            continue;
        };
        for claim in &answer.claims {
            for (invoice, (since, costs)) in unwritten_costs(&claim.rows) {
                if day.history().is_invoice_noted_since(invoice, since) {
                    continue;
                }
                let record = &day.journal.invoices[invoice];
                let task = Task::new(since, Action::WriteCosts, TaskReason::CostsOwed);
                tasks.push(Task {
                    customer: Some(answer.customer),
                    invoices: vec![invoice],
                    amount: Some(Money::new(costs, claim.currency)),
                    origin: Some(record.origin),
                    ..task
                });
            }
        }
    }
}

/// The costs of a claim that no entry records, VAT on them included, by the invoice they belong to: since when they are
/// owed, and how much.
fn unwritten_costs(rows: &[ClaimRow]) -> BTreeMap<InvoiceIx, (NaiveDate, Minor)> {
    let mut costs: BTreeMap<InvoiceIx, (NaiveDate, Minor)> = BTreeMap::new();
    let reckoned = rows.iter().filter(|row| {
        matches!(row.kind, ClaimRowKind::Costs | ClaimRowKind::Vat)
            && !matches!(row.ground, ClaimGround::Entry(_))
    });
    for row in reckoned {
        if let Some(from) = row.from {
            let (_, sum) = costs.entry(row.invoice).or_insert((from, Minor::ZERO));
            *sum += row.amount;
        }
    }
    costs
}

/// The open invoices of each customer about which a letter was without effect within its term, and that nothing holds.
fn invoices_of_letters(day: &Day<'_>) -> BTreeMap<CustomerIx, BTreeSet<InvoiceIx>> {
    let mut parties: BTreeMap<CustomerIx, ClaimParties> = BTreeMap::new();
    let mut found: BTreeMap<CustomerIx, BTreeSet<InvoiceIx>> = BTreeMap::new();
    for event in day.history().events().filter(|event| event.is_letter()) {
        for invoice in event.invoices() {
            let Some(customer) = day.journal.invoices[invoice].customer else {
                continue;
            };
            let party = parties
                .entry(customer)
                .or_insert_with(|| ClaimParties::for_customer(day.journal, customer));
            if is_without_effect(day, party, event, invoice) {
                found.entry(customer).or_default().insert(invoice);
            }
        }
    }
    found
}

/// Whether a letter about an invoice was one that gives costs, its term is over, and the invoice is open and ours.
fn is_without_effect(
    day: &Day<'_>,
    party: &ClaimParties,
    letter: &Event,
    invoice: InvoiceIx,
) -> bool {
    let journal = day.journal;
    let Some(law) = party.law.filter(|_| party.needs_notice_letter()) else {
        return false;
    };
    if !is_fourteen_day_letter(journal, party, letter)
        || !day.ledger.open_principal(journal, invoice).is_positive()
    {
        return false;
    }
    let about = (invoice, journal.first_due_date(invoice));
    let effective = find_effective_letter(day.history(), law, party, about, day.as_of());
    let first = journal.first_instalment(invoice);
    effective.is_ok_and(|it| it.event.origin == letter.origin)
        && first.is_some_and(|item| {
            let position = day.dunning().position_of(item);
            let mut holds = position.ladder_position.active_holds(day.as_of());
            !holds.any(|held| held.covers_whole_invoice)
        })
}
