//! Plans of a customer that count on the day: their terms, what came in for each, and how they stand.

use super::invoice_facts::{InvoiceFacts, with_invoice_variables};
use super::letter_content::RequestedAmount;
use super::letter_input::LetterInput;
use super::letter_table::{TableColumn, build_table_of};
use crate::document::letter::{LetterBlock, LetterTable};
use crate::dunning::arrangement_status::{PlanStatus, plan_status};
use crate::dunning::dunning_state::ItemPosition;
use crate::journal::model::Event;
use crate::letter::templates::variable::{TemplateValue, Variable};
use crate::letter::templates::variable_list::{
    VariableDef, amount, block, count, day, find_value, flag, variables_of,
};
use crate::value::money::Minor;
use chrono::NaiveDate;

/// A plan about invoices that are open.
pub struct PlanFacts<'a, 'j> {
    /// The `plan` entry.
    pub event: &'j Event,
    /// How it stands.
    pub status: PlanStatus,
    /// Its parts, each with what came in for it.
    pub instalments: Vec<InstalmentProgress>,
    /// The open items of its invoices.
    pub invoice_facts: InvoiceFacts<'a, 'j>,
}

/// A part of a plan.
#[derive(Clone, Copy, Debug)]
pub struct InstalmentProgress {
    /// The amount in minor units.
    pub amount: Minor,
    /// The last day to pay it.
    pub by: NaiveDate,
    /// What came in for it, the parts before it served first.
    pub received: Minor,
}

impl PlanFacts<'_, '_> {
    /// Whether a part that is missed makes all the rest due.
    fn has_acceleration(&self) -> bool {
        self.event.plan().is_some_and(|plan| plan.accelerate)
    }

    /// Whether the customer signed it, where that is said.
    pub fn is_signed(&self) -> Option<bool> {
        self.event.plan()?.signed
    }

    /// What the parts add up to.
    pub fn total(&self) -> Minor {
        self.instalments.iter().map(|term| term.amount).sum()
    }

    /// What came in for them.
    fn received_amount(&self) -> Minor {
        self.instalments.iter().map(|term| term.received).sum()
    }

    /// What is still to be paid of the first part of which something is missing, by its day.
    pub fn next_request(&self) -> Option<RequestedAmount> {
        let mut terms = self.instalments.iter();
        let next = terms.find(|term| term.received < term.amount)?;
        let missing = next.amount - next.received;
        Some(RequestedAmount::new(missing, Some(next.by)))
    }

    /// Lines to sign on.
    fn signature_lines(&self) -> Vec<LetterBlock> {
        let words = self.invoice_facts.input.extra_letter_words();
        let line = "_".repeat(SIGNATURE_LINE_LENGTH);
        let labels = words.signature.iter();
        vec![LetterBlock::Facts(
            labels
                .map(|label| ((*label).to_owned(), line.clone()))
                .collect(),
        )]
    }

