//! C004: a customer who is late and cannot be reached.

use super::shared::check_input::CheckInput;
use crate::journal::model::{CustomerIx, PolicyIx};
use crate::syntax::entry::Entry;
use crate::text::diagnostic::Sink;
use crate::value::channel::Channel;
use crate::value::index_vec::IndexVec;
use crate::value::key_name::KeyName;
use std::collections::{BTreeMap, BTreeSet};

crate::check_rule! {
    "C004" "customer-incomplete" Warning, needs Terms, page "customer_incomplete.md", Journal(run)
}

/// How each policy wants letters to travel.
type ChannelsByPolicy = IndexVec<PolicyIx, BTreeSet<Channel>>;

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    // Where no stages are declared, letters are somebody else's work.
    let mut policies = input.day.journal.policies.as_slice().iter();
    if policies.all(|policy| policy.stages.is_empty()) {
        return;
    }
    let mut late: BTreeMap<CustomerIx, Option<PolicyIx>> = BTreeMap::new();
    for (ix, item) in input.day.journal.items.iter() {
        let invoice = &input.day.journal.invoices[item.invoice];
        let overdue = item.due.is_some_and(|due| due < input.day.as_of());
        if overdue
            && input.last_day.ledger.items[ix].open.is_positive()
            && let Some(customer) = invoice.customer
        {
            late.insert(customer, invoice.policy);
        }
    }
    if late.is_empty() {
        return;
    }
    let channels = channels_by_policy(input);
    for (customer, policy) in late {
        if let Some(policy) = policy.filter(|policy| has_stages(input, *policy)) {
            report(input, customer, &channels[policy], sink);
        }
    }
}

fn has_stages(input: &CheckInput<'_>, policy: PolicyIx) -> bool {
    !input.day.journal.policies[policy].stages.is_empty()
}

fn channels_by_policy(input: &CheckInput<'_>) -> ChannelsByPolicy {
    let mut channels = IndexVec::from_elem(BTreeSet::new(), input.day.journal.policies.len());
    for (number, policy) in input.day.journal.policies.iter() {
        let written = policy.stages.iter().flat_map(|stage| &stage.channels);
        channels[number].extend(written);
    }
    channels
}

fn report(
    input: &CheckInput<'_>,
    customer: CustomerIx,
    wanted: &BTreeSet<Channel>,
    sink: &mut Sink,
) {
    let declared = &input.day.journal.customers[customer];
    let Some(origin) = declared.origin else {
        return;
    };
    let has = |key: KeyName| declared.value(key).is_some();
    let missing: Vec<KeyName> = wanted
        .iter()
        .filter_map(|channel| channel.address_key())
        .filter(|key| !has(*key))
        .collect();
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
