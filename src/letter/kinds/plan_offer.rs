//! `plan-offer`: payment in instalments, offered: a plan that is not signed, in exact terms, until a day.

use super::plan::to_requested_amount;
use crate::dunning::arrangement_status::PlanStatus;
use crate::language::letters::Warmth;
use crate::letter::facts::extra_letter::ExtraLetter;
use crate::letter::facts::invoice_facts::{
    INVOICE_VARIABLES, collect_own_values, collect_values, join_variables,
};
use crate::letter::facts::letter_content::{LetterContent, NotAvailable};
use crate::letter::facts::letter_input::{LetterInput, keep_last_day};
use crate::letter::facts::plan_facts::{PLAN_VARIABLES, PlanFacts, find_plans};
use crate::letter::templates::variable::{TemplateValue, VariableKind};
use crate::letter::templates::variable_def::{VariableDef, variable};
use chrono::NaiveDate;

/// The letter.
pub static PLAN_OFFER: ExtraLetter = ExtraLetter {
    name: "plan-offer",
    summary: "offer a plan that is not signed, until the day of its `follow-up`",
    unavailable_reason: "the journal has no plan of his that runs and is not signed",
    names_invoices: true,
    build_letters,
    variables: || {
        let own = PLAN_OFFER_VARIABLES.iter().map(|known| &known.variable);
        own.chain(join_variables(PLAN_VARIABLES, INVOICE_VARIABLES))
            .collect()
    },
};

/// A plan, and the last day on which it can be accepted.
struct PlanOfferFacts<'a, 'j> {
    plan: PlanFacts<'a, 'j>,
    until: NaiveDate,
}

fn build_letters(view: &LetterInput<'_, '_>) -> Result<Vec<LetterContent>, NotAvailable> {
    let (signed, open): (Vec<_>, Vec<_>) = find_plans(view)
        .into_iter()
        .filter(|plan| matches!(plan.status, PlanStatus::Running(_)))
        .partition(|plan| plan.is_signed() == Some(true));
    let last = keep_last_day(open, |plan| plan.event.date);
    if last.is_empty() {
        let instead = NotAvailable::UseOther("plan");
        return Err(if signed.is_empty() {
            NotAvailable::NoEntry
        } else {
            instead
        });
    }
    let offers = last.into_iter().map(|plan| {
        let until = plan.event.follow_up.filter(|day| *day >= view.as_of());
        let until = until.ok_or(NotAvailable::Missing("follow-up: DATE"))?;
        Ok(build_content(&PlanOfferFacts { plan, until }))
    });
    offers.collect()
}

fn build_content(offer: &PlanOfferFacts<'_, '_>) -> LetterContent {
    let plan = &offer.plan;
    let mut all_given = collect_own_values(PLAN_OFFER_VARIABLES, offer);
    all_given.extend(collect_values(PLAN_VARIABLES, plan, &plan.invoice_facts));
    LetterContent {
        currency: plan.invoice_facts.currency,
        invoices: plan.invoice_facts.invoices(),
        days_late: plan.invoice_facts.days_late(),
        amount: plan.total(),
        request: plan.next_instalment().map(to_requested_amount),
        reports_missing_payment: true,
        names_charges: false,
        warmth: Warmth::Friendly,
        values: all_given,
        enclosed_documents: Vec::new(),
        steps_paused_until: None,
    }
}

type PlanOfferValueFn = fn(&PlanOfferFacts<'_, '_>) -> TemplateValue;

static PLAN_OFFER_VARIABLES: &[VariableDef<PlanOfferValueFn>] = &[variable(
    "offer_until",
    VariableKind::Day,
    "1 maart 2026",
    "the last day on which the offer can be accepted",
    |offer| offer.plan.invoice_facts.input.day_value(Some(offer.until)),
)];
