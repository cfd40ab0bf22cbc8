//! What can only be said when everything has been read.

use super::common_keys::id_hash;
use super::due;
use super::model::{
    BankId, CustomerIx, Invoice, InvoiceIx, Journal, Movement, MovementKind, MovementMore,
    NumberUse,
};
use super::references;
use super::resolve::Resolver;
use crate::text::diagnostic::Sink;
use crate::value::register::Register;

/// Makes the journal whole: policies in force, due days, customers of entries that name only an invoice.
pub fn finish(resolver: Resolver, sink: &mut Sink) -> Journal {
    let Resolver {
        mut journal,
        declared: _,
        owners,
        mentions,
        waiting,
        own_policy,
        policies,
        references,
        looked_ahead: _,
    } = resolver;
    for policy in policies.into_values() {
        journal.policies.push(policy);
    }
    skip_voided_numbers(&mut journal);
    name_customers(&mut journal, &owners);
    drop(owners);
    mentions.report(&journal, sink);
    policies_in_force(&mut journal, own_policy);
    due::fill(&mut journal, waiting, sink);
    references::name_payments(&mut journal, references);
    name_payments_by_id(&mut journal);
    journal
}

/// A `void` of a number that nobody issued explains it.
fn skip_voided_numbers(journal: &mut Journal) {
    let voided: Vec<InvoiceIx> = journal
        .movements
        .as_slice()
        .iter()
        .filter(|movement| movement.kind == MovementKind::Void)
        .flat_map(Movement::invoices)
        .collect();
    for number in voided {
        if journal.invoices[number].used == NumberUse::Unknown {
            journal.invoices[number].used = NumberUse::Skipped;
        }
    }
}

fn name_customers(journal: &mut Journal, owners: &Register<InvoiceIx, Option<CustomerIx>>) {
    let Journal {
        movements,
        events,
        invoices,
        ..
    } = journal;
    let owner = |number, invoices: &Register<InvoiceIx, Invoice>| {
        owners[number].or_else(|| invoices[number].customer)
    };
    for movement in movements.as_mut_slice() {
        if movement.customer.is_none() {
            let designated = movement.designations().first().map(|line| line.invoice);
            let invoice = movement.invoice.or(designated);
            movement.customer = invoice.and_then(|invoice| owner(invoice, invoices));
            if let Some(number) = movement.more.as_ref().and_then(|more| more.number) {
                invoices[number].customer = movement.customer;
            }
        }
    }
    for event in events {
        if event.customer.is_none() {
            event.customer = event.invoice.and_then(|invoice| owner(invoice, invoices));
        }
    }
}

/// The policy of an invoice is its own, else its customer's, else that of the business; the version is that of
/// the invoice date.
fn policies_in_force(journal: &mut Journal, own_policy: Vec<(InvoiceIx, Box<str>)>) {
    if journal.policies.is_empty() {
        return;
    }
    let business = journal
        .business
        .as_ref()
        .and_then(|business| business.policy.clone());
    let numbers: Vec<InvoiceIx> = journal.invoices.iter().map(|(number, _)| number).collect();
    for number in numbers {
        let invoice = journal.invoices[number];
        if invoice.used != NumberUse::Invoice {
            continue;
        }
        let customer = invoice
            .customer
            .and_then(|customer| journal.customers[customer].policy.as_deref());
        let name = customer.or(business.as_deref());
        let policy = name.and_then(|name| journal.policy_on(name, invoice.date));
        journal.invoices[number].policy = policy;
    }
    for (number, name) in own_policy {
        let policy = journal.policy_on(&name, journal.invoices[number].date);
        journal.invoices[number].policy = policy;
    }
}

/// A reversal may name its payment by the bank's reference: gives that payment its reference back.
fn name_payments_by_id(journal: &mut Journal) {
    let wanted: Vec<Box<str>> = journal
        .movements
        .as_slice()
        .iter()
        .filter_map(|movement| movement.more.as_ref()?.of_id.clone())
        .collect();
    if wanted.is_empty() {
        return;
    }
    let mut ids = journal.bank_ids.clone();
    ids.sort_unstable();
    let mut payments: Vec<_> = journal
        .movements
        .iter()
        .filter(|(_, movement)| movement.kind == MovementKind::Payment)
        .map(|(number, movement)| (movement.origin, number))
        .collect();
    payments.sort_unstable();
    for id in wanted {
        let hash = id_hash(&id);
        let start = ids.partition_point(|other| other.hash < hash);
        let same = ids.iter().skip(start);
        for BankId { origin, .. } in same.take_while(|other| other.hash == hash) {
            let found = payments.binary_search_by_key(origin, |(origin, _)| *origin);
            if let Some((_, payment)) = found.ok().and_then(|at| payments.get(at)) {
                let more: &mut Box<MovementMore> =
                    journal.movements[*payment].more.get_or_insert_default();
                more.id = Some(id.clone());
            }
        }
    }
}
