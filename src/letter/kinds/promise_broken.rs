//! `promise-broken`: what was promised did not come, and is asked again.

use crate::dunning::arrangement_status::PromiseOutcome;
use crate::language::letters::Warmth;
use crate::letter::facts::invoice_facts::with_invoice_variables;
use crate::letter::facts::letter_content::{
    LetterContent, NotAvailable, OnAccountUse, RequestedAmount,
};
use crate::letter::facts::letter_input::LetterInput;
use crate::letter::facts::letter_kind::LetterKind;
use crate::letter::facts::payment_deadline::{payment_deadline, steps_paused_until};
use crate::letter::facts::promise_facts::{PromiseFacts, PromiseGroup, find_promises};
use crate::letter::templates::variable_list::{VariableDef, amount, day};
use crate::value::money::Minor;
use chrono::NaiveDate;

/// The letter.
pub static PROMISE_BROKEN: LetterKind = LetterKind {
    name: "promise-broken",
    summary: "says that it was not kept, and asks for it again",
    unavailable_reason: "the journal has no promise of this customer that was broken",
    is_step: false,
    build_letters,
    variables: || with_invoice_variables(PromiseGroup::BROKEN_VARIABLES),
};

fn build_letters<'a>(input: &LetterInput<'a, '_>) -> Result<Vec<LetterContent<'a>>, NotAvailable> {
    let mut broken = find_promises(input);
    broken.retain(|it| {
        let mut positions = it.positions.iter();
        matches!(it.outcome, PromiseOutcome::Broken(_))
            && it.missing_amount().is_positive()
            && !positions.any(|position| position.is_in_running_plan(input.as_of()))
    });
    let groups = PromiseGroup::from_last_day(input, broken).into_iter();
    NotAvailable::unless_some(groups.map(build_content).collect())
}

fn build_content<'a>(broken: PromiseGroup<'a, '_>) -> LetterContent<'a> {
    let missing = broken.sum_over(PromiseFacts::missing_amount);
    let deadline = broken.payment_deadline();
    let positions = &broken.invoice_facts.positions;
    LetterContent {
        amount: missing,
        request: Some(RequestedAmount::new(missing, Some(deadline))),
        reports_missing_payment: true,
        on_account: OnAccountUse::TakenOff,
        warmth: Warmth::Formal,
        steps_paused_until: Some(steps_paused_until(deadline, positions)),
        ..LetterContent::new(broken, PromiseGroup::BROKEN_VARIABLES, |broken| {
            &broken.invoice_facts
        })
    }
}

impl<'a, 'j: 'a> PromiseGroup<'a, 'j> {
    /// The last day to pay it after all.
    fn payment_deadline(&self) -> NaiveDate {
        payment_deadline(&self.invoice_facts.input, &self.invoice_facts.positions)
    }

    /// What was promised, where each of them named an amount.
    fn named_amount(&self) -> Minor {
        if self.promises.iter().all(|promise| promise.amount.is_some()) {
            self.sum_over(PromiseFacts::promised_amount)
        } else {
            Minor::ZERO
        }
    }

    const BROKEN_VARIABLES: &'a [VariableDef<Self>] = &[
        Self::MADE_ON,
        day(
            "promise_by",
            "17 februari 2026",
            "the day by which it was to be kept; empty where several promises name different days",
            Self::common_deadline,
        ),
        amount(
            "promise_amount",
            "€ 500,00",
            "what was promised; empty where no amount was named",
            Self::named_amount,
        ),
        Self::RECEIVED,
        amount(
            "amount",
            "€ 400,00",
            "what is missing of it, and asked",
            |broken| broken.sum_over(PromiseFacts::missing_amount),
        ),
        day(
            "deadline",
            "27 februari 2026",
            "the last day to pay it after all",
            |broken| Some(broken.payment_deadline()),
        ),
    ];
}
