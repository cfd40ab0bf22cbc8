//! `promise`: what a customer promised, confirmed.

use super::about::{ABOUT, all, given};
use super::kind::Occasion;
use super::promises::{Made, Promise, promises};
use super::told::{Absent, Asks, Told};
use super::view::View;
use crate::document::letter::{LetterBlock, LetterTable};
use crate::dunning::arrangement_status::PromiseOutcome;
use crate::language::letters::Warmth;
use crate::letter::templates::given::{Given, Sort};
use crate::letter::variables::known::{Known, known};
use crate::value::money::Minor;

/// The letter.
pub static PROMISE: Occasion = Occasion {
    name: "promise",
    about: "confirm what the customer promised",
    needs: "the journal has no promise of his that is still to be kept",
    names_invoices: true,
    tell,
    variables: || all(KNOWN, ABOUT),
};

fn tell(view: &View<'_, '_>) -> Result<Vec<Told>, Absent> {
    let on = view.on();
    let made = promises(view);
    let broken = made
        .iter()
        .any(|it| matches!(it.fate, PromiseOutcome::Broken(_)));
    let running: Vec<_> = made
        .into_iter()
        .filter(|it| {
            matches!(it.fate, PromiseOutcome::Running(_)) && it.by().is_none_or(|by| by >= on)
        })
        .collect();
    let groups = Made::last(view, running);
    if groups
        .iter()
        .flat_map(|made| &made.promises)
        .any(|it| it.by().is_none())
    {
        return Err(Absent::Lacks("by DATE"));
    }
    match (groups.is_empty(), broken) {
        (true, true) => Err(Absent::Instead("promise-broken")),
        (true, false) => Err(Absent::Nothing),
        _ => Ok(groups.iter().map(told).collect()),
    }
}

fn told(made: &Made<'_, '_>) -> Told {
    let missing = made.sum(Promise::missing);
    Told {
        currency: made.about.currency,
        invoices: made.about.invoices(),
        days: made.about.days(),
        amount: made.sum(Promise::amount),
        asks: Some(Asks {
            amount: missing,
            by: made.by(),
        }),
        misses_money: false,
        names_charges: false,
        warmth: Warmth::Friendly,
        given: given(KNOWN, made, &made.about),
        enclosed: Vec::new(),
        wait: None,
    }
}

type Give = fn(&Made<'_, '_>) -> Given;

static KNOWN: &[Known<Give>] = &[
    known(
        "promise_made",
        Sort::Day,
        "10 februari 2026",
        "the day on which it was promised",
        |made| made.about.view.day(made.day()),
    ),
    known(
        "promises",
        Sort::Block,
        "",
        "what was promised for which invoices, and by when",
        |made| Given::Parts(vec![LetterBlock::Table(table(made))]),
    ),
    known(
        "promise_amount",
        Sort::Amount,
        "€ 500,00",
        "what was promised in all",
        |made| made.about.positive(made.sum(Promise::amount)),
    ),
    known(
        "promise_by",
        Sort::Day,
        "17 februari 2026",
        "the last day to pay; empty where several promises name different days",
        |made| made.about.view.day(made.by()),
    ),
    known(
        "promise_received",
        Sort::Amount,
        "€ 100,00",
        "what came in for it; empty where nothing did",
        |made| made.about.positive(made.sum(|promise| promise.received)),
    ),
    known(
        "rest_amount",
        Sort::Amount,
        "€ 710,00",
        "what is late and was not promised; empty where nothing is",
        |made| made.about.positive(rest(made)),
    ),
];

/// What is late of the invoices and goes beyond what was promised.
fn rest(made: &Made<'_, '_>) -> Minor {
    let late = made.about.lines.iter().filter(|line| line.days > 0);
    let late: Minor = late.map(|line| line.open).sum();
    late + made.about.charges() - made.sum(Promise::missing)
}

fn table(made: &Made<'_, '_>) -> LetterTable {
    let (view, words) = (&made.about.view, made.about.view.words());
    let rows = made.promises.iter().map(|promise| {
        let numbers = promise.event.invoices();
        let numbers: Vec<&str> = numbers.map(|it| view.journal().invoice_no(it)).collect();
        let by = promise.by().map(view.say().style.day);
        vec![
            view.language.list(&numbers),
            by.unwrap_or_default(),
            made.about.money(promise.amount()),
        ]
    });
    let total = if made.promises.len() > 1 {
        let sum = made.about.money(made.sum(Promise::amount));
        vec![view.say().sum.sum.to_owned(), String::new(), sum]
    } else {
        Vec::new()
    };
    LetterTable {
        headings: [view.say().label.invoice, words.by, words.promised]
            .map(str::to_owned)
            .to_vec(),
        right_aligned: vec![false, false, true],
        rows: rows.collect(),
        total,
    }
}
