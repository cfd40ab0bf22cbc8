//! The words of `call` in English.

use super::long_date::long_date;
use crate::language::call::{CallWords, MissedTerms};

/// The words of `call`.
pub const CALL: CallWords = CallWords {
    title: |name| format!("Calling {name}"),
    nothing_overdue: "Nothing of this customer is late: there is no reason to call.",
    nothing_overdue_but_noted: "Nothing of this customer is late. Call only about what was agreed or noted.",
    all_on_hold: "Everything that is late is on hold. Call only about what stands below.",
    all_covered: "What is late and asked is covered by what stands on account already: place that first, there is no reason to call.",
    money_in_hand: |amount| {
        format!(
            "{amount} stands on account for this customer, placed on no invoice. What is asked below is what is left when that is \
             taken off; place it first (`for:` or `apply`)."
        )
    },
    money_taken_off: |amount| {
        format!("“You have a credit of {amount} with us; I have taken that off already.”")
    },
    money_for_others: |amount, invoices| {
        format!(
            "“We hold {amount} of yours that we take off {invoices}; what I named does not include it.”"
        )
    },
    charges_not_owed: |number, amount| {
        format!(
            "The books have {amount} of charges on #{number} that this customer does not owe: `tegoed claim {number}` says \
             why. Do not ask for it."
        )
    },
    discount: |number, enough, day| {
        format!(
            "For invoice {number}, {enough} is enough if it is paid by {}: that is the discount for paying early.",
            long_date(day)
        )
    },
    not_by_phone: "This customer does not want to be called (`no: phone`). Write instead.",
    preparation_heading: "Before you call",
    preparation: [
        "See whether the money came in this morning. Tell nobody but the customer what you call about: no member of the \
         household, nobody at work, no answering machine.",
        "See whether the money came in this morning. Ask for whoever sees to payments, and tell an answering machine only \
         who you are and how to reach you.",
    ],
    script_heading: "What you may say",
    greeting: |business, whom| {
        // `Miller Ltd.` has the point of the sentence already.
        let business = business.trim_end_matches('.');
        let whom = whom.unwrap_or("whoever sees to payments");
        format!("“Good morning, this is … of {business}. Am I speaking to {whom}?”")
    },
    invoice: |number, due, open| {
        format!(
            "“I am calling about invoice {number}. It was due on {}; {open} is still open.”",
            long_date(due)
        )
    },
    invoices: |count, open, due| {
        format!(
            "“I am calling about {count} invoices, {open} together. The oldest was due on {}.”",
            long_date(due)
        )
    },
    invoice_in_parts: |number, due, open| {
        format!(
            "“I am calling about invoice {number}. Parts of it are late, the first since {}; it is about {open}.”",
            long_date(due)
        )
    },
    broken_promise: |made, by| {
        format!(
            "“On {} you promised to pay by {}. What has come up since?”",
            long_date(made),
            long_date(by)
        )
    },
    missed_plan: |made, missed, amount| {
        let (made, terms) = (long_date(made), missed_terms(missed));
        format!(
            "“On {made} we agreed on a payment plan. {terms}; it is about {amount}. What has come up since?”"
        )
    },
    ended_plan: |made, missed, amount| {
        let (made, terms) = (long_date(made), missed_terms(missed));
        format!(
            "“On {made} we agreed on a payment plan. {terms}, and under the plan all that is still open is then to be paid: {amount}. What has come up since?”"
        )
    },
    question_of_several: "“Did you receive the invoices, and was everything delivered as you wished?”",
    question_of_disputed: "“We are still discussing your complaint; I do not ask that part now. Is anything else not in order?”",
    questions: [
        "“Did you receive the invoice, and was everything delivered as you wished?”",
        "“What is the reason that it has not been paid yet?”",
        "“On which day may I expect the payment, and how much?”",
        "“Then I note: this amount, by that day. I shall confirm it by e-mail. Thank you.”",
    ],
    question_advice: [
        "Wait for the answer.",
        "Listen; suggest nothing.",
        "Do not name a day yourself.",
        "",
    ],
    held_heading: "What is on hold",
    held: |number, why, since, text| {
        let day = long_date(since);
        match text {
            "" => format!("Invoice {number}: {why} (since {day})."),
            _ => format!("Invoice {number}: {why} (since {day}): “{text}”."),
        }
    },
    last_time: |said| format!("What the customer said last time: {said}."),
    answers_heading: "What you may hear, and what helps",
    answers: [
        (
            "forgot",
            "Forgotten",
            "Ask whether it can be done today, and send the invoice again.",
        ),
        (
            "admin",
            "Not received, lost, waits for approval",
            "Ask what is missing and who decides; send it while you are on the phone.",
        ),
        (
            "cashflow",
            "The money is not there",
            "Ask what is possible: a part today, the rest in parts on paydays. Put it in writing.",
        ),
        (
            "dissatisfied",
            "Not satisfied",
            "Ask what is wrong and what would mend it; say when you will call back. What is not contested can be paid now.",
        ),
        (
            "none",
            "No reason, or angry",
            "Stay calm, repeat the amount and the day, and say what the next step is, no more than that.",
        ),
    ],
    record_heading: "Then, in the journal",
    record_instructions: [
        "Write it down at once, with `reason:` below it and the word for what you heard:",
        "If the customer promised something, write a line below it: the day, `promise`, the amount, and `by` with the day. If nobody answered: `outcome: no-answer`.",
    ],
};

fn missed_terms(missed: MissedTerms<'_>) -> String {
    let (days, fully) = (
        missed.days,
        if missed.is_part_paid { " in full" } else { "" },
    );
    match missed.count {
        1 => format!("The instalment of {days} has not come in{fully}"),
        _ => format!("The instalments of {days} have not come in{fully}"),
    }
}
