//! `instalment-missed`: a part of a plan was not paid, and is asked; where the plan says so, all the rest.

use super::about::{ABOUT, all, given, own_given};
use super::kind::Occasion;
use super::last_day::{given_time, waits};
use super::plans::{PLAN_TERMS, Plan, plans};
use super::told::{Absent, Asks, Told};
use super::view::View;
use crate::dunning::arrangement_status::PlanStatus;
use crate::language::letters::Warmth;
use crate::letter::lines::documents;
use crate::letter::templates::given::{Given, Sort};
use crate::letter::variables::known::{Known, known};
use crate::value::money::Minor;
use chrono::NaiveDate;

/// The letter.
pub static INSTALMENT_MISSED: Occasion = Occasion {
    name: "instalment-missed",
    about: "say that a part of a plan was not paid",
    needs: "the journal has no plan of his of which a part was missed",
    names_invoices: true,
    tell,
    variables: || {
        let own = MISSED.iter().map(|known| &known.variable);
        own.chain(all(PLAN_TERMS, ABOUT)).collect()
    },
};

/// A plan of which a part was missed.
struct Missed<'a, 'j> {
    plan: Plan<'a, 'j>,
    /// The day of that part.
    term: NaiveDate,
    /// What is asked: what is missing through that part, or all the rest.
    amount: Minor,
    /// The last day to pay it after all.
    deadline: NaiveDate,
}

fn tell(view: &View<'_, '_>) -> Result<Vec<Told>, Absent> {
    let mut all_told = Vec::new();
    for plan in plans(view) {
        if let PlanStatus::Missed { term, missing, .. } = plan.course {
            let open = plan.about.open() + plan.about.charges();
            let missed = Missed {
                term,
                amount: missing.minor.min(open),
                deadline: given_time(view, &plan.about.positions),
                plan,
            };
            all_told.push(told(&missed));
        }
    }
    if all_told.is_empty() {
        return Err(Absent::Nothing);
    }
    Ok(all_told)
}

fn told(missed: &Missed<'_, '_>) -> Told {
    let about = &missed.plan.about;
    let mut all_given = own_given(MISSED, missed);
    all_given.extend(given(PLAN_TERMS, &missed.plan, about));
    let agreement = about.view.words().agreed_plan;
    Told {
        currency: about.currency,
        invoices: about.invoices(),
        days: about.days(),
        amount: missed.amount,
        asks: Some(Asks {
            amount: missed.amount,
            by: Some(missed.deadline),
        }),
        misses_money: true,
        names_charges: false,
        warmth: Warmth::Formal,
        given: all_given,
        enclosed: vec![(agreement, documents(&missed.plan.quote))],
        wait: Some(waits(missed.deadline, &about.positions)),
    }
}

type Give = fn(&Missed<'_, '_>) -> Given;

static MISSED: &[Known<Give>] = &[
    known(
        "term_by",
        Sort::Day,
        "25 april 2026",
        "the day of the part that was missed",
        |missed| missed.plan.about.view.day(Some(missed.term)),
    ),
    known(
        "part_paid",
        Sort::YesNo,
        "",
        "whether something came in for that part",
        |missed| {
            let mut terms = missed.plan.terms.iter();
            let term = terms.find(|term| term.by == missed.term);
            Given::Holds(term.is_some_and(|term| term.received.is_positive()))
        },
    ),
    known(
        "amount",
        Sort::Amount,
        "€ 100,00",
        "what is asked: what is missing of the parts so far, or all the rest where the plan says so",
        |missed| missed.plan.about.positive(missed.amount),
    ),
    known(
        "deadline",
        Sort::Day,
        "12 mei 2026",
        "the last day to pay it after all",
        |missed| missed.plan.about.view.day(Some(missed.deadline)),
    ),
];
