//! E024: an invoice from before the first version of its policy.

use super::shared::check_input::{CheckInput, date_span};
use crate::journal::model::NumberUse;
use crate::text::diagnostic::Sink;
use std::collections::BTreeSet;

crate::check_rule! {
    "E024" "policy-version-missing" Warning, needs Terms, page "policy_version_missing.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    if !journal.any_policy(|policy| policy.from.is_some()) {
        return;
    }
    let mut told: BTreeSet<&str> = BTreeSet::new();
    for (number, invoice) in journal.invoices.iter() {
        if invoice.number_use != NumberUse::Invoice || invoice.policy.is_some() {
            continue;
        }
        let name = journal.policy_name_of_invoice(number);
        let Some(name) = name.filter(|name| journal.has_policy(name)) else {
            continue;
        };
        if journal.policy_on(name, invoice.date).is_some() || !told.insert(name) {
            continue;
        }
        let mut versions = journal.policies.as_slice().iter();
        let first = versions.find(|policy| &*policy.name == name);
        let from = first.and_then(|policy| policy.from);
        let mut found = KIND.at(
            input.mention_span(invoice.origin, number),
            match from {
                Some(from) => format!(
                    "expected a version of policy `{name}` for {}, found none before {from}",
                    invoice.date
                ),
                None => format!("expected a version of policy `{name}` for {}", invoice.date),
            },
        );
        if let Some(origin) = first.and_then(|policy| policy.origin) {
            found = found.related(date_span(origin), "its first version");
        }
        sink.push(found.help(
            "leave `from` out of the first version, or declare the one that held before it: until then the built-in ladder holds",
        ));
    }
}
