//! `instalment-missed`: a part of a plan was not paid, and is asked; where the plan says so, all the rest.

use crate::dunning::arrangement_status::PlanStatus;
use crate::language::letters::Warmth;
use crate::letter::facts::extra_letter::ExtraLetter;
use crate::letter::facts::invoice_lines::quoted_documents;
use crate::letter::facts::letter_content::{LetterContent, NotAvailable, RequestedAmount};
use crate::letter::facts::letter_input::LetterInput;
use crate::letter::facts::payment_deadline::{payment_deadline, steps_paused_until};
use crate::letter::facts::plan_facts::{PlanFacts, find_plans, with_plan_variables};
use crate::letter::templates::variable_list::{VariableDef, amount, day, find_value, flag};
use crate::value::money::Minor;
use chrono::NaiveDate;

/// The letter.
pub static INSTALMENT_MISSED: ExtraLetter = ExtraLetter {
    name: "instalment-missed",
    summary: "say that a part of a plan was not paid",
    unavailable_reason: "the journal has no plan of his of which a part was missed",
    names_invoices: true,
    build_letters,
    variables: || with_plan_variables(MissedInstalmentFacts::VARIABLES),
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

fn build_letters<'a>(input: &LetterInput<'a, '_>) -> Result<Vec<LetterContent<'a>>, NotAvailable> {
    let mut all_told = Vec::new();
    for plan in find_plans(input) {
        if let PlanStatus::Missed { term, missing, .. } = plan.status {
            let open = plan.invoice_facts.open_principal() + plan.invoice_facts.charges();
            let missed = MissedInstalmentFacts {
                instalment_day: term,
                amount: missing.minor.min(open),
                deadline: payment_deadline(input, &plan.invoice_facts.positions),
                plan,
            };
            all_told.push(build_content(missed));
        }
    }
    NotAvailable::unless_some(all_told)
}

fn build_content<'a>(missed: MissedInstalmentFacts<'a, '_>) -> LetterContent<'a> {
    let about = &missed.plan.invoice_facts;
    let agreement = about.input.extra_letter_words().agreed_plan.to_owned();
    LetterContent {
        amount: missed.amount,
        request: Some(RequestedAmount::new(missed.amount, Some(missed.deadline))),
        reports_missing_payment: true,
        warmth: Warmth::Formal,
        enclosed_documents: vec![(agreement, quoted_documents(&missed.plan.quote))],
        steps_paused_until: Some(steps_paused_until(missed.deadline, &about.positions)),
        ..LetterContent::about(about)
    }
    .with_values(Box::new(move |name| {
        let format = missed.plan.invoice_facts.format();
        find_value(MissedInstalmentFacts::VARIABLES, name, &missed, format)
            .or_else(|| missed.plan.find_value(name))
    }))
}

impl<'a, 'j: 'a> MissedInstalmentFacts<'a, 'j> {
    const VARIABLES: &'a [VariableDef<Self>] = &[
        day(
            "term_by",
            "25 april 2026",
            "the day of the part that was missed",
            |missed| Some(missed.instalment_day),
        ),
        flag(
            "part_paid",
            "whether something came in for that part",
            |missed| {
                let mut terms = missed.plan.instalments.iter();
                let term = terms.find(|term| term.by == missed.instalment_day);
                term.is_some_and(|term| term.received.is_positive())
            },
        ),
        amount(
            "amount",
            "€ 100,00",
            "what is asked: what is missing of the parts so far, or all the rest where the plan says so",
            |missed| missed.amount,
        ),
        day(
            "deadline",
            "12 mei 2026",
            "the last day to pay it after all",
            |missed| Some(missed.deadline),
        ),
    ];
}
