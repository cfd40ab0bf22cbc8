//! Plans that are longer than the policy allows, or one more than it does.

use super::deviation::{Deviation, is_accepted};
use crate::document::Cell;
use crate::dunning::plan_limits::{PlanExcess, PlanLimit, find_plan_excesses};
use crate::report::shared::labels;
use crate::report::shared::report_input::ReportInput;
use crate::report::shared::timeline::invoice_list_cell;
use crate::text::span::Origin;
use std::collections::BTreeSet;

/// The finding of `check` about the same.
const PLAN_BEYOND_POLICY: &str = "C018";

/// Each such plan once, with its reason.
pub fn find_deviations(input: ReportInput<'_>) -> Vec<Deviation> {
    let mut told: BTreeSet<Origin> = BTreeSet::new();
    let mut excesses = find_plan_excesses(input.day.journal);
    excesses.retain(|it| {
        !is_accepted(input, it.plan.origin, PLAN_BEYOND_POLICY) && told.insert(it.plan.origin)
    });
    let excesses = excesses.iter();
    excesses.map(|excess| deviation(input, excess)).collect()
}

fn deviation(input: ReportInput<'_>, excess: &PlanExcess<'_>) -> Deviation {
    let plan = excess.plan;
    let last = match excess.limit {
        PlanLimit::Longest { last, .. } => Some(last),
        PlanLimit::Most { .. } => None,
    };
    Deviation {
        date: Some(plan.date),
        customer: plan.customer,
        invoice: invoice_list_cell(input, plan.invoices().collect::<Vec<_>>().into_iter()),
        kind: labels::event_label(plan.kind(), input.language),
        detail: Cell::Empty,
        until: last,
        amount: None,
        reason: input.day.source_lookup.free_text(plan.origin),
        origin: plan.origin,
    }
}
