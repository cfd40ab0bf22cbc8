//! `plan`: payment in instalments, confirmed in exact terms.

use crate::dunning::arrangement_status::PlanStatus;
use crate::letter::facts::letter_content::{LetterContent, NotAvailable};
use crate::letter::facts::letter_input::{LetterInput, keep_last_day};
use crate::letter::facts::letter_kind::LetterKind;
use crate::letter::facts::plan_facts::{PlanFacts, find_plans, plan_variables};

/// The letter.
pub static PLAN: LetterKind = LetterKind {
    name: "plan",
    summary: "confirms payment in instalments: each day and amount, and what follows when one is missed",
    unavailable_reason: "the journal has no plan of this customer that runs",
    is_step: false,
    build_letters,
    variables: plan_variables,
};

fn build_letters<'a>(input: &LetterInput<'a, '_>) -> Result<Vec<LetterContent<'a>>, NotAvailable> {
    let (running, missed): (Vec<_>, Vec<_>) = find_plans(input)
        .into_iter()
        .partition(|plan| matches!(plan.status, PlanStatus::Running(_)));
    // What nobody signed is an offer, and confirms nothing (SPEC.md 10.4).
    let (agreed, offered): (Vec<_>, Vec<_>) = running
        .into_iter()
        .partition(|plan| plan.event.is_agreed_arrangement());
    let last = keep_last_day(agreed, |plan| plan.event.date);
    match (last.is_empty(), missed.is_empty()) {
        (true, true) if offered.is_empty() => Err(NotAvailable::NoEntry),
        (true, true) => Err(NotAvailable::UseOther("plan-offer")),
        (true, false) => Err(NotAvailable::UseOther("instalment-missed")),
        _ => Ok(last.into_iter().map(build_content).collect()),
    }
}

fn build_content<'a>(plan: PlanFacts<'a, '_>) -> LetterContent<'a> {
    LetterContent {
        amount: plan.total(),
        request: plan.next_request(),
        ..LetterContent::new(plan, PlanFacts::VARIABLES, |plan| &plan.invoice_facts)
    }
}
