//! R007: a customer or a policy that nothing uses.

use super::shared::check_input::CheckInput;
use crate::journal::model::NumberUse;
use crate::text::diagnostic::Sink;
use crate::text::span::Span;
use crate::value::index_vec::IndexVec;
use std::collections::BTreeSet;

crate::check_rule! {
    "R007" "unused-declaration" Style, needs Names, page "unused_declaration.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    // A name that is used and not declared may be this one, mistyped here or there.
    if sink.unreadable.terms {
        return;
    }
    check_customers(input, sink);
    check_policies(input, sink);
}

fn check_customers(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    let mut used = IndexVec::from_elem(false, journal.customers.len());
    let invoices = journal.invoices.as_slice().iter();
    let issued = invoices
        .filter(|number| number.number_use != NumberUse::Unknown)
        .filter_map(|number| number.customer);
    let movements = journal.movements.as_slice().iter();
    let all = issued
        .chain(movements.filter_map(|movement| movement.customer))
        .chain(journal.events.iter().filter_map(|event| event.customer))
        .chain(journal.assertions.iter().filter_map(|line| line.customer));
    for customer in all {
        used[customer] = true;
    }
    for (customer, declared) in journal.customers.iter() {
        if let Some(origin) = declared.origin
            && !used[customer]
        {
            let at = input.span_of(origin, crate::syntax::entry::Entry::customer);
            let id = input.format_customer(customer);
            sink.push(unused_finding(at, &format!("an entry that names {id}")));
        }
    }
}

fn check_policies(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    if journal.policies.is_empty() {
        return;
    }
    let business = journal
        .business
        .as_ref()
        .and_then(|business| business.policy.as_deref());
    let mut used: BTreeSet<&str> = business.into_iter().collect();
    let customers = journal.customers.as_slice().iter();
    used.extend(customers.filter_map(|customer| customer.policy.as_deref()));
    let invoices = journal.invoices.as_slice().iter();
    let by_invoice: BTreeSet<_> = invoices.filter_map(|invoice| invoice.policy).collect();
    used.extend(
        by_invoice
            .into_iter()
            .map(|policy| &*journal.policies[policy].name),
    );
    let events = journal.events.iter();
    used.extend(events.filter_map(|event| event.agreed_terms()?.policy.as_deref()));
    for policy in journal.policies.as_slice() {
        // Each name once, however many versions it has.
        if used.insert(&policy.name)
            && let Some(origin) = policy.origin
        {
            let at = input.span_of(origin, |entry| entry.first_word().map(|name| name.span));
            sink.push(unused_finding(
                at,
                &format!("somebody under policy `{}`", policy.name),
            ));
        }
    }
}

fn unused_finding(at: Span, expected: &str) -> crate::text::diagnostic::Diagnostic {
    KIND.at(at, format!("expected {expected}, found none"))
        .help("take the declaration out, or leave it for later")
}
