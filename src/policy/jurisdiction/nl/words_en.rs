//! The sentences of Dutch law in English.

use super::vat_return;
use crate::policy::jurisdiction::legal_words::{
    LegalRemarkWords, LegalWords, NoCostsWords, NoticeWords,
};
use crate::value::calendar::Duration;

/// The sentences of Dutch law in English.
pub const ENGLISH: LegalWords = LegalWords {
    tag: "en",
    register: "Trade register",
    notice_letter: "a fourteen-day letter",
    collector_registration: "Who collects from a consumer for somebody else must be in the register at Justis (Wki, since 1 \
                             April 2024; lawyers and bailiffs need not be): ask an agency for its number.",
    notice: NOTICE,
    remark: REMARKS,
    no_costs: NO_COSTS,
    vat_boxes: vat_return::ENGLISH_NAMES,
    collecting_for_others: Some(
        "Who collects for others from natural persons, as a business, must be in the register that Justis keeps, and meet \
        rules of quality (Wki, since 1 April 2024; offices that existed by then since 1 April 2025; the act was not read)",
    ),
};

/// What the last letter to a consumer must say (BW 6:96 lid 6), in the order of the letter.
const NOTICE: NoticeWords = NoticeWords {
    request: |amount, term| request_from(amount, term, "this letter was delivered to you"),
    request_by_mail: |amount, term| request_from(amount, term, "you received this message"),
    costs: |costs| {
        format!(
            "If we do not receive the full amount within this term, you will owe us collection \
             costs as well. They amount to {costs}."
        )
    },
    costs_with_vat: |costs, rate, tax, together| {
        format!(
            "If we do not receive the full amount within this term, you will owe us collection \
             costs as well. They amount to {together}: {costs} increased by {tax} VAT ({rate}). A \
             third party collects for us, and we cannot deduct the VAT that it charges us; that is \
             why the costs are increased by that VAT."
        )
    },
    ground: "These costs follow from article 6:96 of the Dutch Civil Code (Burgerlijk Wetboek) and \
             the decree on extrajudicial collection costs (Besluit vergoeding voor \
             buitengerechtelijke incassokosten).",
    ground_of_less: "That is less than article 6:96 of the Dutch Civil Code (Burgerlijk Wetboek) \
                     and the decree on extrajudicial collection costs (Besluit vergoeding voor \
                     buitengerechtelijke incassokosten) allow.",
    statutory_interest: "From the day after the due date we may also claim statutory interest.",
    agreed_interest: "From the day after the due date we may also claim the interest agreed.",
};

/// The request to pay within a time from the day after something happened.
fn request_from(amount: &str, term: Duration, event: &str) -> String {
    format!(
        "We give you one more opportunity to pay without additional costs. We ask you to pay \
         {amount} within {}, counted from the day after {event}.",
        term_in_words(term)
    )
}

/// A time to pay, with its number as a word where that is usual.
fn term_in_words(term: Duration) -> String {
    match term {
        Duration::Days(14) => "fourteen days".to_owned(),
        Duration::Days(1) => "one day".to_owned(),
        Duration::Months(1) => "one month".to_owned(),
        Duration::Days(count) => format!("{count} days"),
        Duration::Months(count) => format!("{count} months"),
        Duration::Minutes(count) => format!("{count} minutes"),
    }
}

