//! C018: a plan that is longer than the policy allows, or one too many.

use super::shared::check_input::CheckInput;
use crate::journal::model::{Event, InvoiceIx};
use crate::text::diagnostic::Sink;
use crate::value::key_name::KeyName;
use std::collections::BTreeMap;

crate::check_rule! {
    "C018" "plan-beyond-policy" Warning, needs Terms, page "plan_beyond_policy.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    if !journal.any_policy(|policy| policy.plan_longest.is_some() || policy.plan_most.is_some()) {
        return;
    }
    let events = journal.events.iter();
    let mut plans: Vec<&Event> = events.filter(|event| event.plan().is_some()).collect();
    plans.sort_by_key(|event| (event.date, event.origin));
    let mut agreed: BTreeMap<InvoiceIx, u32> = BTreeMap::new();
    for plan in plans {
        check_length(input, plan, sink);
        if plan.is_agreed_arrangement() {
            check_number(input, plan, &mut agreed, sink);
        }
    }
}

/// The last part of a plan against the longest time that the policy of its invoices allows.
fn check_length(input: &CheckInput<'_>, plan: &Event, sink: &mut Sink) {
    let journal = input.day.journal;
    let terms = plan.plan().map_or(&[][..], |plan| &plan.instalments);
    let Some(last) = terms.iter().map(|term| term.due).max() else {
        return;
    };
    let customers = plan
        .invoices()
        .filter_map(|it| journal.invoices[it].customer);
    let policies = customers.filter_map(|it| journal.customer_policy_on(it, plan.date));
    let longest = policies.filter_map(|policy| policy.plan_longest?.date_after(plan.date));
    let Some(allowed) = longest.min().filter(|allowed| last > *allowed) else {
        return;
    };
    sink.push(
        KIND.at(
            input.last_value_span(plan.origin, KeyName::Due),
            format!("expected a plan that ends by {allowed}, the longest that the policy allows, found {last}"),
        )
        .help("ask higher or more frequent parts, or say why it is longer this once: `allow: C018` and why"),
    );
}

/// The plans about an invoice so far, this one included, against the most that its policy allows.
fn check_number(
    input: &CheckInput<'_>,
    plan: &Event,
    agreed: &mut BTreeMap<InvoiceIx, u32>,
    sink: &mut Sink,
) {
    let journal = input.day.journal;
    let mut told = false;
    for invoice in plan.invoices() {
        let count = agreed.entry(invoice).or_default();
        *count = count.saturating_add(1);
        let customer = journal.invoices[invoice].customer;
        let policy = customer.and_then(|it| journal.customer_policy_on(it, plan.date));
        let most = policy.and_then(|policy| policy.plan_most);
        let Some(most) = most.filter(|most| *count > *most && !told) else {
            continue;
        };
        told = true;
        let number = input.format_invoice(invoice);
        let plans = if most == 1 { "plan" } else { "plans" };
        sink.push(
            KIND.at(
                input.mention_span(plan.origin, invoice),
                format!("expected at most {most} {plans} about {number}, as the policy says, found {count}"),
            )
            .help("take the next step instead, or say why there is one more: `allow: C018` and why"),
        );
    }
}
