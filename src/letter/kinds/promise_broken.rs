//! `promise-broken`: what was promised did not come, and is asked again.

use crate::dunning::arrangement_status::PromiseOutcome;
use crate::language::letters::Warmth;
use crate::letter::facts::extra_letter::ExtraLetter;
use crate::letter::facts::invoice_facts::{INVOICE_VARIABLES, collect_values, join_variables};
use crate::letter::facts::letter_content::{LetterContent, NotAvailable, RequestedAmount};
use crate::letter::facts::letter_input::LetterInput;
use crate::letter::facts::payment_deadline::{payment_deadline, steps_paused_until};
use crate::letter::facts::promise_facts::{PromiseFacts, PromiseGroup, find_promises};
use crate::letter::templates::variable::{TemplateValue, VariableKind};
use crate::letter::templates::variable_def::{VariableDef, variable};
use chrono::NaiveDate;

/// The letter.
pub static PROMISE_BROKEN: ExtraLetter = ExtraLetter {
    name: "promise-broken",
    summary: "say that a promise was not kept",
    unavailable_reason: "the journal has no promise of his that was broken",
    names_invoices: true,
    build_letters,
    variables: || join_variables(BROKEN_PROMISE_VARIABLES, INVOICE_VARIABLES),
};

/// What it speaks of, and the last day it gives.
struct BrokenPromiseFacts<'a, 'j> {
    promises: PromiseGroup<'a, 'j>,
    deadline: NaiveDate,
}

fn build_letters(view: &LetterInput<'_, '_>) -> Result<Vec<LetterContent>, NotAvailable> {
    let mut broken = find_promises(view);
    broken.retain(|it| {
        matches!(it.outcome, PromiseOutcome::Broken(_)) && it.missing_amount().is_positive()
    });
    let groups: Vec<_> = PromiseGroup::from_last_day(view, broken)
        .into_iter()
        .map(|made| BrokenPromiseFacts {
            deadline: payment_deadline(view, &made.invoice_facts.positions),
            promises: made,
        })
        .collect();
    if groups.is_empty() {
        return Err(NotAvailable::NoEntry);
    }
    Ok(groups.iter().map(build_content).collect())
}

fn build_content(broken: &BrokenPromiseFacts<'_, '_>) -> LetterContent {
    let about = &broken.promises.invoice_facts;
    let missing = broken.promises.sum_over(PromiseFacts::missing_amount);
    LetterContent {
        currency: about.currency,
        invoices: about.invoices(),
        days_late: about.days_late(),
        amount: missing,
        request: Some(RequestedAmount {
            amount: missing,
            by: Some(broken.deadline),
        }),
        reports_missing_payment: true,
        names_charges: false,
        warmth: Warmth::Formal,
        values: collect_values(BROKEN_PROMISE_VARIABLES, broken, about),
        enclosed_documents: Vec::new(),
        steps_paused_until: Some(steps_paused_until(broken.deadline, &about.positions)),
    }
}

type BrokenPromiseValueFn = fn(&BrokenPromiseFacts<'_, '_>) -> TemplateValue;

static BROKEN_PROMISE_VARIABLES: &[VariableDef<BrokenPromiseValueFn>] = &[
    variable(
        "promise_made",
        VariableKind::Day,
        "10 februari 2026",
        "the day on which it was promised",
        |broken| {
            broken
                .promises
                .invoice_facts
                .input
                .day_value(broken.promises.made_on())
        },
    ),
    variable(
        "promise_by",
        VariableKind::Day,
        "17 februari 2026",
        "the day by which it was to be kept; empty where several promises name different days",
        |broken| {
            broken
                .promises
                .invoice_facts
                .input
                .day_value(broken.promises.common_deadline())
        },
    ),
    variable(
        "promise_amount",
        VariableKind::Amount,
        "€ 500,00",
        "what was promised",
        |broken| {
            let made = &broken.promises;
            made.invoice_facts
                .amount_value(made.sum_over(PromiseFacts::promised_amount))
        },
    ),
    variable(
        "promise_received",
        VariableKind::Amount,
        "€ 100,00",
        "what came in for it; empty where nothing did",
        |broken| {
            let made = &broken.promises;
            made.invoice_facts
                .amount_value(made.sum_over(|promise| promise.received))
        },
    ),
    variable(
        "amount",
        VariableKind::Amount,
        "€ 400,00",
        "what is missing of it, and asked",
        |broken| {
            let made = &broken.promises;
            made.invoice_facts
                .amount_value(made.sum_over(PromiseFacts::missing_amount))
        },
    ),
    variable(
        "deadline",
        VariableKind::Day,
        "27 februari 2026",
        "the last day to pay it after all",
        |broken| {
            broken
                .promises
                .invoice_facts
                .input
                .day_value(Some(broken.deadline))
        },
    ),
];