const REMARKS: LegalRemarkWords = LegalRemarkWords {
    day_count: "Dutch law does not say how days count; this is usual.",
    chosen_law: |country| {
        format!(
            "Reckoned by Dutch law, as the journal says it was agreed on (`law:`; Rome I art. 3, unconfirmed: not looked \
             up). Without that agreement another law may hold for a customer in {country}."
        )
    },
    law_of_seller: |country| {
        format!(
            "Reckoned by Dutch law, that of the seller: between businesses it governs a sale or a service where no other \
             law was agreed on (Rome I art. 4, unconfirmed: not looked up). Where that of {country} was agreed on, write \
             `law: {country}` under the customer: then only principal and written charges are claimed."
        )
    },
    law_of_consumer: |country| {
        format!(
            "Reckoned by Dutch law, that of the consumer: it holds where a seller of {country} does business with \
             consumers here (Rome I art. 6, unconfirmed: not looked up)."
        )
    },
    letter: |sent, came, last| {
        format!("Fourteen-day letter of {sent}: received {came}, last day {last}.")
    },
    letter_by_post: |sent, came, last| {
        format!(
            "Fourteen-day letter of {sent}: presumed received {came}, the second day of delivery (ECLI:NL:HR:2016:2704); \
             last day {last}. Receipt is yours to prove: `received:` records it."
        )
    },
    letter_by_mail: |sent, came, last| {
        format!(
            "Fourteen-day letter of {sent} by e-mail: taken as received {came}, the same day (unconfirmed: not looked \
             up); last day {last}. Receipt is yours to prove: `received:` records it."
        )
    },
    announced_more: |sent, announced, lawful| {
        format!(
            "The letter of {sent} announced {announced}; the law gives {lawful}. No more than the law gives is claimed, \
             and a court may refuse all of it (ECLI:NL:RBROT:2020:9162, unconfirmed: one source)."
        )
    },
    fee_within_scale: |fees, scale| {
        format!(
            "Fees of {fees} that nothing shows to be agreed are part of what the scale gives for all that is done to \
             collect, {scale} (BIK art. 2): they come off the costs."
        )
    },
    joint_demand: |sent, earlier| {
        format!(
            "The fourteen-day letter of {sent} could have been one with {}: their invoices were all late then. The \
             principals are added, and it gives what the sum gives beyond the other (BW 6:96 lid 7).",
            if sent == earlier {
                "another of that day".to_owned()
            } else {
                format!("that of {earlier}")
            }
        )
    },
    paid_within_term: |before, after| {
        format!(
            "Part was paid inside the fourteen days: costs are reckoned on the rest, {after} instead of {before} \
             (ECLI:NL:HR:2016:2704)."
        )
    },
    too_much: "a consumer owes no more than the law gives and the letter announced (BW 6:96 lid 5)",
    above_scale: |invoice, written, scale| {
        format!(
            "Costs and fees of {written} are written on {invoice}; the scale gives {scale}. Businesses may agree on \
             more, and a court may lower it to the scale (ECLI:NL:HR:2015:1868)."
        )
    },
    vat_must_be_declared: "VAT on the costs may be asked only if the demand says that a third party collects and that \
        you cannot deduct its VAT (BIK art. 2 lid 3).",
    vat_deducted: "No VAT on the costs: you deduct the VAT that the collector charges (BIK art. 2 lid 3).",
    consumer_rate: "Interest at a rate that was agreed with a consumer: a court may set aside a rate above the \
        statutory one as an unfair term (unconfirmed: not looked up).",
    terms_not_agreed: "The journal does not say that this consumer agreed to the terms of payment (`agreed`). A due \
        date that only stands on the invoice puts nobody in default: then interest runs from a notice (BW 6:82, \
        unconfirmed: not looked up).",
    terms_too_long: |invoice, days, most, from| {
        format!(
            "{invoice} gives {days} days to pay, where the law allows {most} days: more may be void, and interest then runs \
             from {from} (BW 6:119a). It is reckoned from the due date here."
        )
    },
    business_terms_not_agreed: |invoice, days, from| {
        format!(
            "The journal does not say that the customer agreed to the {days} days of {invoice} (`agreed`). Without an \
             agreement the law gives 30 days after receipt: then interest and costs are owed from {from} on, not before \
             (BW 6:119a lid 2)."
        )
    },
    rate_below_statutory: |agreed, by_law| {
        format!(
            "The rate of the policy, {agreed}, is below that of the law, {by_law}: only a higher rate takes the place of \
             that of the law (BW 6:119 lid 3). The lower is reckoned with; `interest: statutory` asks that of the law."
        )
    },
    late_credit: |invoice, amount, date, interest| {
        format!(
            "{amount} of {invoice} was credited on {date}, after it fell due, and {interest} interest is reckoned over that \
             until then. Where the credit says that it was never owed, there is none: that comes off (BW 6:119)."
        )
    },
    old_contract: |before| {
        format!(
            "Contracts from before {before} may still bear the older surcharge of 7 points instead of 8 (unconfirmed: one \
             source)."
        )
    },
    barred: |invoice, last| {
        format!(
            "{invoice} is barred since {last}: the customer may refuse to pay, and the journal knows of nothing that kept \
             it alive (BW 3:307)."
        )
    },
    limitation_end: |invoice, last| {
        format!(
            "{invoice} is barred after {last}. A written demand that reserves your right keeps it alive (BW 3:317)."
        )
    },
    sale_barred: |invoice, last| {
        format!(
            "If {invoice} is for a movable thing sold to a consumer, it is barred since {last} (BW 7:28)."
        )
    },
    sale_limitation_end: |invoice, last| {
        format!(
            "If {invoice} is for a movable thing sold to a consumer, it is barred after {last} (BW 7:28). A written \
             demand that reserves your right keeps it alive (BW 3:317)."
        )
    },
    without_demand: |least| {
        format!(
            "Without any demand a business owes {least} (BW 6:96 lid 4). No letter stands in the journal: more may be \
             disputed where nothing was done to collect (unconfirmed: not looked up)."
        )
    },
    repeated_costs: "Costs are asked of this consumer more than once in six months: since 1 October 2024 they are limited \
        for small debts that return (Wki; the decree was not read).",
};

const NO_COSTS: NoCostsWords = NoCostsWords {
    no_letter: "a consumer owes none before a fourteen-day letter has run out, and none was sent (BW 6:96 lid 6)",
    letter_too_early: |sent| {
        format!(
            "the fourteen-day letter of {sent} went out before the amount was late (BW 6:96 lid 6)"
        )
    },
    no_amount: |sent| {
        format!(
            "the journal does not say which amount the fourteen-day letter of {sent} announced; write it as `costs:`"
        )
    },
    term_too_short: |sent, named, lawful| {
        format!(
            "the letter of {sent} named {named} as its last day, the law gives until {lawful}; only a new letter mends \
             that (ECLI:NL:HR:2016:2704)"
        )
    },
    term_running: |sent, from| {
        format!("the fourteen-day letter of {sent} has not run out; costs may be asked from {from}")
    },
    no_scale: "the debtor was in default before 1 July 2012, when the scale came into force (BIK art. 3)",
    joint_demand: |earlier| {
        format!(
            "the letter could have been one with that of {earlier}, and the costs of both together are in the claim of \
             that one (BW 6:96 lid 7)"
        )
    },
    paid_in_time: "all that the letter asked was paid inside the fourteen days",
};
