//! Plans of a customer that count on the day: their terms, what came in for each, and how they stand.

use super::about::About;
use super::view::View;
use crate::document::letter::{LetterBlock, LetterTable};
use crate::dunning::arrangement_status::{PlanStatus, plan_status};
use crate::dunning::dunning_state::ItemPosition;
use crate::journal::model::Event;
use crate::journal::source_lookup::EntryQuote;
use crate::letter::templates::given::{Given, Sort};
use crate::letter::variables::known::{Known, known};
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A plan about invoices that are open.
pub struct Plan<'a, 'j> {
    /// The entry.
    pub event: &'j Event,
    /// What it says in words.
    pub quote: EntryQuote,
    /// How it stands.
    pub course: PlanStatus,
    /// Its parts, each with what came in for it.
    pub terms: Vec<Term>,
    /// The open items of its invoices.
    pub about: About<'a, 'j>,
}

/// A part of a plan.
#[derive(Clone, Copy, Debug)]
pub struct Term {
    /// How much.
    pub amount: Minor,
    /// The last day to pay it.
    pub by: NaiveDate,
    /// What came in for it, the parts before it served first.
    pub received: Minor,
}

impl Plan<'_, '_> {
    /// Whether a part that is missed makes all the rest due.
    pub fn accelerates(&self) -> bool {
        self.event.plan().is_some_and(|plan| plan.accelerate)
    }

    /// Whether the customer signed it, where that is said.
    pub fn signed(&self) -> Option<bool> {
        self.event.plan()?.signed
    }

    /// What the parts add up to.
    pub fn total(&self) -> Minor {
        self.terms.iter().map(|term| term.amount).sum()
    }

    /// What came in for them.
    pub fn received(&self) -> Minor {
        self.terms.iter().map(|term| term.received).sum()
    }

    /// The first part of which something is missing.
    pub fn next(&self) -> Option<&Term> {
        self.terms.iter().find(|term| term.received < term.amount)
    }

    /// What stands for a variable that several letters about plans have.
    fn signature(&self) -> Vec<LetterBlock> {
        let words = self.about.view.words();
        let line = "_".repeat(SIGNED_ON);
        let labels = words.signature.iter();
        vec![LetterBlock::Facts(
            labels
                .map(|label| ((*label).to_owned(), line.clone()))
                .collect(),
        )]
    }

    /// The parts; what came in for each, where something did.
    fn table(&self) -> LetterTable {
        let (view, words) = (&self.about.view, self.about.view.words());
        let label = &view.say().label;
        let some_came = self.received().is_positive();
        let money = |minor| self.about.money(minor);
        let row = |place: usize, term: &Term| {
            let mut row = vec![
                place.saturating_add(1).to_string(),
                (view.say().style.day)(term.by),
                money(term.amount),
            ];
            row.extend(some_came.then(|| money(term.received)));
            row
        };
        let mut headings = vec![words.term, words.by, label.amount];
        headings.extend(some_came.then_some(words.received));
        let mut total = vec![
            view.say().sum.sum.to_owned(),
            String::new(),
            money(self.total()),
        ];
        total.extend(some_came.then(|| money(self.received())));
        LetterTable {
            right_aligned: headings.iter().enumerate().map(|(at, _)| at > 1).collect(),
            headings: headings.into_iter().map(str::to_owned).collect(),
            rows: self
                .terms
                .iter()
                .enumerate()
                .map(|(at, it)| row(at, it))
                .collect(),
            total,
        }
    }
}

/// How long a line to sign on is, in characters.
const SIGNED_ON: usize = 30;

/// The plans of a customer about what is open and ours to collect, the oldest first. One that was released or
/// replaced, or whose parts are all paid, is none.
pub fn plans<'a, 'j>(view: &View<'a, 'j>) -> Vec<Plan<'a, 'j>> {
    let mut made: BTreeMap<_, (&'j Event, Vec<&'a ItemPosition<'j>>)> = BTreeMap::new();
    for position in view.ours() {
        let track = view.dunning.histories.of_invoice(position.invoice);
        if let Some(event) = track.plan.filter(|event| view.wants(event)) {
            let entry = made.entry((event.date, event.origin));
            let entry = entry.or_insert((event, Vec::new()));
            entry.1.push(position);
        }
    }
    let made = made.into_values();
    made.filter_map(|(event, positions)| plan(view, event, positions))
        .collect()
}

fn plan<'a, 'j>(
    view: &View<'a, 'j>,
    event: &'j Event,
    positions: Vec<&'a ItemPosition<'j>>,
) -> Option<Plan<'a, 'j>> {
    let first = positions.first()?;
    let policy = first.ladder_position.policy;
    let receipts = &view.dunning.rules.receipts;
    let course = plan_status(receipts, event, policy, view.on())?;
    let mut holds = first.ladder_position.holds.iter();
    let held = holds.find(|held| held.event.origin == event.origin)?;
    let counts = match course {
        PlanStatus::Fulfilled => false,
        PlanStatus::Running(_) => held.is_active_on(view.on()),
        // A plan that was released is no plan any more.
        PlanStatus::Missed { since, .. } => held.over_from == Some(since),
    };
    let currency = view.journal().invoices[first.invoice].currency;
    let came = receipts.counted_by_day(event.invoices(), event.date, view.on());
    counts.then(|| Plan {
        event,
        quote: view.archive.quote_entry(event.origin),
        course,
        terms: terms(event, came.into_values().sum()),
        about: About::of(*view, currency, positions),
    })
}

fn terms(event: &Event, mut came: Minor) -> Vec<Term> {
    let written = event.plan().map_or(&[][..], |plan| &plan.instalments);
    let mut terms = Vec::new();
    for instalment in written {
        let amount = instalment.amount.minor;
        let received = came.min(amount).max(Minor::ZERO);
        came -= received;
        terms.push(Term {
            amount,
            by: instalment.due,
            received,
        });
    }
    terms
}

/// What stands for a variable of a plan.
pub type Give = fn(&Plan<'_, '_>) -> Given;

/// What every letter about a plan may name of it.
pub static PLAN_TERMS: &[Known<Give>] = &[
    known(
        "plan_made",
        Sort::Day,
        "22 februari 2026",
        "the day of the plan",
        |plan| plan.about.view.day(Some(plan.event.date)),
    ),
    known(
        "terms",
        Sort::Block,
        "",
        "the parts of the plan: the day and the amount of each, and what came in for it where something did",
        |plan| Given::Parts(vec![LetterBlock::Table(plan.table())]),
    ),
    known(
        "term_count",
        Sort::Count,
        "3",
        "how many parts there are",
        |plan| Given::Count(plan.terms.len()),
    ),
    known(
        "plan_amount",
        Sort::Amount,
        "€ 300,00",
        "what the parts add up to",
        |plan| plan.about.positive(plan.total()),
    ),
    known(
        "plan_received",
        Sort::Amount,
        "€ 100,00",
        "what came in for the plan; empty where nothing did",
        |plan| plan.about.positive(plan.received()),
    ),
    known(
        "accelerate",
        Sort::YesNo,
        "",
        "whether all the rest is due at once when a part is missed",
        |plan| Given::Holds(plan.accelerates()),
    ),
    known(
        "signed",
        Sort::YesNo,
        "",
        "whether the customer signed the plan",
        |plan| Given::Holds(plan.signed() == Some(true)),
    ),
    known(
        "signature",
        Sort::Block,
        "",
        "lines for a name, a place, a day and a signature",
        |plan| Given::Parts(plan.signature()),
    ),
];
