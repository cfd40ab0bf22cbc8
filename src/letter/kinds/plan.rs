//! `plan`: payment in instalments, confirmed in exact terms.

use crate::dunning::arrangement_status::PlanStatus;
use crate::language::letters::Warmth;
use crate::letter::facts::extra_letter::ExtraLetter;
use crate::letter::facts::invoice_facts::{INVOICE_VARIABLES, collect_values, join_variables};
use crate::letter::facts::letter_content::{LetterContent, NotAvailable, RequestedAmount};
use crate::letter::facts::letter_input::{LetterInput, keep_last_day};
use crate::letter::facts::plan_facts::{InstalmentProgress, PLAN_VARIABLES, PlanFacts, find_plans};

/// The letter.
pub static PLAN: ExtraLetter = ExtraLetter {
    name: "plan",
    summary: "confirm a plan: what is paid when, and what follows when a part is missed",
    unavailable_reason: "the journal has no plan of his that runs",
    names_invoices: true,
    build_letters,
    variables: || join_variables(PLAN_VARIABLES, INVOICE_VARIABLES),
};

fn build_letters(view: &LetterInput<'_, '_>) -> Result<Vec<LetterContent>, NotAvailable> {
    let (running, missed): (Vec<_>, Vec<_>) = find_plans(view)
        .into_iter()
        .partition(|plan| matches!(plan.status, PlanStatus::Running(_)));
    let last = keep_last_day(running, |plan| plan.event.date);
    match (last.is_empty(), missed.is_empty()) {
        (true, true) => Err(NotAvailable::NoEntry),
        (true, false) => Err(NotAvailable::UseOther("instalment-missed")),
        _ => Ok(last.iter().map(build_content).collect()),
    }
}

fn build_content(plan: &PlanFacts<'_, '_>) -> LetterContent {
    LetterContent {
        currency: plan.invoice_facts.currency,
        invoices: plan.invoice_facts.invoices(),
        days_late: plan.invoice_facts.days_late(),
        amount: plan.total(),
        request: plan.next_instalment().map(to_requested_amount),
        reports_missing_payment: false,
        names_charges: false,
        warmth: Warmth::Friendly,
        values: collect_values(PLAN_VARIABLES, plan, &plan.invoice_facts),
        enclosed_documents: Vec::new(),
        steps_paused_until: None,
    }
}

/// What is still to be paid of a part, by its day.
pub fn to_requested_amount(term: &InstalmentProgress) -> RequestedAmount {
    RequestedAmount {
        amount: term.amount - term.received,
        by: Some(term.by),
    }
}
