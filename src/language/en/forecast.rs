//! The words of `forecast` in English.

use crate::language::forecast::{ForecastKinds, ForecastLabels, ForecastReasons, ForecastWords};
use crate::language::habits::format_count;

use super::habits::format_lateness;

/// The words of `forecast`.
pub const FORECAST: ForecastWords = ForecastWords {
    title: "Expected receipts",
    items: "What it rests on",
    label: ForecastLabels {
        week: "Week of",
        promised: "Promised",
        planned: "By plan",
        by_habit: "By habit",
        by_terms: "On due date",
        amount: "Amount",
        items: "Items",
        cumulative: "Running total",
        expected: "Expected on",
        reason: "Why",
    },
    kind: ForecastKinds {
        later: "later",
        unknown: "unknown",
        disputed: "disputed",
        conceded: "to be credited",
        held: "on hold",
        handed_over: "handed over",
        insolvent: "insolvent",
    },
    reason: ForecastReasons {
        promise: "promised",
        plan: "term of the plan",
        missed_part: "a part of a payment plan was missed",
        usual_days: |days, items| {
            let items = format_count(items, "item", "items");
            format!("usually {} ({items})", format_lateness(days))
        },
        usual_when_late: |days, items| {
            let items = format_count(items, "earlier item", "earlier items");
            format!("as {items} that were so late: {}", format_lateness(days))
        },
        due_date: "due date; too few data yet",
        too_few: "late; too few data yet",
        too_late: |items, of| format!("later than usual: {items} of {of} items were ever so late"),
        broken_promise: "promised, and not kept",
        no_due_date: "not due before delivery or a milestone",
        disputed: "disputed",
        conceded: "conceded: a credit note follows",
        held: "we wait",
        handed_over: "somebody else collects",
        insolvent: "insolvent; file the claim",
    },
    basis: "Rests on promises, plans and how late each customer usually pays; not on a feeling.",
    liquidity: |late, expected| {
        format!("{late} is late. In these weeks {expected} may be expected to come in.")
    },
    waits_for_work: |amount| {
        format!(
            "{amount} falls due when the work it waits for is done or delivered. Write that down when it is."
        )
    },
    unknown_date: |amount| {
        format!("Nobody can say when {amount} will come in. Call, and write down a promise.")
    },
    on_account: |amount| {
        format!("{amount} is on account; it is in already and will not come again.")
    },
};
