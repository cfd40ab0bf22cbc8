//! `instalment-missed`: a part of a plan was not paid, and is asked; where the plan says so, all the rest.

use crate::dunning::arrangement_status::PlanStatus;
use crate::journal::model::InvoiceIx;
use crate::language::letters::Warmth;
use crate::letter::facts::enclosures::NamedDocuments;
use crate::letter::facts::invoice_lines::quoted_documents;
use crate::letter::facts::letter_content::{
    LetterContent, LetterFacts, NotAvailable, OnAccountUse, RequestedAmount,
};
use crate::letter::facts::letter_input::LetterInput;
use crate::letter::facts::letter_kind::LetterKind;
use crate::letter::facts::payment_deadline::{payment_deadline, steps_paused_until};
use crate::letter::facts::plan_facts::{PlanFacts, find_plans, with_plan_variables};
use crate::letter::templates::variable::TemplateValue;
use crate::letter::templates::variable_list::{VariableDef, amount, count, day, flag, words};
use crate::value::money::Minor;
use chrono::NaiveDate;

/// The letter.
pub static INSTALMENT_MISSED: LetterKind = LetterKind {
    name: "instalment-missed",
    summary: "says that an instalment was not paid",
    unavailable_reason: "the journal has no plan of this customer of which a part was missed",
    is_step: false,
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
    let mut letters = Vec::new();
    // Of an offer that nobody signed nothing was missed (SPEC.md 10.4).
    let agreed = find_plans(input)
        .into_iter()
        .filter(|plan| plan.event.is_agreed_arrangement());
    for plan in agreed {
        if let PlanStatus::Missed { term, missing, .. } = plan.status {
            let asked = input.dunning().amount_asked(&plan.invoice_facts.positions);
            let first = plan.invoice_facts.positions.first();
            let so_far = first.and_then(|first| input.dunning().missed_plan(first));
            let missing = so_far.map_or(missing.minor, |so_far| so_far.missing);
            let asked = missing.min(asked);
            if !asked.is_positive() {
                continue;
            }
            let missed = MissedInstalmentFacts {
                instalment_day: term,
                amount: asked,
                deadline: payment_deadline(input, &plan.invoice_facts.positions),
                plan,
            };
            letters.push(build_content(missed));
        }
    }
    NotAvailable::unless_some(letters)
}

fn build_content<'a>(missed: MissedInstalmentFacts<'a, '_>) -> LetterContent<'a> {
    let about = &missed.plan.invoice_facts;
    let positions = &about.positions;
    let asked = about.input.dunning().amounts_asked(positions);
    let is_asked = |invoice: &InvoiceIx| asked.get(invoice).is_some_and(|sum| sum.is_positive());
    let requested = about.invoices.iter().copied().filter(is_asked);
    LetterContent {
        requested_invoices: requested.collect(),
        amount: missed.amount,
        request: Some(RequestedAmount::new(missed.amount, Some(missed.deadline))),
        reports_missing_payment: true,
        on_account: OnAccountUse::TakenOff,
        warmth: Warmth::Formal,
        steps_paused_until: Some(steps_paused_until(missed.deadline, positions)),
        ..LetterContent::with_facts(missed, |missed| &missed.plan.invoice_facts)
    }
}

impl MissedInstalmentFacts<'_, '_> {
    /// The days of the parts that were missed so far.
    fn missed_days(&self) -> Vec<NaiveDate> {
        let about = &self.plan.invoice_facts;
        let first = about.positions.first();
        let missed = first.and_then(|first| about.input.dunning().missed_plan(first));
        missed.map_or_else(|| vec![self.instalment_day], |plan| plan.missed_days)
    }
}

impl LetterFacts for MissedInstalmentFacts<'_, '_> {
    fn find_value(&self, name: &str) -> Option<(&'static str, TemplateValue)> {
        self.plan.find_value_with(Self::VARIABLES, self, name)
    }

    fn enclosed_documents(&self) -> Vec<NamedDocuments> {
        let input = &self.plan.invoice_facts.input;
        let quote = input.day.source_lookup.quote_entry(self.plan.event.origin);
        let agreement = input.extra_letter_words().agreed_plan.to_owned();
        vec![NamedDocuments::new(agreement, quoted_documents(&quote))]
    }
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
        count(
            "terms_missed",
            "1",
            "how many parts were missed so far",
            |missed| missed.missed_days().len(),
        ),
        words(
            "missed_days",
            "25 april 2026 en 25 mei 2026",
            "the days of the parts that were missed so far",
            |missed| {
                missed
                    .plan
                    .invoice_facts
                    .input
                    .join_days(&missed.missed_days())
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
