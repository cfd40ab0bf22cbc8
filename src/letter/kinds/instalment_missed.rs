//! `instalment-missed`: a part of a plan was not paid, and is asked; where the plan says so, all the rest.

use crate::dunning::arrangement_status::PlanStatus;
use crate::language::letters::Warmth;
use crate::letter::facts::extra_letter::ExtraLetter;
use crate::letter::facts::invoice_facts::{
    INVOICE_VARIABLES, collect_own_values, collect_values, join_variables,
};
use crate::letter::facts::invoice_lines::quoted_documents;
use crate::letter::facts::letter_content::{LetterContent, NotAvailable, RequestedAmount};
use crate::letter::facts::letter_input::LetterInput;
use crate::letter::facts::payment_deadline::{payment_deadline, steps_paused_until};
use crate::letter::facts::plan_facts::{PLAN_VARIABLES, PlanFacts, find_plans};
use crate::letter::templates::variable::{TemplateValue, VariableKind};
use crate::letter::templates::variable_def::{VariableDef, variable};
use crate::value::money::Minor;
use chrono::NaiveDate;

/// The letter.
pub static INSTALMENT_MISSED: ExtraLetter = ExtraLetter {
    name: "instalment-missed",
    summary: "say that a part of a plan was not paid",
    unavailable_reason: "the journal has no plan of his of which a part was missed",
    names_invoices: true,
    build_letters,
    variables: || {
        let own = MISSED_INSTALMENT_VARIABLES
            .iter()
            .map(|known| &known.variable);
        own.chain(join_variables(PLAN_VARIABLES, INVOICE_VARIABLES))
            .collect()
    },
};

/// A plan of which a part was missed.
struct MissedInstalmentFacts<'a, 'j> {
    plan: PlanFacts<'a, 'j>,
    /// The day of that part.
    instalment_day: NaiveDate,
    /// What is asked: what is missing through that part, or all the rest.
    amount: Minor,
    /// The last day to pay it after all.
    deadline: NaiveDate,
}

fn build_letters(view: &LetterInput<'_, '_>) -> Result<Vec<LetterContent>, NotAvailable> {
    let mut all_told = Vec::new();
    for plan in find_plans(view) {
        if let PlanStatus::Missed { term, missing, .. } = plan.status {
            let open = plan.invoice_facts.open_principal() + plan.invoice_facts.charges();
            let missed = MissedInstalmentFacts {
                instalment_day: term,
                amount: missing.minor.min(open),
                deadline: payment_deadline(view, &plan.invoice_facts.positions),
                plan,
            };
            all_told.push(build_content(&missed));
        }
    }
    if all_told.is_empty() {
        return Err(NotAvailable::NoEntry);
    }
    Ok(all_told)
}

fn build_content(missed: &MissedInstalmentFacts<'_, '_>) -> LetterContent {
    let about = &missed.plan.invoice_facts;
    let mut all_given = collect_own_values(MISSED_INSTALMENT_VARIABLES, missed);
    all_given.extend(collect_values(PLAN_VARIABLES, &missed.plan, about));
    let agreement = about.input.extra_letter_words().agreed_plan;
    LetterContent {
        currency: about.currency,
        invoices: about.invoices(),
        days_late: about.days_late(),
        amount: missed.amount,
        request: Some(RequestedAmount {
            amount: missed.amount,
            by: Some(missed.deadline),
        }),
        reports_missing_payment: true,
        names_charges: false,
        warmth: Warmth::Formal,
        values: all_given,
        enclosed_documents: vec![(agreement, quoted_documents(&missed.plan.quote))],
        steps_paused_until: Some(steps_paused_until(missed.deadline, &about.positions)),
    }
}

type MissedInstalmentValueFn = fn(&MissedInstalmentFacts<'_, '_>) -> TemplateValue;

static MISSED_INSTALMENT_VARIABLES: &[VariableDef<MissedInstalmentValueFn>] = &[
    variable(
        "term_by",
        VariableKind::Day,
        "25 april 2026",
        "the day of the part that was missed",
        |missed| {
            missed
                .plan
                .invoice_facts
                .input
                .day_value(Some(missed.instalment_day))
        },
    ),
    variable(
        "part_paid",
        VariableKind::Bool,
        "",
        "whether something came in for that part",
        |missed| {
            let mut terms = missed.plan.instalments.iter();
            let term = terms.find(|term| term.by == missed.instalment_day);
            TemplateValue::Bool(term.is_some_and(|term| term.received.is_positive()))
        },
    ),
    variable(
        "amount",
        VariableKind::Amount,
        "€ 100,00",
        "what is asked: what is missing of the parts so far, or all the rest where the plan says so",
        |missed| missed.plan.invoice_facts.amount_value(missed.amount),
    ),
    variable(
        "deadline",
        VariableKind::Day,
        "12 mei 2026",
        "the last day to pay it after all",
        |missed| {
            missed
                .plan
                .invoice_facts
                .input
                .day_value(Some(missed.deadline))
        },
    ),
];
