//! C004: a customer who is late and cannot be reached.

use super::shared::check_input::CheckInput;
use crate::journal::model::{Customer, CustomerIx, Policy, PolicyIx};
use crate::syntax::entry::Entry;
use crate::text::diagnostic::Sink;
use crate::value::channel::Channel;
use crate::value::key_name::KeyName;
use std::collections::{BTreeMap, BTreeSet};

crate::check_rule! {
    "C004" "customer-incomplete" Warning, needs Terms, page "customer_incomplete.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    // Where no stages are declared, letters are somebody else's work.
    let mut policies = input.day.journal.policies.as_slice().iter();
    if policies.all(|policy| policy.stages.is_empty()) {
        return;
    }
    let late = late_customers(input);
    if late.is_empty() {
        return;
    }
    for (customer, policy) in late {
        let policy = policy.map(|policy| &input.day.journal.policies[policy]);
        if let Some(policy) = policy.filter(|policy| !policy.stages.is_empty()) {
            report(input, customer, policy, sink);
        }
    }
}

/// Who is late, and the policy of an invoice that is.
pub fn late_customers(input: &CheckInput<'_>) -> BTreeMap<CustomerIx, Option<PolicyIx>> {
    let journal = input.day.journal;
    let late = journal.items.iter().filter(|(ix, item)| {
        let overdue = item.due.is_some_and(|due| due < input.day.as_of());
        overdue && input.last_day.ledger.items[*ix].open.is_positive()
    });
    let owed = late.filter_map(|(_, item)| {
        let invoice = &journal.invoices[item.invoice];
        Some((invoice.customer?, invoice.policy))
    });
    owed.collect()
}

/// What the steps of a policy need to reach a customer: of a step with several ways nothing where one of them is open.
fn missing_keys(customer: &Customer, policy: &Policy) -> Vec<KeyName> {
    let has = |channel: &Channel| {
        let key = channel.address_key();
        key.is_none_or(|key| customer.value(key).is_some())
    };
    let stages = policy.stages.iter();
    let barred = stages.filter(|stage| !stage.channels.iter().any(has));
    let ways: BTreeSet<Channel> = barred
        .flat_map(|stage| stage.channels.iter().copied())
        .collect();
    ways.into_iter().filter_map(Channel::address_key).collect()
}

fn report(input: &CheckInput<'_>, customer: CustomerIx, policy: &Policy, sink: &mut Sink) {
    let declared = &input.day.journal.customers[customer];
    let Some(origin) = declared.origin else {
        return;
    };
    let has = |key: KeyName| declared.value(key).is_some();
    let missing = missing_keys(declared, policy);
    let who = input.format_customer(customer);
    let unreachable = !Channel::ALL
        .iter()
        .filter_map(|channel| channel.address_key())
        .any(has);
    let expected = if missing.is_empty() {
        "`email:`, `address:` or `phone:`".to_owned()
    } else {
        let keys: Vec<String> = missing.iter().map(|key| format!("`{key}:`")).collect();
        keys.join(" and ")
    };
    if unreachable || !missing.is_empty() {
        sink.push(
            KIND.at(
                input.span_of(origin, Entry::customer),
                format!("expected {expected} of {who}, who is late, found none"),
            )
            .help(if missing == [KeyName::Phone] {
                "add it: the policy asks for calls; letters go out without it"
            } else {
                "add what the stages of the policy need; without it no letter can go out that way"
            }),
        );
    }
}
