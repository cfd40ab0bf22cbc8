//! `promise-broken`: what was promised did not come, and is asked again.

use super::about::{ABOUT, all, given};
use super::kind::Occasion;
use super::last_day::{given_time, waits};
use super::promises::{Made, Promise, promises};
use super::told::{Absent, Asks, Told};
use super::view::View;
use crate::dunning::arrangement_status::PromiseOutcome;
use crate::language::letters::Warmth;
use crate::letter::templates::given::{Given, Sort};
use crate::letter::variables::known::{Known, known};
use chrono::NaiveDate;

/// The letter.
pub static PROMISE_BROKEN: Occasion = Occasion {
    name: "promise-broken",
    about: "say that a promise was not kept",
    needs: "the journal has no promise of his that was broken",
    names_invoices: true,
    tell,
    variables: || all(KNOWN, ABOUT),
};

/// What it speaks of, and the last day it gives.
struct Broken<'a, 'j> {
    made: Made<'a, 'j>,
    deadline: NaiveDate,
}

fn tell(view: &View<'_, '_>) -> Result<Vec<Told>, Absent> {
    let mut broken = promises(view);
    broken.retain(|it| matches!(it.fate, PromiseOutcome::Broken(_)) && it.missing().is_positive());
    let groups: Vec<_> = Made::last(view, broken)
        .into_iter()
        .map(|made| Broken {
            deadline: given_time(view, &made.about.positions),
            made,
        })
        .collect();
    if groups.is_empty() {
        return Err(Absent::Nothing);
    }
    Ok(groups.iter().map(told).collect())
}

fn told(broken: &Broken<'_, '_>) -> Told {
    let about = &broken.made.about;
    let missing = broken.made.sum(Promise::missing);
    Told {
        currency: about.currency,
        invoices: about.invoices(),
        days: about.days(),
        amount: missing,
        asks: Some(Asks {
            amount: missing,
            by: Some(broken.deadline),
        }),
        misses_money: true,
        names_charges: false,
        warmth: Warmth::Formal,
        given: given(KNOWN, broken, about),
        enclosed: Vec::new(),
        wait: Some(waits(broken.deadline, &about.positions)),
    }
}

type Give = fn(&Broken<'_, '_>) -> Given;

static KNOWN: &[Known<Give>] = &[
    known(
        "promise_made",
        Sort::Day,
        "10 februari 2026",
        "the day on which it was promised",
        |broken| broken.made.about.view.day(broken.made.day()),
    ),
    known(
        "promise_by",
        Sort::Day,
        "17 februari 2026",
        "the day by which it was to be kept; empty where several promises name different days",
        |broken| broken.made.about.view.day(broken.made.by()),
    ),
    known(
        "promise_amount",
        Sort::Amount,
        "€ 500,00",
        "what was promised",
        |broken| {
            let made = &broken.made;
            made.about.positive(made.sum(Promise::amount))
        },
    ),
    known(
        "promise_received",
        Sort::Amount,
        "€ 100,00",
        "what came in for it; empty where nothing did",
        |broken| {
            let made = &broken.made;
            made.about.positive(made.sum(|promise| promise.received))
        },
    ),
    known(
        "amount",
        Sort::Amount,
        "€ 400,00",
        "what is missing of it, and asked",
        |broken| {
            let made = &broken.made;
            made.about.positive(made.sum(Promise::missing))
        },
    ),
    known(
        "deadline",
        Sort::Day,
        "27 februari 2026",
        "the last day to pay it after all",
        |broken| broken.made.about.view.day(Some(broken.deadline)),
    ),
];
