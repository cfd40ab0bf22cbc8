//! `plan-offer`: payment in instalments, offered: a plan that is not signed, in exact terms, until a day.

use crate::dunning::arrangement_status::PlanStatus;
use crate::letter::facts::letter_content::{LetterContent, LetterFacts, NotAvailable};
use crate::letter::facts::letter_input::{LetterInput, keep_last_day};
use crate::letter::facts::letter_kind::LetterKind;
use crate::letter::facts::plan_facts::{PlanFacts, find_plans, with_plan_variables};
use crate::letter::templates::variable::TemplateValue;
use crate::letter::templates::variable_list::{VariableDef, day};
use chrono::NaiveDate;

/// The letter.
pub static PLAN_OFFER: LetterKind = LetterKind {
    name: "plan-offer",
    summary: "offers a plan that is not signed, until the day of its `follow-up`",
    unavailable_reason: "the journal has no plan of this customer that runs and is not signed",
    is_step: false,
    build_letters,
    variables: || with_plan_variables(PlanOfferFacts::VARIABLES),
};

/// A plan, and the last day on which it can be accepted.
struct PlanOfferFacts<'a, 'j> {
    plan: PlanFacts<'a, 'j>,
    until: NaiveDate,
}

fn build_letters<'a>(input: &LetterInput<'a, '_>) -> Result<Vec<LetterContent<'a>>, NotAvailable> {
    let (signed, open): (Vec<_>, Vec<_>) = find_plans(input)
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
        let until = plan.event.follow_up.filter(|day| *day >= input.as_of());
        let until = until.ok_or(NotAvailable::Missing("follow-up: DATE"))?;
        Ok(build_content(PlanOfferFacts { plan, until }))
    });
    offers.collect()
}

fn build_content<'a>(offer: PlanOfferFacts<'a, '_>) -> LetterContent<'a> {
    LetterContent {
        amount: offer.plan.total(),
        request: offer.plan.next_request(),
        reports_missing_payment: true,
        ..LetterContent::with_facts(offer, |offer| &offer.plan.invoice_facts)
    }
}

impl LetterFacts for PlanOfferFacts<'_, '_> {
    fn find_value(&self, name: &str) -> Option<(&'static str, TemplateValue)> {
        self.plan.find_value_with(Self::VARIABLES, self, name)
    }
}

impl<'a, 'j: 'a> PlanOfferFacts<'a, 'j> {
    const VARIABLES: &'a [VariableDef<Self>] = &[day(
        "offer_until",
        "1 maart 2026",
        "the last day on which the offer can be accepted",
        |offer| Some(offer.until),
    )];
}
