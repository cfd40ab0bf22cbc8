//! The words of the lists over all customers in English.

use super::long_date::long_date;
use crate::language::overviews::{
    DetailPageWords, DeviationWords, ListWords, RecoveryWords, UnbilledWords,
};

/// The words of the lists over all customers.
pub const OVERVIEWS: ListWords = ListWords {
    show: DetailPageWords {
        policy: "policy",
        documents: "Documents",
        plans: "Payment plans",
        plan: "Plan of",
        part_paid: "paid",
        part_missed: "missed",
        part_open: "to come",
        plan_offered: "offered, not signed",
        plan_replaced: |day| format!("replaced on {day}"),
        plan_ended: |day| format!("ended on {day}"),
        agreed_version: |from| format!("version from {from}"),
        with: |name| format!("with {name}"),
        verified: |so| {
            if so {
                "checked: true"
            } else {
                "checked: not true"
            }
        },
        satisfied: |so| {
            if so {
                "content with the work"
            } else {
                "not content with the work"
            }
        },
        cost: |amount| format!("cost {amount}"),
        spent: |minutes| format!("{minutes} min"),
        first_contact: "First contact",
        contacted: |day, days| match days {
            0 => format!("{day}, on the first day it was late"),
            1 => format!("{day}, 1 day after it fell late"),
            _ => format!("{day}, {days} days after it fell late"),
        },
        commission: |commission| format!("commission {commission}"),
        less: "less",
        vat_rate: "VAT rate",
        net: "Net",
        vat: "VAT",
    },
    unbilled: UnbilledWords {
        title: "Delivered, to be invoiced",
        days: "Days ago",
        invoice_by: "Invoice by",
        nothing: |day| {
            format!(
                "Nothing delivered is left to invoice on {}.",
                long_date(day)
            )
        },
        hint: "An invoice takes a delivery off this list by naming its day: `delivered: DAY` below it.",
    },
    deviation: DeviationWords {
        title: "Deviations from the policy",
        what: "What",
        reason: "Reason",
        no_reason: "(none written)",
        accepted: "finding accepted",
        left_out: "left out",
        too_early: "too early",
        no_fee: "no fee asked",
        terms: "other terms",
        in_place_of: |own, of_policy| format!("{own} instead of {of_policy}"),
        due_in_place_of: |due, by_policy| format!("due {due} instead of {by_policy}"),
        nothing: |day| {
            format!(
                "Until {} no step was left out or taken too early, no fee of a step let go, nothing waived, written off or settled, no letters held, no other terms given, no plan or hand-over made against the policy, and no finding accepted.",
                long_date(day)
            )
        },
    },
    recovery: RecoveryWords {
        title: "What came in of what was late",
        class: |days| match days {
            0 => "late".to_owned(),
            _ => format!("over {days} days late"),
        },
        later_than: "How late",
        items: "Items",
        owed: "Open by then",
        received: "Came in since",
        percent: "In per cent",
        nothing: |day| format!("Nothing was late until {}.", long_date(day)),
        basis: "Each item counts in every row that it became late enough for, with what was open of it at that moment; credit notes are taken off. What is still open may come in yet. With fewer than three items no share is given.",
        advice: |items, days, percent| {
            let late = match days {
                0 => "late".to_owned(),
                _ => format!("more than {days} days late"),
            };
            format!(
                "Of {items} items that were {late}, {percent}% of what was open came in so far (`tegoed recovery`). If that holds here as well: `--chance {percent}%`."
            )
        },
    },
};
