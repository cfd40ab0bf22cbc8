//! The words for stages, holds and tasks in English.

use super::long_date::long_date;
use crate::language::dunning::{
    ActionWords, BlockerWords, DunningHeadings, DunningWords, TaskReasonWords, WaitWords,
};

/// The words for stages, holds and tasks.
pub const DUNNING: DunningWords = DunningWords {
    worklist: "Work list",
    stages: "Where each open item stands",
    heading: DunningHeadings {
        since: "Since",
        action: "What to do",
        channel: "How",
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
        no_channel: "no channel allowed",
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
        dispute: "answer the complaint",
        credit_note: "send a credit note",
        hold: "hold without an end",
        handover: "hand over",
        file_claim: "file the claim",
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
        reversal: |day| format!("payment reversed on {day}"),
        call_open: |day| format!("letter sent on {day}, not called yet"),
        letter_spoken: |day| format!("spoken on {day}, which is no letter: send it in writing"),
        letter_too_short: |day| format!("letter of {day} gave too short a term: send a new one"),
        call_missed: |day| format!("no answer on {day}, call again"),
        barred_handover: "no hand-over to an agency allowed: call, agree on a plan, ask a lawyer or the court, or write off",
        barred_step: |step| {
            format!(
                "no allowed way for the step {step}: call, ask for another address, agree on a plan, ask a lawyer or the court, or write off"
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
        missed_instalment: |missing, day| format!("{missing} of the term of {day} not received"),
        follow_up_noted: |day, words| match words {
            "" => format!("noted on {day}"),
            _ => format!("{day}: {words}"),
        },
        open_entry: |day, words| match words {
            "" => format!("since {day}"),
            _ => format!("since {day}: {words}"),
        },
        ladder_exhausted: |day| format!("every step is done, the last on {day}"),
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
        only_charges: "principal paid, costs or interest open",
        lapsed_settlement: |amount, by| format!("{amount} by {by} not received"),
        below_tolerance: |line| format!("too little to ask for: {line}"),
        bank_ends: |day| format!("bank data end on {day}"),
        vat: |vat| format!("{vat} of VAT"),
        vat_at_rate: |vat, rate| format!("{vat} at {rate}"),
        vat_of_insolvent: |day| format!("insolvent since {day}"),
        vat_written_off: |day| format!("written off on {day}"),
        vat_settled: |day| format!("settled for less on {day}"),
        limitation_end: |day| format!("barred after {day}"),
    },
    nothing_to_do: |day| format!("Nothing to do on {}.", long_date(day)),
    bank_unknown: "The journal has no `bank-through`: whether every receipt is in it, nobody knows.",
    known_on: "With what is known on",
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
