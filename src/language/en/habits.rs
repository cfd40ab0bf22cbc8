//! The words of `behaviour` in English.

use crate::language::habits::{
    DsoCalculation, HabitLabels, HabitWords, LimitWords, NonPaymentReasonWords, PatternWords,
    format_count, format_half,
};

/// The words of `behaviour`.
pub const HABITS: HabitWords = HabitWords {
    title: "Payment behaviour",
    label: LABELS,
    pattern: PatternWords {
        too_few: "too few data",
        quiet: "nothing in the last 12 months",
        on_time: "on time",
        one_off: "late once",
        occasional: "sometimes late",
        recurring: "late again and again",
    },
    of_recent: |late, count| format!("{late} of {count} in the last 12 months"),
    too_few: |settled, enough| {
        let items = format_count(settled, "item", "items");
        format!("{items} paid; figures from {enough} on")
    },
    settled: |settled, on_time, percent| {
        let items = format_count(settled, "item", "items");
        match percent {
            Some(percent) => format!("{items}, {on_time} of them on time ({percent}%)"),
            None => format!("{items}, {on_time} of them on time"),
        }
    },
    format_lateness,
    days: |days| format!("{days} days after the due date"),
    trend: |days, [last, before]| {
        let (last, before) = (format_lateness(last), format_lateness(before));
        format!("{days}; median {last}, before that {before}")
    },
    overdue: |count, amount, days| {
        let items = format_count(count, "item", "items");
        let days = format_count(usize::try_from(days).unwrap_or(0), "day", "days");
        format!("{items}, {amount}, up to {days}")
    },
    lost: |count| format_count(count, "item", "items"),
    promises: |kept, broken| format!("{kept} kept, {broken} broken"),
    turnover: |count, amount| {
        let invoices = format_count(count, "invoice", "invoices");
        format!("{invoices}, together {amount} including VAT")
    },
    dso: |it| {
        let DsoCalculation {
            days,
            open,
            invoiced,
            period,
            from,
            to,
        } = it;
        format!(
            "DSO {days} days = {open} open ÷ {invoiced} invoiced × {period} days ({from} to {to}; including VAT, less \
             credit notes)"
        )
    },
    no_invoices: "Nothing has been invoiced to this customer yet.",
    no_friendly_contact: "none: all this customer hears is bills",
    items: "Paid items",
    reasons: "Reasons customers give",
    no_reasons: "No reason is written for anybody.",
    reason: NonPaymentReasonWords {
        forgot: "forgot",
        admin: "administration",
        cashflow: "no money",
        dissatisfied: "dissatisfied",
        dispute: "disputed",
        none: "no reason",
    },
    reason_counts: |times, verified, refuted| {
        let checked = [(verified, "true"), (refuted, "not true")];
        let checked = checked.iter().filter(|(count, _)| *count > 0);
        let checked: Vec<String> = checked
            .map(|(count, word)| format!("{count} {word}"))
            .collect();
        if checked.is_empty() {
            format!("{times}×")
        } else {
            format!("{times}× ({})", checked.join(", "))
        }
    },
    reason_advice: NonPaymentReasonWords {
        forgot: "What helps those who forget: a friendly reminder a week before the due date.",
        admin: "What helps where the administration goes wrong: send the invoice again with all its details, and ask \
                who approves it and when they pay.",
        cashflow: "What helps where there is no money: agree on instalments on fixed days, and ask for a deposit on \
                   new work.",
        dissatisfied: "What helps where the work did not please: settle the complaint first; no letter will help \
                       before that.",
        dispute: "What helps in a dispute: settle it first; the undisputed rest may be asked for as usual.",
        none: "Who gives no reason: ask, and find out whether it is true before you take further steps.",
    },
    limit: LIMITS,
};

const LIMITS: LimitWords = LimitWords {
    credit_limit: "Credit limit",
    of_limit: |limit, owed| format!("{limit}, of which {owed} is used"),
    above_limit: |limit, owed| format!("{limit}, but {owed} is open"),
    exceeded: "Above the limit",
    exceeded_with: |invoice, owed, day| format!("{day} with invoice #{invoice}: {owed}"),
    trial: "Trial",
    not_begun: |limit| format!("begins with the first invoice, limit {limit}"),
    trial_dates: |limit, from, over| format!("{from} to {over}, limit {limit}"),
    passed: |day, settled| {
        let items = format_count(settled, "item", "items");
        format!("passed on {day}: {items} paid, none late")
    },
    failed_above: |day, invoice, owed| {
        format!("failed: {owed} was open on {day}, with invoice #{invoice}")
    },
    failed_late: |day, invoice| {
        format!("failed: invoice #{invoice} was late on {day}, time for the bank included")
    },
    running: |settled| {
        let items = format_count(settled, "item", "items");
        format!("running: {items} paid, none late")
    },
    unproven: "its time is over, but nothing has been paid yet",
};

const LABELS: HabitLabels = HabitLabels {
    settled: "Paid",
    on_time: "On time",
    on_time_share: "On time (%)",
    median: "Median days",
    weighted: "Weighted days",
    worst: "Worst days",
    last_five: "Last five",
    pattern: "Pattern",
    overdue: "Late now",
    promises_kept: "Kept",
    promises_broken: "Broken",
    promises: "Promises",
    reasons: "Reasons",
    reason: "Reason",
    times: "Times",
    verified: "True",
    refuted: "Not true",
    since: "Customer since",
    friendly_contact: "Last friendly contact",
    turnover: "Turnover",
    dso: "DSO",
    settled_on: "Paid on",
    days: "Days late",
    median_fact: "Median",
    weighted_fact: "Weighted by amount",
    worst_fact: "Worst",
    written_off: "Written off",
    insolvent: "Insolvent since",
};

/// The days late as text, from a number of halves: 7 means 3.5 days.
pub fn format_lateness(halves: i64) -> String {
    let days = format_half(halves, '.');
    let days = if days == "1" {
        "1 day".to_owned()
    } else {
        format!("{days} days")
    };
    match halves {
        0 => "on the due date".to_owned(),
        1.. => format!("{days} after the due date"),
        _ => format!("{days} before the due date"),
    }
}
