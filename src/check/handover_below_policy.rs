//! E031: handed over, although the policy leaves so small an amount to the business itself.

use super::shared::check_input::CheckInput;
use crate::journal::model::Event;
use crate::text::diagnostic::Sink;
use crate::value::money::{Minor, Money};

crate::check_rule! {
    "E031" "handover-below-policy" Warning, needs Figures, page "handover_below_policy.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    if !journal.any_policy(|policy| policy.self_below.is_some()) {
        return;
    }
    for event in journal
        .events
        .iter()
        .filter(|event| event.handover().is_some())
    {
        let Some((own, open)) = compare_amounts(input, event) else {
            continue;
        };
        let (own, open) = (
            input.format_money(own.minor, own.currency),
            input.format_money(open.minor, open.currency),
        );
        sink.push(
            KIND.at(
                input.keyword_span(event.origin),
                format!("expected no hand-over of less than {own}, as the policy says, found {open}"),
            )
            .help("take it back with `return` and go on yourself, or say why it is worth it this once: `allow: E031` and why"),
        );
    }
}

/// What the policy leaves to the business itself, and the smaller sum that was open of what was handed over.
fn compare_amounts(input: &CheckInput<'_>, event: &Event) -> Option<(Money, Money)> {
    let journal = input.day.journal;
    let own = journal
        .customer_policy_on(event.customer?, event.date)?
        .self_below?;
    let mut open = Minor::ZERO;
    for invoice in event.invoices() {
        let record = &journal.invoices[invoice];
        if record.currency != own.currency {
            return None;
        }
        open += record.amount()?.into();
        let steps = input.last_day.claims().allocations_of(invoice).iter();
        for step in steps.filter(|step| step.date <= event.date) {
            open -= step.amount.into();
        }
    }
    (open < own.minor).then_some((own, Money::new(open, own.currency)))
}
