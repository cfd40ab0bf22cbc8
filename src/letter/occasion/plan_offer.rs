//! `plan-offer`: payment in instalments, offered: a plan that is not signed, in exact terms, until a day.

use super::about::{ABOUT, all, given, own_given};
use super::kind::Occasion;
use super::plan::next_part;
use super::plans::{PLAN_TERMS, Plan, plans};
use super::told::{Absent, Told};
use super::view::{View, of_the_last_day};
use crate::dunning::arrangement_status::PlanStatus;
use crate::language::letters::Warmth;
use crate::letter::templates::given::{Given, Sort};
use crate::letter::variables::known::{Known, known};
use chrono::NaiveDate;

/// The letter.
pub static PLAN_OFFER: Occasion = Occasion {
    name: "plan-offer",
    about: "offer a plan that is not signed, until the day of its `follow-up`",
    needs: "the journal has no plan of his that runs and is not signed",
    names_invoices: true,
    tell,
    variables: || {
        let own = OFFER.iter().map(|known| &known.variable);
        own.chain(all(PLAN_TERMS, ABOUT)).collect()
    },
};

/// A plan, and the last day on which it can be accepted.
struct Offer<'a, 'j> {
    plan: Plan<'a, 'j>,
    until: NaiveDate,
}

fn tell(view: &View<'_, '_>) -> Result<Vec<Told>, Absent> {
    let (signed, open): (Vec<_>, Vec<_>) = plans(view)
        .into_iter()
        .filter(|plan| matches!(plan.course, PlanStatus::Running(_)))
        .partition(|plan| plan.signed() == Some(true));
    let last = of_the_last_day(open, |plan| plan.event.date);
    if last.is_empty() {
        let instead = Absent::Instead("plan");
        return Err(if signed.is_empty() {
            Absent::Nothing
        } else {
            instead
        });
    }
    let offers = last.into_iter().map(|plan| {
        let until = plan.event.follow_up.filter(|day| *day >= view.on());
        let until = until.ok_or(Absent::Lacks("follow-up: DATE"))?;
        Ok(told(&Offer { plan, until }))
    });
    offers.collect()
}

fn told(offer: &Offer<'_, '_>) -> Told {
    let plan = &offer.plan;
    let mut all_given = own_given(OFFER, offer);
    all_given.extend(given(PLAN_TERMS, plan, &plan.about));
    Told {
        currency: plan.about.currency,
        invoices: plan.about.invoices(),
        days: plan.about.days(),
        amount: plan.total(),
        asks: plan.next().map(next_part),
        misses_money: true,
        names_charges: false,
        warmth: Warmth::Friendly,
        given: all_given,
        enclosed: Vec::new(),
        wait: None,
    }
}

type Give = fn(&Offer<'_, '_>) -> Given;

static OFFER: &[Known<Give>] = &[known(
    "offer_until",
    Sort::Day,
    "1 maart 2026",
    "the last day on which the offer can be accepted",
    |offer| offer.plan.about.view.day(Some(offer.until)),
)];
