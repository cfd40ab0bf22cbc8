//! The words of `advice` in English.

use crate::language::advice::{
    AdviceLabels, AdviceRemarks, AdviceWords, CostWords, EffortSummary, RemedyWords, VerdictWords,
    format_minutes,
};
use crate::language::habits::format_count;

/// The words of `advice`.
pub const ADVICE: AdviceWords = AdviceWords {
    title: |invoice| format!("What to do with invoice {invoice}"),
    label: AdviceLabels {
        open: "Open",
        effort: "Spent so far",
        letter: "Last letter",
        relation: "Relation",
        place: "Place",
        remedy: "Remedy",
        chance: "Chance",
        expected: "Expected",
        cost: "Cost",
        result: "Brings",
        break_even: "At least (%)",
        verdict: "Verdict",
        why: "What the cost is",
    },
    remedy: RemedyWords {
        self_collection: "go on oneself",
        agency: "collection agency",
        lawyer: "lawyer",
        court: "court",
        stop: "stop",
    },
    verdict: VerdictWords {
        best: "best",
        worthwhile: "worth it",
        not_worthwhile: "not worth it",
        worthwhile_from_chance: |least| match least {
            0 => "at any chance".to_owned(),
            _ => format!("from a chance of {least}%"),
        },
        cost_unknown: "cost unknown",
        below_threshold: "too small for help",
        not_yet: "not yet",
        no_handover: "not with this customer",
        insolvent: "customer is insolvent",
        no_further_cost: "costs nothing more",
    },
    cost: CostWords {
        time: |minutes, worth| time_with_value(minutes, worth),
        time_as_before: |minutes, worth| format!("another {}", time_with_value(minutes, worth)),
        fee: |fee| format!("{fee} in any case"),
        share: |share| format!("{share} of what comes in"),
        court: |fee| format!("{fee} court fee"),
    },
    remark: REMARKS,
    asked: |asked| format!("; {asked} may be asked now"),
    open: |amount, late| match late {
        Some(days) if days > 0 => {
            let days = format_count(usize::try_from(days).unwrap_or(0), "day", "days");
            format!("{amount}, {days} late")
        }
        _ => format!("{amount}, not late yet"),
    },
    effort: |it| {
        let EffortSummary {
            minutes,
            worth,
            costs,
            percent,
            is_at_least,
        } = it;
        let mut parts: Vec<String> = Vec::new();
        if *minutes > 0 {
            parts.push(time_with_value(*minutes, worth.as_deref()));
        }
        parts.extend(costs.iter().cloned());
        let sum = parts.join(" and ");
        match (sum.is_empty(), percent) {
            (true, _) => "nothing written down".to_owned(),
            (_, Some(percent)) => {
                let least = if *is_at_least { "at least " } else { "" };
                format!("{sum}; {least}{percent}% of what is open")
            }
            _ => sum,
        }
    },
    relation: |invoices, since, turnover, pattern| {
        let invoices = format_count(invoices, "invoice", "invoices");
        format!("{invoices} since {since}, together {turnover}; {pattern}")
    },
    no_letter: "none",
    nothing_open: "Nothing of this invoice is open.",
};

const REMARKS: AdviceRemarks = AdviceRemarks {
    best: |remedy, amount| format!("The best: {remedy}; it may be expected to bring {amount}."),
    best_stop: "The best: stop. No other remedy brings more than it costs.",
    plan_goes_on: |day| {
        format!(
            "A payment plan of {day} goes on: ask only what was missed of it, or decide to end it (`release`)."
        )
    },
    conceded: "An amount was conceded: write the credit note first.",
    no_chance: "Chances are not made up here. Say what they are: `--chance self=60% --chance agency=70%`, or `--chance \
                60%` for all. Until then the page tells how large the chance must be at least.",
    no_hourly_rate: "Your own time costs nothing here. With `--hour 60` an hour counts for 60.",
    no_agency_share: "It is not written what an agency keeps: say it with `--agency 15%`.",
    no_lawyer_fee: "It is not written what a lawyer asks: say it with `--lawyer 250`.",
    court_source: |source, doubt| match doubt {
        Some(doubt) => format!("Court fee by {source} ({doubt})."),
        None => format!("Court fee by {source}."),
    },
    court_stale: |day| format!("Court fees were checked until {day}; the amount is provisional."),
    court_fee_before_table: |day| match day {
        Some(day) => format!("Court fees are known here from {day} on."),
        None => "Court fees are not known here.".to_owned(),
    },
    no_law: "No court fees are known for the country of this customer, or for this currency.",
    court_fee_of_whole: |[claim, fee, open, lower]| {
        format!(
            "The court fee follows all that is claimed: {fee} for {claim}, interest and costs included. Who claims the \
             {open} alone pays {lower}."
        )
    },
    needs_lawyer: "A claim of this size goes to the court for larger claims: a lawyer is obligatory there.",
    court_without_bailiff: "What a bailiff asks for the summons is not counted.",
    court_fee_recovery: "Who wins usually gets the court fee back; that is not counted on.",
    court_place: |place| {
        format!(
            "The court is where the customer is: {place}. Count the journey with `--time court=3h`."
        )
    },
    insolvent: |day| {
        format!(
            "The customer is insolvent since {day}: file the claim with the trustee or administrator."
        )
    },
    no_handover: "This customer does not go to an agency: so it stands with the customer (`no: agency`).",
    steps_left: |stage, day| match day {
        Some(day) => format!(
            "First yourself: the step {stage} is possible from {day}. Only then somebody else."
        ),
        None => format!("First yourself: the step {stage} is not done. Only then somebody else."),
    },
    below_threshold: |least| {
        format!("Below {least} help from outside costs too much: go on yourself, or stop.")
    },
    disputed: "The invoice is disputed: settle the dispute first.",
    handed_over: "The invoice is handed over already.",
    effort_exceeds_open: "More has been spent on it than is open.",
    relation: |turnover| {
        format!("Handing it over may cost you the customer, who has bought for {turnover} so far.")
    },
    vat: |amount, day| {
        format!(
            "There is {amount} of VAT in it. If it stays unpaid that can be asked back, on {day} at the latest."
        )
    },
    vat_now: |amount, day| format!("{amount} of VAT can be asked back, since {day}."),
    vat_again: |amount, day| format!("{amount} of VAT is owed again, since {day}."),
    decision_entry: |line| format!("Write the decision down, with the reason:\n{line}"),
    decision_text: "Decided: … because …",
    not_advice: "Gathered from public sources by people who are not lawyers; no legal advice.",
};

fn time_with_value(minutes: u64, worth: Option<&str>) -> String {
    let time = format_minutes(minutes, "h", ["minute", "minutes"]);
    worth.map_or_else(|| time.clone(), |worth| format!("{time} ({worth})"))
}
