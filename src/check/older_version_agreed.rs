//! E025: a customer agreed to an older version of the policy than the one of the invoice.

use super::shared::check_input::{CheckInput, date_span};
use crate::journal::model::{CustomerIx, NumberUse, PolicyIx};
use crate::text::diagnostic::Sink;
use crate::text::span::Origin;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

crate::check_rule! {
    "E025" "older-version-agreed" Advice, needs Terms, page "older_version_agreed.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    if !journal.any_policy(|policy| policy.from.is_some()) {
        return;
    }
    let agreements = agreements_by_customer(input);
    let mut told: BTreeSet<(CustomerIx, PolicyIx)> = BTreeSet::new();
    for (number, invoice) in journal.invoices.iter() {
        let (Some(customer), Some(version)) = (invoice.customer, invoice.policy) else {
            continue;
        };
        let policy = &journal.policies[version];
        let (Some(from), NumberUse::Invoice) = (policy.from, invoice.number_use) else {
            continue;
        };
        let agreed = agreements.get(&customer);
        let last =
            agreed.and_then(|all| all.range(..=(invoice.date, Origin(u32::MAX))).next_back());
        let Some((day, origin)) = last.filter(|(day, _)| *day < from) else {
            continue;
        };
        if !told.insert((customer, version)) {
            continue;
        }
        let who = input.format_customer(customer);
        sink.push(
            KIND.at(
                input.mention_span(invoice.origin, number),
                format!(
                    "expected an agreement of {who} to the version of `{}` that begins on {from}, found the last on {day}",
                    policy.name
                ),
            )
            .related(date_span(*origin), "agreed here, to the version before")
            .help("let the customer accept the new version and write `agreed`; until then the one that was agreed binds"),
        );
    }
}

/// When each customer agreed, and where that stands.
fn agreements_by_customer(
    input: &CheckInput<'_>,
) -> BTreeMap<CustomerIx, BTreeSet<(NaiveDate, Origin)>> {
    let mut agreements: BTreeMap<CustomerIx, BTreeSet<(NaiveDate, Origin)>> = BTreeMap::new();
    for event in &input.day.journal.events {
        if let (Some(_), Some(customer)) = (event.agreed_terms(), event.customer) {
            let all = agreements.entry(customer).or_default();
            all.insert((event.date, event.origin));
        }
    }
    agreements
}
