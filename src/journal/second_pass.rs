//! What can only be said when everything has been read.

use super::common_keys::hash_bank_id;
use super::currency_faults;
use super::due_date;
use super::model::{
    CustomerIx, Invoice, InvoiceIx, Journal, Movement, MovementExtra, MovementKind, NumberUse,
};
use super::reference_matching;
use super::resolver::Resolver;
use super::unknown_payment;
use crate::text::diagnostic::Sink;
use crate::value::index_vec::IndexVec;
use chrono::NaiveDate;

impl Resolver {
    /// The journal, when everything has been read: with policies in force, due days, and the customers of entries that
    /// name only an invoice. A milestone after `as_of` is not known yet.
    pub fn finish(self, as_of: NaiveDate, sink: &mut Sink) -> Journal {
        complete_journal(self, as_of, sink)
    }
}

fn complete_journal(resolver: Resolver, as_of: NaiveDate, sink: &mut Sink) -> Journal {
    let Resolver {
        mut journal,
        is_declared: _,
        owners,
        mentions,
        pending_due_dates: waiting,
        invoice_policies: own_policy,
        policies,
        payment_references: references,
        prefetched_to: _,
    } = resolver;
    for policy in policies.into_values() {
        journal.policies.push(policy);
    }
    mark_voided_numbers(&mut journal);
    derive_customers(&mut journal, &owners);
    drop(owners);
    mentions.report(&journal, sink);
    assign_policies(&mut journal, own_policy);
    due_date::fill_due_dates(&mut journal, waiting, sink);
    due_date::fill_milestones(&mut journal, as_of);
    reference_matching::match_payment_references(&mut journal, references);
    attach_bank_ids(&mut journal);
    currency_faults::set_apart(&mut journal);
    unknown_payment::match_returns(&mut journal);
    journal
}

/// A `void` of a number that nobody issued explains it.
fn mark_voided_numbers(journal: &mut Journal) {
    let voided: Vec<InvoiceIx> = journal
        .movements
        .as_slice()
        .iter()
        .filter(|movement| movement.kind == MovementKind::Void)
        .flat_map(Movement::invoices)
        .collect();
    for number in voided {
        if journal.invoices[number].number_use == NumberUse::Unknown {
            journal.invoices[number].number_use = NumberUse::Skipped;
        }
    }
}

fn derive_customers(journal: &mut Journal, owners: &IndexVec<InvoiceIx, Option<CustomerIx>>) {
    let Journal {
        movements,
        events,
        invoices,
        ..
    } = journal;
    let owner = |number, invoices: &IndexVec<InvoiceIx, Invoice>| {
        owners[number].or_else(|| invoices[number].customer)
    };
    for movement in movements.as_mut_slice() {
        if movement.customer.is_none() {
            let designated = movement.designations().first().map(|line| line.invoice);
            let invoice = movement.invoice.or(designated);
            movement.customer = invoice.and_then(|invoice| owner(invoice, invoices));
            if let Some(number) = movement.extra.as_ref().and_then(|more| more.credit_number) {
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
fn assign_policies(journal: &mut Journal, own_policy: Vec<(InvoiceIx, Box<str>)>) {
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
        if invoice.number_use != NumberUse::Invoice {
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
        if policy.is_none() {
            journal.policies_without_version.insert(number, name);
        }
    }
}

/// A reversal may name its payment by the bank's reference: gives that payment its reference back.
fn attach_bank_ids(journal: &mut Journal) {
    let wanted: Vec<Box<str>> = journal
        .movements
        .as_slice()
        .iter()
        .filter_map(|movement| movement.extra.as_ref()?.of_bank_id.clone())
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
        let hash = hash_bank_id(&id);
        let start = ids.partition_point(|other| other.hash() < hash);
        let same = ids.iter().skip(start);
        for id_of_entry in same.take_while(|other| other.hash() == hash) {
            let entry = &id_of_entry.origin;
            let found = payments.binary_search_by_key(entry, |(origin, _)| *origin);
            if let Some((_, payment)) = found.ok().and_then(|at| payments.get(at)) {
                let more: &mut Box<MovementExtra> =
                    journal.movements[*payment].extra.get_or_insert_default();
                more.bank_id = Some(id.clone());
            }
        }
    }
}
