//! What the letter of a step knows: what is open, what it is made of, what went before, what follows.

use super::step_facts::StepFacts;
use crate::dunning::not_asked::MissedPlan;
use crate::letter::facts::invoice_facts::InvoiceFacts;
use crate::letter::facts::invoice_facts::as_words;
use crate::letter::templates::variable::{TemplateValue, Variable, VariableKind};
use crate::letter::templates::variable_list::{
    VariableDef, amount, block, count, day, find_value, flag, list, money, variables_of, words,
};
use crate::value::money::Minor;
use crate::worklist::letter_level::STATUTORY_NOTICE;

/// What each of `lines` has.
const LINE_FIELDS: &[Variable] = &[
    list_field(
        "number",
        VariableKind::Words,
        "2026-001",
        "the number of the invoice",
    ),
    list_field(
        "about",
        VariableKind::Words,
        "Briefpapier",
        "what was delivered; may be empty",
    ),
    list_field(
        "order",
        VariableKind::Words,
        "PO-778",
        "the customer's order; may be empty",
    ),
    list_field(
        "date",
        VariableKind::Day,
        "5 januari 2026",
        "the date of the invoice",
    ),
    list_field(
        "due_date",
        VariableKind::Day,
        "4 februari 2026",
        "when it is due",
    ),
    list_field(
        "days_late",
        VariableKind::Count,
        "3",
        "how many days late it is; 0 before the due date",
    ),
    list_field(
        "total",
        VariableKind::Amount,
        "€ 1.210,00",
        "what was invoiced",
    ),
    list_field(
        "paid",
        VariableKind::Amount,
        "€ 210,00",
        "what was paid or set off; may be empty",
    ),
    list_field(
        "open",
        VariableKind::Amount,
        "€ 1.000,00",
        "what is open of it",
    ),
];

/// What each of `lower_steps` has.
const LOWER_STEP_FIELDS: &[Variable] = &[
    list_field(
        "invoices",
        VariableKind::Words,
        "8 en 9",
        "the numbers of the invoices",
    ),
    list_field(
        "names",
        VariableKind::Words,
        "facturen 8 en 9",
        "the invoices, by that word and their numbers",
    ),
    list_field(
        "step",
        VariableKind::Words,
        "herinnering",
        "the step they are at",
    ),
];

const fn list_field(
    name: &'static str,
    kind: VariableKind,
    example: &'static str,
    meaning: &'static str,
) -> Variable {
    Variable {
        name,
        kind,
        example,
        meaning,
    }
}