    /// The parts; what came in for each, where something did.
    fn to_table(&self) -> LetterTable {
        let about = &self.invoice_facts;
        let (label, words) = (about.input.letter_words(), about.input.extra_letter_words());
        let money = |minor| about.format_amount(minor);
        let terms: Vec<Term<'_>> = (1_usize..).zip(&self.instalments).collect();
        let total = label.totals.table_total.to_owned();
        let mut columns = vec![
            TableColumn::words(words.instalment, |(place, _): &Term<'_>| place.to_string())
                .with_total(total),
            TableColumn::words(words.by, |(_, term): &Term<'_>| (label.style.day)(term.by)),
            TableColumn::amounts(label.label.amount, |(_, term): &Term<'_>| {
                money(term.amount)
            })
            .with_total(money(self.total())),
        ];
        if self.received_amount().is_positive() {
            let received =
                TableColumn::amounts(words.received, |(_, term): &Term<'_>| money(term.received));
            columns.push(received.with_total(money(self.received_amount())));
        }
        build_table_of(&terms, &columns)
    }
}

/// A part of a plan and its place, from 1.
type Term<'t> = (usize, &'t InstalmentProgress);

/// How long a line to sign on is, in characters.
const SIGNATURE_LINE_LENGTH: usize = 30;

/// The plans of a customer about what is open and ours to collect, the oldest first. One that was released or
/// replaced, or whose parts are all paid, is none.
pub fn find_plans<'a, 'j>(input: &LetterInput<'a, 'j>) -> Vec<PlanFacts<'a, 'j>> {
    let plans = input.group_by_entry(
        input.collectable_positions(),
        |position| input.dunning().history_of_invoice(position.invoice).plans(),
        |_, event| (event.date, event.origin),
    );
    plans
        .filter_map(|(event, positions)| build_plan_facts(input, event, positions))
        .collect()
}

fn build_plan_facts<'a, 'j>(
    input: &LetterInput<'a, 'j>,
    event: &'j Event,
    positions: Vec<&'a ItemPosition<'j>>,
) -> Option<PlanFacts<'a, 'j>> {
    let first = positions.first()?;
    let policy = first.ladder_position.policy;
    let receipts = &input.dunning().rules.receipts;
    let status = plan_status(receipts, event, policy, input.as_of())?;
    let mut holds = first.ladder_position.holds.iter();
    let held = holds.find(|held| held.event.origin == event.origin)?;
    let counts = match status {
        PlanStatus::Fulfilled => false,
        PlanStatus::Running(_) => held.is_active_on(input.as_of()),
        // A plan that was released is no plan any more.
        PlanStatus::Missed { since, .. } => held.over_from == Some(since),
    };
    let currency = input.journal().invoices[first.invoice].currency;
    let received = receipts.counted_by_day(event, input.as_of());
    counts.then(|| PlanFacts {
        event,
        status,
        instalments: allocate_to_instalments(event, received.values().copied().sum()),
        invoice_facts: InvoiceFacts::new(*input, currency, positions),
    })
}

fn allocate_to_instalments(event: &Event, mut left: Minor) -> Vec<InstalmentProgress> {
    let written = event.plan().map_or(&[][..], |plan| &plan.instalments);
    let mut terms = Vec::new();
    for instalment in written {
        let amount = instalment.amount.minor;
        let received = left.min(amount).max(Minor::ZERO);
        left -= received;
        terms.push(InstalmentProgress {
            amount,
            by: instalment.due,
            received,
        });
    }
    terms
}

impl<'a, 'j: 'a> PlanFacts<'a, 'j> {
    /// What every letter about a plan may name of it.
    pub const VARIABLES: &'a [VariableDef<Self>] = &[
        day(
            "plan_made",
            "22 februari 2026",
            "the day of the plan",
            |plan| Some(plan.event.date),
        ),
        block(
            "terms",
            "the parts of the plan: the day and the amount of each, and what came in for it where something did",
            |plan| vec![LetterBlock::Table(plan.to_table())],
        ),
        count("term_count", "3", "how many parts there are", |plan| {
            plan.instalments.len()
        }),
        amount(
            "plan_amount",
            "€ 300,00",
            "what the parts add up to",
            Self::total,
        ),
        amount(
            "plan_received",
            "€ 100,00",
            "what came in for the plan; empty where nothing did",
            Self::received_amount,
        ),
        flag(
            "accelerate",
            "whether all the rest is due at once when a part is missed",
            Self::has_acceleration,
        ),
        flag("signed", "whether the customer signed the plan", |plan| {
            plan.is_signed() == Some(true)
        }),
        block(
            "signature",
            "lines for a name, a place, a day and a signature",
            Self::signature_lines,
        ),
    ];
}

impl PlanFacts<'_, '_> {
    /// What stands for a variable of facts about a plan: of their own list, of the plan, or of its invoices.
    pub fn find_value_with<T>(
        &self,
        own: &[VariableDef<T>],
        facts: &T,
        name: &str,
    ) -> Option<(&'static str, TemplateValue)> {
        let (about, format) = (&self.invoice_facts, self.invoice_facts.format());
        find_value(own, name, facts, format)
            .or_else(|| find_value(Self::VARIABLES, name, self, format))
            .or_else(|| about.find_value(name))
    }
}

/// What every letter about a plan may name of it, and of its invoices.
pub fn plan_variables() -> Vec<&'static Variable> {
    with_invoice_variables(PlanFacts::VARIABLES)
}

/// What a letter about a plan may name: variables of its own, and those of the plan and of its invoices.
pub fn with_plan_variables<T>(own: &'static [VariableDef<T>]) -> Vec<&'static Variable> {
    [variables_of(own), plan_variables()].concat()
}
