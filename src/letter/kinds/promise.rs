//! `promise`: what a customer promised, confirmed.

use crate::document::letter::{LetterBlock, LetterTable};
use crate::dunning::arrangement_status::PromiseOutcome;
use crate::letter::facts::invoice_facts::with_invoice_variables;
use crate::letter::facts::letter_content::{LetterContent, NotAvailable, RequestedAmount};
use crate::letter::facts::letter_input::LetterInput;
use crate::letter::facts::letter_kind::LetterKind;
use crate::letter::facts::letter_table::build_table;
use crate::letter::facts::promise_facts::{PromiseFacts, PromiseGroup, find_promises};
use crate::letter::templates::variable_list::{VariableDef, amount, block, day};
use crate::value::money::Minor;
use chrono::NaiveDate;

/// The letter.
pub static PROMISE: LetterKind = LetterKind {
    name: "promise",
    summary: "confirms what the customer promised",
    unavailable_reason: "the journal has no promise of this customer that is still to be kept",
    is_step: false,
    build_letters,
    variables: || with_invoice_variables(PromiseGroup::VARIABLES),
};

fn build_letters<'a>(input: &LetterInput<'a, '_>) -> Result<Vec<LetterContent<'a>>, NotAvailable> {
    let made = find_promises(input);
    let mut outcomes = made.iter().map(|it| it.outcome);
    let broken = outcomes.any(|outcome| matches!(outcome, PromiseOutcome::Broken(_)));
    let is_running = |it: &PromiseFacts<'_, '_>| {
        let is_over = it.deadline().is_some_and(|by| by < input.as_of());
        matches!(it.outcome, PromiseOutcome::Running(_)) && !is_over
    };
    let running = made.into_iter().filter(is_running).collect();
    let groups = PromiseGroup::from_last_day(input, running);
    let mut promises = groups.iter().flat_map(|made| &made.promises);
    if promises.any(|it| it.deadline().is_none()) {
        return Err(NotAvailable::Missing("by DATE"));
    }
    match (groups.is_empty(), broken) {
        (true, true) => Err(NotAvailable::UseOther("promise-broken")),
        (true, false) => Err(NotAvailable::NoEntry),
        _ => Ok(groups.into_iter().map(build_content).collect()),
    }
}

fn build_content<'a>(made: PromiseGroup<'a, '_>) -> LetterContent<'a> {
    let missing = made.sum_over(PromiseFacts::missing_amount);
    LetterContent {
        amount: made.sum_over(PromiseFacts::promised_amount),
        request: Some(RequestedAmount::new(missing, made.common_deadline())),
        ..LetterContent::new(made, PromiseGroup::VARIABLES, |made| &made.invoice_facts)
    }
}

impl<'a, 'j: 'a> PromiseGroup<'a, 'j> {
    const VARIABLES: &'a [VariableDef<Self>] = &[
        Self::MADE_ON,
        block(
            "promises",
            "what was promised for which invoices, and by when",
            |made| vec![LetterBlock::Table(promise_table(made))],
        ),
        amount(
            "promise_amount",
            "€ 500,00",
            "what was promised in all",
            |made| made.sum_over(PromiseFacts::promised_amount),
        ),
        day(
            "promise_by",
            "17 februari 2026",
            "the last day to pay; empty where several promises name different days",
            Self::common_deadline,
        ),
        Self::RECEIVED,
        amount(
            "rest_amount",
            "€ 710,00",
            "what is late and was not promised; empty where nothing is",
            |made| overdue_beyond_promise(made),
        ),
    ];
}

/// What is late of the invoices, may be asked, and goes beyond what was promised.
fn overdue_beyond_promise(made: &PromiseGroup<'_, '_>) -> Minor {
    let about = &made.invoice_facts;
    let items = &about.input.journal().items;
    let is_late = |due: NaiveDate| due < about.input.as_of();
    let positions = about.positions.iter().copied();
    let late: Vec<_> = positions
        .filter(|position| items[position.item].due.is_some_and(is_late))
        .collect();
    about.input.dunning().amount_asked(&late) - made.sum_over(PromiseFacts::missing_amount)
}

fn promise_table(made: &PromiseGroup<'_, '_>) -> LetterTable {
    let about = &made.invoice_facts;
    let (label, words) = (about.input.letter_words(), about.input.extra_letter_words());
    let rows = made.promises.iter().map(|promise| {
        let numbers = promise.event.invoices();
        let numbers: Vec<&str> = numbers
            .map(|it| about.input.journal().invoice_no(it))
            .collect();
        [
            about.input.language.join_words(&numbers),
            promise.deadline().map(label.style.day).unwrap_or_default(),
            about.format_amount(promise.promised_amount()),
        ]
    });
    let sum = made.sum_over(PromiseFacts::promised_amount);
    let total = [
        label.totals.table_total.to_owned(),
        String::new(),
        about.format_amount(sum),
    ];
    let columns = [
        (label.label.invoice, false),
        (words.by, false),
        (words.promised, true),
    ];
    build_table(columns, rows, (made.promises.len() > 1).then_some(total))
}
