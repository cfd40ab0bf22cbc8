//! The words for stages, holds and tasks in English.

use super::long_date::long_date;
use crate::language::dunning::{
    ActionWords, BlockerWords, DunningHeadings, DunningWords, RemedyOfReason, TaskReasonWords,
    WaitWords,
};

/// The words for stages, holds and tasks.
pub const DUNNING: DunningWords = DunningWords {
    worklist: "Work list",
    stages: "Where each open item stands",
    heading: DunningHeadings {
        since: "Since",
        action: "What to do",
        channel: "How",
        owner: "Who",
        reason: "Why",
        stage_date: "Sent on",
        hold_until: "On hold through",
        not_asked: "Not asked now",
        next_stage: "Next step",
        next_date: "Possible from",
        blocked_by: "Waits for",
    },
    stage: |name| {
        Some(match name {
            "courtesy" => "courtesy reminder",
            "final" => "final notice",
            "promise-broken" => "promise not kept",
            "instalment-missed" => "instalment not paid",
            _ => return None,
        })
    },
    blocker: BlockerWords {
        bank_stale: "newer bank data",
        unallocated_money: "money nobody placed",
        credit_covers_overdue: "credit covers the debt",
        below_tolerance: "too little open",
        below_minimum: "too small for a letter",
        no_agency: "not to be handed over",
        self_below: "small: collected by ourselves",
        no_channel: "no channel allowed",
        barred: "claim is barred",
    },
    action: ActionWords {
        bank: "enter bank data",
        find_payer: "find the payer",
        allocate: "place a payment",
        use_credit: "use credit",
        refund: "pay back or keep",
        promise_broken: "promise not kept",
        instalment_missed: "instalment not paid",
        settlement_lapsed: "settlement lapsed",
        send: |stage, ways| match ways {
            "" => format!("send {stage}"),
            _ => format!("send {stage} ({ways})"),
        },
        phone: "call",
        follow_up: "follow up",
        invoice: "write the invoice",
        propose_plan: "propose a plan",
        send_invoice: "send the invoice again",
        open_dispute: "write the complaint down",
        dispute: "answer the complaint",
        credit_note: "send a credit note",
        hold: "hold without an end",
        handover: "hand over",
        write_costs: "write costs",
        file_claim: "file the claim",
        suspension: "delivered while suspended",
        resume: "resume the work",
        decide: "decide",
        close: "close",
        limitation: "keep it alive",
        vat_reclaim: "ask VAT back",
        vat_due_again: "pay VAT again",
    },
    reason: TaskReasonWords {
        due: |day| format!("due {day}"),
        gap: |day| format!("last letter {day}"),
        skipped: |day| format!("step left out on {day}"),
        deadline: |sent, until| format!("letter of {sent} gave until {until}"),
        hold_over: |hold, day| format!("{hold} of {day} is over"),
        plan_part_missed: |day| format!("instalment of {day} missed"),
        reversal: |day| format!("payment reversed on {day}"),
        call_open: |day| format!("letter sent on {day}, not called yet"),
        letter_spoken: |day| format!("spoken on {day}, which is no letter: send it in writing"),
        letter_too_short: |day| format!("letter of {day} gave too short a term: send a new one"),
        letter_asked_less: |day| {
            format!("letter of {day} did not ask all that is asked now: send a new one")
        },
        call_missed: |day| format!("no answer on {day}, call again"),
        barred_handover: "no hand-over to an agency allowed: talk it over, agree on a plan, ask a lawyer or the court, or write off",
        self_below: "less than `self-below` of the policy, so nobody else is asked: talk it over, agree on a plan, or write off",
        delivered: |day, words| match words {
            "" => format!("delivered on {day}, no invoice yet"),
            _ => format!("delivered on {day}, no invoice yet: {words}"),
        },
        barred_step: |step| {
            format!(
                "no allowed way for the step {step}: talk it over, ask for another address, agree on a plan, ask a lawyer or the court, or write off"
            )
        },
        below_minimum: |day| {
            format!(
                "less than the minimum for a letter, due {day}: ask on the phone, add to the next letter, or write off"
            )
        },
        broken_promise: |promised, by, received| {
            let promised = promised.map_or_else(|| "to pay".to_owned(), str::to_owned);
            let by = by.map_or_else(String::new, |by| format!(" by {by}"));
            format!("promised {promised}{by}, received {received}")
        },
        nothing_received: "nothing",
        missed_instalments: |missing, days, count| {
            let parts = if count > 1 { "terms" } else { "term" };
            match missing {
                Some(missing) => format!("{missing} of the {parts} of {days} not received"),
                None => format!("the {parts} of {days} received too late"),
            }
        },
        costs_owed: |entry| {
            format!(
                "{entry}\nthe term of the last letter is over; who leaves them says so in a `note`"
            )
        },
        all_due: |amount| format!("all is therefore due: {amount}"),
        reason_given: |day, reason, remedy| {
            let help = match remedy {
                RemedyOfReason::Plan => {
                    "agree on instalments on fixed days, and write down a `plan` or a `promise`"
                }
                RemedyOfReason::Invoice => {
                    "send the invoice again with all its details, and write down the `email`"
                }
                RemedyOfReason::Dispute => "ask what is wrong, and write down a `dispute`",
            };
            format!("{day}, {reason}: {help}")
        },
        untrue_stories: |count, day| {
            format!(
                "{count} stories did not check out, the last on {day}: think of leaving steps out (`skip …` with the reason), or write down why not (`note`)"
            )
        },
        no_reason_told: |count, day| {
            format!(
                "{count} times the customer would not tell why he does not pay, the last on {day}: think of leaving steps out (`skip …` with the reason), or write down why not (`note`)"
            )
        },
        delivered_meanwhile: |day| {
            format!(
                "the work is suspended since the letter of {day}: go on, with the reason in a `note`, or end the suspension with `release`"
            )
        },
        suspension_paid: |day| {
            format!(
                "all of the letter of {day} is paid: tell the customer, and write that down (or `release`)"
            )
        },
        appointment: |day, words| {
            let words = words.trim_end_matches('.');
            let about = if words.is_empty() { "" } else { ": " };
            format!(
                "appointment for {day}{about}{words}; write down whether it was kept (`outcome: held` or `missed`)"
            )
        },
        appointment_missed: |day, told, words| {
            let words = words.trim_end_matches('.');
            let about = if words.is_empty() { "" } else { ": " };
            let told = if told == day {
                String::new()
            } else {
                format!(", written on {told}")
            };
            format!(
                "the appointment for {day} was not kept{told}{about}{words}; make a new one, with its day as `follow-up:`"
            )
        },
        ways_for_a_plan: "call, change the plan (`plan`) or end it (`release`)",
        follow_up_noted: |day, words| match words {
            "" => format!("noted on {day}"),
            _ => format!("{day}: {words}"),
        },
        open_entry: |day, words| match words {
            "" => format!("since {day}"),
            _ => format!("since {day}: {words}"),
        },
        ladder_exhausted: |day| {
            format!(
                "every step is done, the last on {day}: call, agree on a plan, hand over, go to court, or write off"
            )
        },
        payer_unknown: |text, candidate| {
            let asked = "who paid? Replace `unknown` by the customer or the invoice";
            let quoted = match text {
                "" => asked.to_owned(),
                text => format!("“{text}”: {asked}"),
            };
            match candidate {
                Some((number, name)) => {
                    format!("{quoted}; #{number} of {name} is open for just this amount")
                }
                None => quoted,
            }
        },
        nothing_open_for_payment: |refund| {
            format!("nothing is open for it: `{refund}`, or `on-account` to keep it")
        },
        nothing_open_for_credit: |refund, customer| {
            format!("nothing is open for it: `{refund}`, or `note @{customer}` to keep it")
        },
        only_charges: "principal paid, costs or interest open: claim them (`claim`), or `waive`",
        lapsed_settlement: |amount, by| format!("{amount} by {by} not received"),
        below_tolerance: |line| format!("too little to ask for: {line}"),
        bank_ends: |day| format!("bank data end on {day}"),
        vat: |vat| format!("{vat} of VAT"),
        vat_at_rate: |vat, rate| format!("{vat} at {rate}"),
        vat_of_insolvent: |day| format!("insolvent since {day}"),
        vat_written_off: |day| format!("written off on {day}"),
        vat_settled: |day| format!("settled for less on {day}"),
        vat_credit_paid_out: |day| {
            format!("given up, and the money of a credit note for it paid out on {day}")
        },
        limitation_end: |day| format!("barred after {day}"),
        barred_claim: |day| {
            format!(
                "barred after {day}: look for a demand, payment or promise that the journal lacks, ask without pressing, or write off"
            )
        },
    },
    nothing_to_do: |day| format!("Nothing to do on {}.", long_date(day)),
    nothing_for_owner: |day, name| format!("Nothing to do for {name} on {}.", long_date(day)),
    unknown_owner: |name| {
        format!(
            "No `owner` in the journal is called \"{name}\": whose tasks are meant, nobody knows."
        )
    },
    bank_unknown: "The journal has no `bank-through`: whether every receipt is in it, nobody knows.",
    known_on: "With what is known on",
    suspended_since: "Suspended since",
    only_charges: "charges only",
    wait: WaitWords {
        heading: |stage| format!("Next step: {stage}"),
        ladder_exhausted: "Every step is done.",
        after_due: |time, due| format!("{time} after the due date {due}"),
        before_due: |time, due| format!("{time} before the due date {due}"),
        gap: |time, day| format!("{time} after the letter of {day}"),
        skipped: |time, day| format!("{time} after a step was left out on {day}"),
        deadline: |sent, until, buffer| match buffer {
            "" => format!("letter of {sent} gave until {until}"),
            _ => format!("letter of {sent} gave until {until}, and {buffer} for the bank"),
        },
        hold: |hold, day| format!("{hold} of {day}"),
        reversal: |day| format!("reversal of {day}"),
        possible_from: |day| format!("possible from {day}"),
        unknown: "not known yet",
    },
};
