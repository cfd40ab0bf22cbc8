//! `plan`: payment in instalments, confirmed in exact terms.

use super::about::{ABOUT, all, given};
use super::kind::Occasion;
use super::plans::{PLAN_TERMS, Plan, Term, plans};
use super::told::{Absent, Asks, Told};
use super::view::{View, of_the_last_day};
use crate::dunning::arrangement_status::PlanStatus;
use crate::language::letters::Warmth;

/// The letter.
pub static PLAN: Occasion = Occasion {
    name: "plan",
    about: "confirm a plan: what is paid when, and what follows when a part is missed",
    needs: "the journal has no plan of his that runs",
    names_invoices: true,
    tell,
    variables: || all(PLAN_TERMS, ABOUT),
};

fn tell(view: &View<'_, '_>) -> Result<Vec<Told>, Absent> {
    let (running, missed): (Vec<_>, Vec<_>) = plans(view)
        .into_iter()
        .partition(|plan| matches!(plan.course, PlanStatus::Running(_)));
    let last = of_the_last_day(running, |plan| plan.event.date);
    match (last.is_empty(), missed.is_empty()) {
        (true, true) => Err(Absent::Nothing),
        (true, false) => Err(Absent::Instead("instalment-missed")),
        _ => Ok(last.iter().map(told).collect()),
    }
}

fn told(plan: &Plan<'_, '_>) -> Told {
    Told {
        currency: plan.about.currency,
        invoices: plan.about.invoices(),
        days: plan.about.days(),
        amount: plan.total(),
        asks: plan.next().map(next_part),
        misses_money: false,
        names_charges: false,
        warmth: Warmth::Friendly,
        given: given(PLAN_TERMS, plan, &plan.about),
        enclosed: Vec::new(),
        wait: None,
    }
}

/// What is still to be paid of a part, by its day.
pub fn next_part(term: &Term) -> Asks {
    Asks {
        amount: term.amount - term.received,
        by: Some(term.by),
    }
}
