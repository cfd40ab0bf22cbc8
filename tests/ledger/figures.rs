//! A ledger in words that do not depend on where anything stands in the text: equal ledgers give equal words.

use super::shelf::parse_day;
use chrono::NaiveDate;
use tegoed::journal::model::{InvoiceIx, Journal, MovementIx};
use tegoed::ledger;
use tegoed::ledger::ageing::{AgeingBasis, Buckets, build_ageing};
use tegoed::ledger::model::{FaultEntry, FaultKind, Ledger};
use tegoed::ledger::statement::{build_statement, customer_currencies};
use tegoed::value::money::Money;

/// The ledger of a day.
pub fn post_as_of(journal: &Journal, day: &str) -> Ledger {
    ledger::post(journal, parse_day(day))
}

/// Everything a ledger says, line by line, sorted. `entries_after` is left out.
pub fn ledger_lines(journal: &Journal, ledger: &Ledger) -> Vec<String> {
    let mut lines = Vec::new();
    push_items(journal, ledger, &mut lines);
    for (invoice, charges) in &ledger.charges {
        lines.push(format!(
            "charges {} {charges:?}",
            invoice_number(journal, *invoice)
        ));
    }
    for ((customer, currency), credits) in &ledger.on_account {
        for credit in credits {
            let who = journal.customer_id(*customer);
            let from = movement_text(journal, credit.movement);
            lines.push(format!(
                "on account @{who} {currency:?} {} {from} {}",
                credit.date, credit.remaining.0
            ));
        }
    }
    for step in &ledger.allocations {
        let item = &journal.items[step.item];
        lines.push(format!(
            "step {} {} {:?} {:?} {} {} from {}",
            step.date,
            invoice_number(journal, item.invoice),
            step.component,
            step.rule,
            item.due.map_or(String::new(), |due| due.to_string()),
            step.amount.0,
            movement_text(journal, step.movement)
        ));
    }
    push_faults(journal, ledger, &mut lines);
    lines.sort();
    lines.extend(report_lines(journal, ledger));
    lines
}

fn push_items(journal: &Journal, ledger: &Ledger, lines: &mut Vec<String>) {
    for (invoice, written) in journal.invoices.iter() {
        if written.date > ledger.as_of {
            continue;
        }
        for (place, item) in journal.items_of(invoice).enumerate() {
            let state = ledger.items[item];
            lines.push(format!(
                "item {}/{place} {} {:?} {:?}",
                invoice_number(journal, invoice),
                state.open.0,
                state.status,
                state.closed
            ));
        }
    }
}

fn push_faults(journal: &Journal, ledger: &Ledger, lines: &mut Vec<String>) {
    for fault in &ledger.faults {
        let entry = match fault.entry {
            FaultEntry::Movement(ix) => movement_text(journal, ix),
            FaultEntry::Assertion(place) => {
                let assertion = &journal.assertions[place];
                format!("balance {} {:?}", assertion.date, assertion.amount)
            }
        };
        let what = match fault.kind {
            FaultKind::SeveralToReverse { count, first } => {
                format!("several {count} {}", movement_text(journal, first))
            }
            FaultKind::RefundedAlready { payment, refunded } => {
                format!("refunded {} {refunded:?}", movement_text(journal, payment))
            }
            FaultKind::InvoiceClosed { invoice, status } => {
                format!("closed {} {status:?}", invoice_number(journal, invoice))
            }
            FaultKind::CurrencyMix { invoice } => {
                format!("currency {}", invoice_number(journal, invoice))
            }
            FaultKind::CustomerMix { invoice } => {
                format!("customer {}", invoice_number(journal, invoice))
            }
            other => format!("{other:?}"),
        };
        lines.push(format!("fault {entry}: {what}"));
    }
}

/// What the ageing and the statements say, in their order.
fn report_lines(journal: &Journal, ledger: &Ledger) -> Vec<String> {
    let mut lines = Vec::new();
    for basis in [AgeingBasis::Due, AgeingBasis::Invoice] {
        for row in build_ageing(journal, ledger, &Buckets::default(), basis) {
            let who = journal.customer_id(row.customer);
            lines.push(format!(
                "ageing @{who} {:?} {:?} {:?} {:?} {:?}",
                row.currency, row.buckets, row.charges, row.unallocated, row.balance
            ));
        }
    }
    for customer in journal.customers_by_id() {
        for currency in customer_currencies(journal, ledger, customer) {
            for line in build_statement(journal, ledger, customer, currency) {
                lines.push(format!(
                    "line {} {:?} {} {} {} {}",
                    line.date,
                    line.kind,
                    line.movement
                        .map_or(String::new(), |ix| movement_text(journal, ix)),
                    line.invoice.map_or("", |ix| invoice_number(journal, ix)),
                    line.amount.0,
                    line.balance.0
                ));
            }
        }
    }
    lines
}

fn invoice_number(journal: &Journal, invoice: InvoiceIx) -> &str {
    journal.invoice_no(invoice)
}

/// An entry by what it says.
pub fn movement_text(journal: &Journal, ix: MovementIx) -> String {
    let movement = &journal.movements[ix];
    let customer = movement
        .customer
        .map_or("", |customer| journal.customer_id(customer));
    let invoices: Vec<&str> = movement
        .invoices()
        .map(|invoice| invoice_number(journal, invoice))
        .collect();
    let amount = Money::new(movement.minor(), movement.currency);
    format!(
        "{} {:?} @{customer} {invoices:?} {amount}",
        movement.date, movement.kind
    )
}

/// The days worth asking about: every day on which something is dated, and the one before the first.
pub fn days_to_ask(journal: &Journal) -> Vec<NaiveDate> {
    let mut days: Vec<NaiveDate> = journal
        .movements
        .iter()
        .map(|(_, movement)| movement.date)
        .chain(journal.invoices.iter().map(|(_, invoice)| invoice.date))
        .chain(journal.assertions.iter().map(|assertion| assertion.date))
        .collect();
    days.sort_unstable();
    days.dedup();
    if let Some(before) = days.first().and_then(NaiveDate::pred_opt) {
        days.insert(0, before);
    }
    days
}
