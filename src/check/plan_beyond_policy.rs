//! C018: a plan that is longer than the policy allows, or one too many.

use super::shared::check_input::CheckInput;
use crate::dunning::plan_limits::{PlanLimit, find_plan_excesses};
use crate::text::diagnostic::Sink;
use crate::value::key_name::KeyName;

crate::check_rule! {
    "C018" "plan-beyond-policy" Warning, needs Terms, page "plan_beyond_policy.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    for excess in find_plan_excesses(input.day.journal) {
        let origin = excess.plan.origin;
        sink.push(match excess.limit {
            PlanLimit::Longest { allowed, last } => KIND
                .at(
                    input.last_value_span(origin, KeyName::Due),
                    format!("expected a plan that ends by {allowed}, the longest that the policy allows, found {last}"),
                )
                .help("ask higher or more frequent parts, or say why it is longer this once: `allow: C018` and why"),
            PlanLimit::Most {
                invoice,
                most,
                count,
            } => {
                let number = input.format_invoice(invoice);
                let plans = if most == 1 { "plan" } else { "plans" };
                KIND.at(
                    input.mention_span(origin, invoice),
                    format!("expected at most {most} {plans} about {number}, as the policy says, found {count}"),
                )
                .help("take the next step instead, or say why there is one more: `allow: C018` and why")
            }
        });
    }
}
