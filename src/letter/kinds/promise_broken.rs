//! `promise-broken`: what was promised did not come, and is asked again.

use crate::dunning::arrangement_status::PromiseOutcome;
use crate::language::letters::Warmth;
use crate::letter::facts::extra_letter::ExtraLetter;
use crate::letter::facts::invoice_facts::invoice_variables;
use crate::letter::facts::letter_content::{LetterContent, NotAvailable, RequestedAmount};
use crate::letter::facts::letter_input::LetterInput;
use crate::letter::facts::payment_deadline::{payment_deadline, steps_paused_until};
use crate::letter::facts::promise_facts::{PromiseFacts, PromiseGroup, find_promises};
use crate::letter::templates::variable_list::{VariableDef, amount, day, variables_of};
use chrono::NaiveDate;

/// The letter.
pub static PROMISE_BROKEN: ExtraLetter = ExtraLetter {
    name: "promise-broken",
    summary: "say that a promise was not kept",
    unavailable_reason: "the journal has no promise of his that was broken",
    names_invoices: true,
    build_letters,
    variables: || {
        [
            variables_of(BrokenPromiseFacts::VARIABLES),
            invoice_variables(),
        ]
        .concat()
    },
};

/// What it speaks of, and the last day it gives.
struct BrokenPromiseFacts<'a, 'j> {
    promises: PromiseGroup<'a, 'j>,
    deadline: NaiveDate,
}

fn build_letters<'a>(input: &LetterInput<'a, '_>) -> Result<Vec<LetterContent<'a>>, NotAvailable> {
    let mut broken = find_promises(input);
    broken.retain(|it| {
        matches!(it.outcome, PromiseOutcome::Broken(_)) && it.missing_amount().is_positive()
    });
    let groups = PromiseGroup::from_last_day(input, broken).into_iter();
    let letters = groups.map(|made| {
        build_content(BrokenPromiseFacts {
            deadline: payment_deadline(input, &made.invoice_facts.positions),
            promises: made,
        })
    });
    NotAvailable::unless_some(letters.collect())
}

fn build_content<'a>(broken: BrokenPromiseFacts<'a, '_>) -> LetterContent<'a> {
    let missing = broken.promises.sum_over(PromiseFacts::missing_amount);
    let positions = &broken.promises.invoice_facts.positions;
    LetterContent {
        amount: missing,
        request: Some(RequestedAmount::new(missing, Some(broken.deadline))),
        reports_missing_payment: true,
        warmth: Warmth::Formal,
        steps_paused_until: Some(steps_paused_until(broken.deadline, positions)),
        ..LetterContent::new(broken, BrokenPromiseFacts::VARIABLES, |broken| {
            &broken.promises.invoice_facts
        })
    }
}

impl<'a, 'j: 'a> BrokenPromiseFacts<'a, 'j> {
    const VARIABLES: &'a [VariableDef<Self>] = &[
        day(
            "promise_made",
            "10 februari 2026",
            "the day on which it was promised",
            |broken| broken.promises.made_on(),
        ),
        day(
            "promise_by",
            "17 februari 2026",
            "the day by which it was to be kept; empty where several promises name different days",
            |broken| broken.promises.common_deadline(),
        ),
        amount(
            "promise_amount",
            "€ 500,00",
            "what was promised",
            |broken| broken.promises.sum_over(PromiseFacts::promised_amount),
        ),
        amount(
            "promise_received",
            "€ 100,00",
            "what came in for it; empty where nothing did",
            |broken| broken.promises.sum_over(|promise| promise.received),
        ),
        amount(
            "amount",
            "€ 400,00",
            "what is missing of it, and asked",
            |broken| broken.promises.sum_over(PromiseFacts::missing_amount),
        ),
        day(
            "deadline",
            "27 februari 2026",
            "the last day to pay it after all",
            |broken| Some(broken.deadline),
        ),
    ];
}
