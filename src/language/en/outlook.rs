//! What may be expected to come in, in English.

use crate::language::habits::many;
use crate::language::outlook::{OutlookKinds, OutlookLabels, OutlookReasons, OutlookWords};

use super::habits::lateness;

/// What `forecast` says.
pub const OUTLOOK: OutlookWords = OutlookWords {
    title: "Expected receipts",
    items: "What it rests on",
    label: OutlookLabels {
        week: "Week of",
        promised: "Promised",
        planned: "By plan",
        by_habit: "By habit",
        by_terms: "On due date",
        amount: "Amount",
        items: "Items",
        cumulative: "Running total",
        expected: "Expected on",
        why: "Why",
    },
    kind: OutlookKinds {
        later: "later",
        unknown: "unknown",
        disputed: "disputed",
        held: "on hold",
        handed_over: "handed over",
        insolvent: "insolvent",
    },
    why: OutlookReasons {
        promised: "promised",
        planned: "term of the plan",
        usual: |days, items| {
            let items = many(items, "item", "items");
            format!("usually {} ({items})", lateness(days))
        },
        recovered: |days, items| {
            let items = many(items, "earlier item", "earlier items");
            format!("as {items} that were so late: {}", lateness(days))
        },
        due: "due date; too few data yet",
        too_few: "late; too few data yet",
        too_late: |items, of| format!("later than usual: {items} of {of} items were ever so late"),
        broken: "promised, and not kept",
        no_due_date: "not due before delivery",
        disputed: "disputed",
        held: "we wait",
        handed_over: "somebody else collects",
        insolvent: "insolvent; file the claim",
    },
    rests: "Rests on promises, plans and how late each customer usually pays; not on a feeling.",
    liquidity: |late, expected| {
        format!("{late} is late. In these weeks {expected} may be expected to come in.")
    },
    ask: |amount| {
        format!("Nobody can say when {amount} will come in. Call, and write down a promise.")
    },
    on_account: |amount| {
        format!("{amount} is on account; it is in already and will not come again.")
    },
};