impl<'a, 'j: 'a> StepFacts<'a, 'j> {
    /// What it asks.
    const AMOUNT_VARIABLES: &'a [VariableDef<Self>] = &[
        amount(
            "amount",
            "€ 1.000,00",
            "what is to be paid in all",
            |facts| facts.totals.total(),
        ),
        amount(
            "open_amount",
            "€ 1.000,00",
            "what is open of the invoices",
            |facts| facts.totals.open,
        ),
        amount(
            "disputed_amount",
            "€ 30,00",
            "what is in dispute and not asked; empty where nothing is",
            |facts| facts.totals.disputed,
        ),
        words(
            "disputed_invoices",
            "factuur 2026-001",
            "the invoices of which something is in dispute",
            |facts| facts.invoice_facts.disputed_invoices(),
        ),
        amount(
            "deferred_amount",
            "€ 200,00",
            "what a plan lets the customer pay later: it is not asked; empty where nothing is",
            |facts| facts.totals.deferred,
        ),
        amount(
            "credit_amount",
            "€ 50,00",
            "what stands on account of the customer and is taken off; empty where nothing is",
            |facts| facts.totals.on_account,
        ),
        amount(
            "fee",
            "€ 25,00",
            "the fees asked with it; empty where there are none",
            |facts| facts.totals.charges.fee + facts.totals.fee,
        ),
    ];

    /// Since when it is asked, and until when.
    const TERM_VARIABLES: &'a [VariableDef<Self>] = &[
        words(
            "our_invoices",
            "onze factuur 2026-001",
            "`our invoice` with its number, or `the invoices below`",
            |facts| {
                let about = &facts.invoice_facts;
                let numbers = about.spoken_numbers();
                (about.input.letter_words().sentence.our_invoices)(&as_words(&numbers))
            },
        ),
        day(
            "due_date",
            "4 februari 2026",
            "the due date; empty where that of its invoices is not the same",
            Self::due_date,
        ),
        count(
            "days_late",
            "3",
            "how many days late the oldest is; 0 before the due date",
            Self::days_late,
        ),
        flag(
            "part_paid",
            "whether part was paid in money, or money on account is taken off",
            Self::is_part_paid,
        ),
        flag(
            "spoken",
            "whether the customer spoke with us about one of its invoices, promised to pay or objected: it did not escape attention",
            |facts| facts.invoice_facts.contact_history().was_spoken_about(),
        ),
        block(
            "settlements",
            "offers to take less as full that still stand, a paragraph each; nothing where there are none",
            |facts| facts.invoice_facts.settlement_parts(),
        ),
        day(
            "deadline",
            "21 februari 2026",
            "the last day to pay; empty where the step gives none, and in the last letter that the law asks for",
            |facts| facts.deadline,
        ),
    ];

    /// Which letters went before.
    const LETTER_VARIABLES: &'a [VariableDef<Self>] = &[
        count(
            "letters_before",
            "1",
            "how many letters went before about all of its invoices, since their due dates",
            |facts| facts.invoice_facts.letters_before().0,
        ),
        day(
            "last_letter",
            "7 februari 2026",
            "the day of the last of them; empty where none went",
            |facts| facts.invoice_facts.letters_before().1,
        ),
    ];

    /// The plan of which parts were missed.
    const PLAN_VARIABLES: &'a [VariableDef<Self>] = &[
        day(
            "plan_made",
            "20 februari 2026",
            "the day of a plan of which parts were missed; empty where there is none",
            |facts| facts.missed_plan().map(|plan| plan.event.date),
        ),
        words(
            "plan_missed_days",
            "10 maart 2026",
            "the days of those parts",
            Self::missed_plan_days,
        ),
        count(
            "plan_terms_missed",
            "1",
            "how many parts were missed",
            |facts| facts.missed_plan().map_or(0, |plan| plan.missed_days.len()),
        ),
        flag(
            "accelerate",
            "whether that made all the rest due at once",
            |facts| facts.missed_plan().is_some_and(MissedPlan::is_accelerated),
        ),
        flag(
            "plan_part_paid",
            "whether something came in for the first of them",
            |facts| facts.missed_plan().is_some_and(|plan| plan.is_part_paid),
        ),
    ];

    /// What was promised, what it announces, and what it shows.
    const OTHER_VARIABLES: &'a [VariableDef<Self>] = &[
        day(
            "promise_made",
            "10 februari 2026",
            "the day on which a promise was made that was broken; empty where none was",
            |facts| facts.broken_promise().map(|promise| promise.made_on),
        ),
        day(
            "promise_by",
            "17 februari 2026",
            "the day by which it was to be kept",
            |facts| facts.broken_promise().map(|promise| promise.by),
        ),
        words(
            "promise_for",
            "factuur 2026-001",
            "the invoices that the promise was about; empty where it was about all of the letter",
            Self::promised_invoices,
        ),
        money(
            "promise_amount",
            "€ 500,00",
            "the amount that was promised; empty where no amount was named",
            |facts| facts.broken_promise().and_then(|promise| promise.amount),
        ),
        amount(
            "promise_received",
            "€ 100,00",
            "what was received for it; empty where nothing was",
            |facts| {
                facts
                    .broken_promise()
                    .map_or(Minor::ZERO, |promise| promise.received)
            },
        ),
        amount(
            "claim_costs",
            "€ 150,00",
            "the collection costs among what a business will owe",
            Self::claim_costs,
        ),
        amount(
            "interest_per_day",
            "€ 0,28",
            "what each further day adds to what a business will owe; empty where nothing is added",
            Self::interest_per_day,
        ),
        flag(
            "claim_in_words",
            "whether interest and costs are announced without figures, because part is in dispute",
            Self::is_claim_without_figures,
        ),
        flag(
            "in_default",
            "whether a law says that the customer is in default; not where no law of the country is known",
            Self::is_in_default,
        ),
        list(
            "lines",
            LINE_FIELDS,
            "its invoices one by one, an instalment of an invoice as one of its own",
            |facts| facts.invoice_facts.invoice_table().template_rows(),
        ),
        list(
            "lower_steps",
            LOWER_STEP_FIELDS,
            "the steps of invoices that are at a lower one than the letter, where it announces costs",
            Self::lower_steps,
        ),
        block(
            "invoices",
            "its invoices: one by its particulars, several in a table",
            Self::invoice_parts,
        ),
        block(
            "made_up",
            "how the amount is made up; nothing where it is just what is open",
            Self::amount_breakdown,
        ),
        block(
            "claim",
            "what a business will owe when it does not pay: principal, interest, costs; nothing where none is announced",
            Self::claim_parts,
        ),
        block(
            STATUTORY_NOTICE,
            "what the law wants the last letter to a consumer to say: the amount, the time to pay, what it costs after \
         that, and on which law that rests; nothing in other letters",
            Self::statutory_notice,
        ),
        block(
            "beside",
            "what is late beside the letter, or soon due, point by point; may be nothing",
            Self::also_open_parts,
        ),
        block(
            "attempts",
            "letters, calls and promises that went before, point by point; may be nothing",
            Self::attempt_points,
        ),
    ];
}

/// What stands for a variable in the letter of a step.
pub fn find_step_value(
    facts: &StepFacts<'_, '_>,
    name: &str,
) -> Option<(&'static str, TemplateValue)> {
    let lists = [
        StepFacts::AMOUNT_VARIABLES,
        StepFacts::TERM_VARIABLES,
        StepFacts::LETTER_VARIABLES,
        StepFacts::PLAN_VARIABLES,
        StepFacts::OTHER_VARIABLES,
    ];
    let about = &facts.invoice_facts;
    let mut lists = lists.into_iter();
    lists
        .find_map(|list| find_value(list, name, facts, about.format()))
        .or_else(|| about.find_value(name))
}

/// The variables of the letters of steps.
pub fn step_variables() -> Vec<&'static Variable> {
    [
        variables_of(StepFacts::AMOUNT_VARIABLES),
        variables_of(InvoiceFacts::CONCEDED_VARIABLES),
        variables_of(InvoiceFacts::NUMBER_VARIABLES),
        variables_of(StepFacts::TERM_VARIABLES),
        variables_of(InvoiceFacts::CUSTOMER_VARIABLES),
        variables_of(StepFacts::LETTER_VARIABLES),
        variables_of(InvoiceFacts::NEXT_STEP_VARIABLES),
        variables_of(StepFacts::PLAN_VARIABLES),
        variables_of(StepFacts::OTHER_VARIABLES),
    ]
    .concat()
}
