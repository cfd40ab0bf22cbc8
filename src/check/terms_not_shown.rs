//! E029: terms that customers agreed to, and nothing that shows what they were given.

use super::shared::check_input::CheckInput;
use crate::journal::ladder::{CostTerms, InterestTerms};
use crate::journal::model::{NumberUse, Policy, PolicyIx};
use crate::text::diagnostic::Sink;
use crate::value::calendar::Duration;
use std::collections::BTreeSet;

crate::check_rule! {
    "E029" "terms-not-shown" Advice, needs Terms, page "terms_not_shown.md", Journal(run)
}

/// So many days the law gives at least, by the shortest month.
const DAYS_WITHOUT_AGREEMENT: u32 = 28;

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    if !input.has_agreements() {
        return;
    }
    let invoices = journal.invoices.iter();
    let used = invoices.filter(|(_, invoice)| invoice.number_use == NumberUse::Invoice);
    let used: BTreeSet<PolicyIx> = used.filter_map(|(_, invoice)| invoice.policy).collect();
    for policy in used {
        let policy = &journal.policies[policy];
        let Some(origin) = policy.origin else {
            continue;
        };
        if policy.documents.is_empty() && !policy.on_invoices && goes_beyond_law(policy) {
            sink.push(
                KIND.at(
                    input.span_of(origin, |entry| Some(entry.keyword)),
                    format!("expected the terms of `{}` as customers get them, found none", policy.name),
                )
                .help("print them on invoices and write `on-invoices: yes`, or name the paper: `document: terms.pdf`"),
            );
        }
    }
}

/// Whether a policy asks what nobody owes who could not read it: a rate or costs of its own, a fee, or less time than the
/// law gives.
fn goes_beyond_law(policy: &Policy) -> bool {
    let money = matches!(policy.interest, InterestTerms::Yearly(_))
        || matches!(policy.costs, CostTerms::Fixed(_))
        || policy.stages.iter().any(|stage| stage.fee.is_some());
    let soon = policy.terms.is_some_and(|terms| {
        terms.time < Duration::Days(DAYS_WITHOUT_AGREEMENT) && !terms.runs_to_month_end
    });
    money || soon
}
