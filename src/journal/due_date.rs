//! When an invoice is due that names no day: its terms, counted from receipt, sending or its date.

use super::kinds;
use super::model::{DueBasis, Invoice, InvoiceIx, Journal};
use super::source_lookup::EntryQuote;
use crate::text::diagnostic::{Diagnostic, Sink};
use crate::text::span::Span;
use crate::value::calendar::{Duration, PaymentTerms};
use crate::value::key_name::KeyName;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// An invoice whose due day rests on terms.
#[derive(Debug)]
pub struct PendingDueDate {
    /// The invoice.
    pub invoice: InvoiceIx,
    /// The day terms count from.
    pub start: NaiveDate,
    /// Terms of its own.
    pub terms: Option<PaymentTerms>,
    /// Where its number stands.
    pub number_span: Span,
    /// Some detail of it could not be read, so nothing is said about terms that are not there.
    pub incomplete: bool,
}

/// The day from which the days to pay of an invoice count: that of its receipt, else the day it went out, else its own
/// date, and which of them it is (SPEC.md 6.2). Nothing goes out or arrives before it is written: such a day is a slip
/// (D014), and is not counted from.
pub fn start_of_terms(
    issued: NaiveDate,
    (received, sent): (Option<NaiveDate>, Option<NaiveDate>),
) -> (NaiveDate, DueBasis) {
    let is_possible = |day: &NaiveDate| *day >= issued;
    let received = received.filter(is_possible);
    let received = received.map(|day| (day, DueBasis::Received));
    let sent = sent.filter(is_possible);
    let sent = sent.map(|day| (day, DueBasis::Sent));
    received.or(sent).unwrap_or((issued, DueBasis::Issued))
}

/// The same day, from what the entry of an invoice says.
pub fn start_of_written_terms(invoice: &Invoice, quote: &EntryQuote) -> NaiveDate {
    let day = |key| quote.values(key).next()?.trim().get(..10)?.parse().ok();
    start_of_terms(invoice.date, (day(KeyName::Received), day(KeyName::Sent))).0
}

/// Fills in the due days: terms of the invoice, else those that hold for it on its date.
pub fn fill_due_dates(journal: &mut Journal, waiting: Vec<PendingDueDate>, sink: &mut Sink) {
    for wait in waiting {
        let due = applicable_terms(journal, &wait).and_then(|terms| terms.date_after(wait.start));
        if let Some(item) = journal.invoices[wait.invoice].first_item {
            journal.items[item].due = due;
        }
        if due.is_none() {
            journal.invoices[wait.invoice].due_basis = DueBasis::Missing;
            if !wait.incomplete {
                sink.push(missing_due_date(journal, &wait));
            }
        }
    }
}

/// Fills in the days of parts that wait for a milestone: the first day that an entry says it was reached. What
/// lies after `as_of` is not known on that day (SPEC.md 6.24).
pub fn fill_milestones(journal: &mut Journal, as_of: NaiveDate) {
    let Journal {
        milestones,
        events,
        items,
        invoices,
        ..
    } = journal;
    if milestones.is_empty() {
        return;
    }
    let mut reached: BTreeMap<(InvoiceIx, &str), NaiveDate> = BTreeMap::new();
    for event in events.iter().filter(|event| event.date <= as_of) {
        let Some(name) = event.milestone() else {
            continue;
        };
        for invoice in event.invoices() {
            let day = reached.entry((invoice, name)).or_insert(event.date);
            *day = event.date.min(*day);
        }
    }
    for (item, name) in milestones.iter() {
        let invoice = items[*item].invoice;
        let day = reached.get(&(invoice, &**name)).copied();
        // Nothing is due before it is invoiced.
        items[*item].due = day.map(|day| day.max(invoices[invoice].date));
    }
}

fn applicable_terms(journal: &Journal, wait: &PendingDueDate) -> Option<PaymentTerms> {
    let invoice = &journal.invoices[wait.invoice];
    wait.terms.or_else(|| journal.terms_of_invoice(invoice))
}

fn missing_due_date(journal: &Journal, wait: &PendingDueDate) -> Diagnostic {
    let number = journal.invoice_no(wait.invoice);
    if applicable_terms(journal, wait).is_some() {
        return kinds::MISSING_DUE
            .at(
                wait.number_span,
                format!("expected a due date for #{number} up to the year 2200, found a later one"),
            )
            .help("mend the terms, or the date they count from");
    }
    let day = Duration::Days(30)
        .date_after(wait.start)
        .unwrap_or(wait.start);
    let help = match unnamed_policy(journal, wait) {
        Some(name) => format!(
            "name the policy whose terms are meant, `policy: {name}` under `business` or the customer; or add a day, such as `due {day}`"
        ),
        None => format!(
            "add a day, such as `due {day}`, or `terms: 30 days` to the invoice, the customer or the policy of the business"
        ),
    };
    kinds::MISSING_DUE
        .at(
            wait.number_span,
            format!("expected a due date for #{number}, found neither a day nor terms"),
        )
        .help(help)
}

/// A policy with terms that is declared, where the customer of the invoice has none.
fn unnamed_policy<'j>(journal: &'j Journal, wait: &PendingDueDate) -> Option<&'j str> {
    let customer = journal.invoices[wait.invoice].customer;
    if customer.is_some_and(|it| journal.policy_name(it).is_some()) {
        return None;
    }
    let mut policies = journal.policies.iter();
    let (_, policy) = policies.find(|(_, policy)| policy.terms.is_some())?;
    Some(&policy.name)
}
