//! The promised and planned amounts that have not come in yet, by invoice.
//!
//! A promise about several invoices covers them in the order in which it names them. So does a plan.

use super::expected_receipt::{ForecastReason, ReceiptTiming};
use super::open_invoice::OpenInvoice;
use crate::dunning::arrangement_status::plan_parts;
use crate::dunning::dunning_state::DunningState;
use crate::dunning::hold::Hold;
use crate::journal::model::{Event, InvoiceIx};
use crate::value::money::Minor;
use std::collections::BTreeMap;

/// A part of an invoice that was promised or planned for a day.
#[derive(Clone, Copy, Debug)]
pub struct PromisedAmount<'j> {
    /// The amount in minor units; `None` means the whole rest.
    pub amount: Option<Minor>,
    /// When it is expected, but not before the as-of day; of a part of a plan that was missed nobody can say.
    pub timing: ReceiptTiming,
    /// The promise or plan behind it.
    pub reason: ForecastReason<'j>,
}

/// The promised and planned amounts, by invoice.
#[derive(Debug, Default)]
pub struct PromisedAmounts<'j>(BTreeMap<InvoiceIx, Vec<PromisedAmount<'j>>>);

impl<'j> PromisedAmounts<'j> {
    /// Collects the amounts of promises and plans that are in force.
    pub fn from_open_invoices(dunning: &DunningState<'j>, cases: &[OpenInvoice<'j>]) -> Self {
        let mut arranged = Self::default();
        for hold in [Hold::Promise, Hold::Plan] {
            for (event, open) in active_arrangements(cases, hold) {
                let is_missed = |case: &OpenInvoice<'_>| {
                    case.missed_plan
                        .is_some_and(|plan| plan.origin == event.origin)
                };
                let slices = if hold == Hold::Promise {
                    remaining_promise(dunning, event)
                } else {
                    let is_missed = cases.iter().any(is_missed);
                    let slices = remaining_instalments(dunning, event, is_missed);
                    arranged.without_promised(event, slices)
                };
                arranged.allocate_to_invoices(event, &open, slices);
            }
        }
        arranged
    }

    /// The promised and planned amounts of an invoice, promises first; may be empty.
    pub fn of_invoice(&self, invoice: InvoiceIx) -> &[PromisedAmount<'j>] {
        self.0.get(&invoice).map_or(&[], Vec::as_slice)
    }

    /// The parts of a plan without what was promised of its invoices: a promise is about the earliest of them.
    fn without_promised(
        &self,
        plan: &Event,
        mut parts: Vec<PromisedAmount<'j>>,
    ) -> Vec<PromisedAmount<'j>> {
        let promised = plan
            .invoices()
            .flat_map(|invoice| self.of_invoice(invoice).iter());
        let mut promised: Minor = promised.filter_map(|it| it.amount).sum();
        for part in &mut parts {
            let taken = part.amount.unwrap_or_default().min(promised);
            promised -= taken;
            part.amount = part.amount.map(|left| left - taken);
        }
        parts
    }

    /// Assigns an arranged amount to invoices: the first one named gets as much as it has open, then the next.
    fn allocate_to_invoices(
        &mut self,
        event: &'j Event,
        open: &BTreeMap<InvoiceIx, Minor>,
        mut slices: Vec<PromisedAmount<'j>>,
    ) {
        for invoice in event.invoices() {
            let Some(open) = open.get(&invoice) else {
                continue;
            };
            let mut room = *open;
            for slice in &mut slices {
                let part = slice.amount.map_or(room, |left| left.min(room));
                if !part.is_positive() {
                    continue;
                }
                room -= part;
                slice.amount = slice.amount.map(|left| left - part);
                self.0.entry(invoice).or_default().push(PromisedAmount {
                    amount: Some(part),
                    ..*slice
                });
            }
        }
    }
}

/// The promises, or the plans, that are in force, each with its invoices and their open amounts.
fn active_arrangements<'j>(
    cases: &[OpenInvoice<'j>],
    hold: Hold,
) -> Vec<(&'j Event, BTreeMap<InvoiceIx, Minor>)> {
    let mut found: BTreeMap<u32, (&'j Event, BTreeMap<InvoiceIx, Minor>)> = BTreeMap::new();
    for case in cases {
        let missed = case.missed_plan.filter(|_| hold == Hold::Plan);
        if let Some(event) = missed.or_else(|| case.holding_event(hold)) {
            let mut open = Minor::ZERO;
            for (_, amount) in &case.open_items {
                open += *amount;
            }
            let (_, invoices) = found
                .entry(event.origin.0)
                .or_insert_with(|| (event, BTreeMap::new()));
            invoices.insert(case.invoice, open);
        }
    }
    found.into_values().collect()
}

/// The rest of a promise. A promise without an amount covers everything that is open.
fn remaining_promise<'j>(
    dunning: &DunningState<'j>,
    promise: &'j Event,
) -> Vec<PromisedAmount<'j>> {
    let as_of = dunning.ledger.as_of;
    let (Some(made), Some(_)) = (promise.promise(), promise.invoice) else {
        return Vec::new();
    };
    let (_, received) = dunning.rules.promise_outcome(promise);
    let slice = made.deadline.map(|by| PromisedAmount {
        amount: made.amount.map(|promised| promised.minor - received),
        timing: ReceiptTiming::On(by.max(as_of)),
        reason: ForecastReason::Promise(promise),
    });
    slice.into_iter().collect()
}

/// The instalments of a plan that are not paid yet. What came in for its invoices paid the first instalments.
fn remaining_instalments<'j>(
    dunning: &DunningState<'j>,
    plan: &'j Event,
    is_missed: bool,
) -> Vec<PromisedAmount<'j>> {
    let as_of = dunning.ledger.as_of;
    let receipts = &dunning.rules.receipts;
    let counted = receipts.counted_by_day(plan, as_of);
    let mut came = Minor::ZERO;
    for amount in counted.values() {
        came += *amount;
    }
    let grace = plan.invoice.and_then(|invoice| {
        let policy = dunning.rules.policies.policy_of_invoice(invoice, as_of);
        policy.plan_grace
    });
    let mut slices = Vec::new();
    for part in plan_parts(receipts, plan, grace) {
        let met = came.min(part.amount.minor).max(Minor::ZERO);
        came -= met;
        let (timing, reason) = match part.due {
            Some(due) if is_missed && due < as_of => {
                (ReceiptTiming::Unknown, ForecastReason::MissedPart(plan))
            }
            due => {
                let agreed = Some(part.agreed).filter(|agreed| *agreed >= as_of);
                let day = agreed.or(due).unwrap_or(as_of).max(as_of);
                (ReceiptTiming::On(day), ForecastReason::Plan(plan))
            }
        };
        slices.push(PromisedAmount {
            amount: Some(part.amount.minor - met),
            timing,
            reason,
        });
    }
    slices
}
