//! P010: the terms of a plan are not what was open.

use super::shared::check_input::CheckInput;
use crate::journal::model::{Event, NumberUse};
use crate::text::diagnostic::Sink;
use crate::value::money::{Minor, Money};

crate::check_rule! {
    "P010" "plan-sum" Warning, needs Figures, page "plan_sum.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let events = input.day.journal.events.iter();
    for plan in events.filter(|event| event.plan().is_some()) {
        if let Some(open) = open_amount(input, plan) {
            compare_sums(input, plan, open, sink);
        }
    }
}

/// What was open of the invoices of a plan at the end of its day; `None` where that is no single sum.
fn open_amount(input: &CheckInput<'_>, plan: &Event) -> Option<Money> {
    let mut currency = None;
    let mut open = Minor::ZERO;
    for number in plan.invoices() {
        let invoice = &input.day.journal.invoices[number];
        let known = invoice.number_use == NumberUse::Invoice && invoice.date <= plan.date;
        if !known || *currency.get_or_insert(invoice.currency) != invoice.currency {
            return None;
        }
        open += invoice.amount()?.into();
        let until = input.last_day.claims().allocations_of(number).iter();
        for step in until.filter(|step| step.date <= plan.date) {
            open -= step.amount.into();
        }
    }
    Some(Money::new(open, currency?))
}

fn compare_sums(input: &CheckInput<'_>, plan: &Event, open: Money, sink: &mut Sink) {
    let terms = plan.plan().map_or(&[][..], |plan| &plan.instalments);
    if terms
        .iter()
        .any(|term| term.amount.currency != open.currency)
    {
        return;
    }
    if terms.is_empty() {
        sink.push(
            KIND.at(
                input.keyword_span(plan.origin),
                "expected `due:` lines that say what is paid when, found none",
            )
            .help(format!(
                "add them below, a line a part, such as `due: {} on {}`; `tegoed explain plan` shows a rule for several",
                input.format_money(open.minor, open.currency),
                plan.date
            )),
        );
        return;
    }
    let sum: Minor = terms.iter().map(|term| term.amount.minor).sum();
    if sum == open.minor {
        return;
    }
    let shown = |minor| input.format_money(minor, open.currency);
    sink.push(
        KIND.at(
            input.keyword_span(plan.origin),
            format!(
                "expected terms that add up to the {} open on {}, found {}",
                shown(open.minor),
                plan.date,
                shown(sum)
            ),
        )
        .note(if sum < open.minor {
            format!("{} too little", shown(open.minor - sum))
        } else {
            format!("{} too much", shown(sum - open.minor))
        })
        .help("mend a term, name the invoices it is about, or say why it is less: `allow: P010` and why"),
    );
}
