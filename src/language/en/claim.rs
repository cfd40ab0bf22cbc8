//! The words of `claim` in English.

use crate::language::claim::{
    ClaimHeadings, ClaimLineWords, ClaimRemarkWords, ClaimTotalWords, ClaimWords,
    DifferenceCauseWords, DoubtWords, NoCostsWords,
};

/// The words of `claim`.
pub const CLAIM: ClaimWords = ClaimWords {
    title: |name| format!("Claim against {name}"),
    debtor: "Debtor",
    law: "Law",
    count: "Day count",
    heading: ClaimHeadings {
        from: "From",
        to: "Through",
        days: "Days",
        base: "On",
        rate: "Yearly",
        source: "Rests on",
    },
    line: ClaimLineWords {
        principal: "principal",
        interest: "interest",
        costs: "costs",
        fee: "fee",
        vat: "VAT on costs",
        payment: "payment",
        reversal: "payment reversed",
        credit: "credit",
        waiver: "waived",
        total: "Total",
        instalment: |place, count| format!("instalment {place}/{count}"),
        policy: |name| format!("agreed: policy {name}"),
    },
    open: ClaimTotalWords {
        title: "To be paid",
        principal: "Principal",
        interest: "Interest",
        costs: "Costs",
        total: "Together",
        per_day: |amount| format!("Each further day adds {amount}."),
        remarks: "To note",
    },
    remark: REMARKS,
    no_costs: NO_COSTS,
    cause: DifferenceCauseWords {
        interest: "interest reckoned",
        costs: "costs not written yet",
        recorded_interest: "written interest not added again",
        refused_charges: "written charges that may not be asked",
        allocation_order: "money that went elsewhere by the order of the law",
    },
    doubt: DoubtWords {
        single: "unconfirmed: one source",
        disputed: "unconfirmed: sources disagree",
        unread: "unconfirmed: not looked up",
    },
};

const REMARKS: ClaimRemarkWords = ClaimRemarkWords {
    not_advice: |count| {
        format!(
            "Gathered from public sources by people who are not lawyers; no legal advice. Interest by {count}: the law \
             does not say how days count."
        )
    },
    kind_unknown: "The journal does not say what kind of customer this is. He is treated as a consumer: the lower \
        claim is safe. Write `kind: business`, `consumer` or `government`.",
    no_rules: |country| {
        format!(
            "No rules for {country}: only principal and written charges are claimed, in the order of the books."
        )
    },
    other_currency: |code| {
        format!(
            "No rules for claims in {code}: only principal and written charges are claimed, in the order of the books."
        )
    },
    closed: |invoice, status| format!("{invoice} is {status}: nothing is claimed."),
    future: |invoice| format!("{invoice} is dated after this day: nothing is claimed."),
    unreadable: |invoice| format!("The amount of {invoice} cannot be read: nothing is claimed."),
    not_due: |what, due, open| match due {
        Some(due) => format!("{what} is due on {due}: {open} is not claimed yet."),
        None => format!("{what} is due on delivery: {open} is not claimed yet."),
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
    letter_names_more: |sent, others| {
        format!(
            "The letter of {sent} also names {others}: its costs can be asked only once, best in one claim."
        )
    },
    announced_less: |sent, announced, lawful| {
        format!(
            "The letter of {sent} announced {announced}; the law gives {lawful}. No more than was announced is claimed."
        )
    },
    announced_more: |sent, announced, lawful| {
        format!(
            "The letter of {sent} announced {announced}; the law gives {lawful}. No more than the law gives is claimed, \
             and a court may refuse all of it (ECLI:NL:RBROT:2020:9162, unconfirmed: one source)."
        )
    },
    paid_within_term: |before, after| {
        format!(
            "Part was paid inside the fourteen days: costs are reckoned on the rest, {after} instead of {before} \
             (ECLI:NL:HR:2016:2704)."
        )
    },
    no_costs: |invoice, why| format!("No costs on {invoice}: {why}."),
    charge_not_claimed: |invoice, amount, why| {
        format!("{amount} of the charges written on {invoice} is not claimed: {why}.")
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
    vat_no_rate: "No VAT on the costs: no rate is known for the day.",
    consumer_rate: "Interest at a rate that was agreed with a consumer: a court may set aside a rate above the \
        statutory one as an unfair term (unconfirmed: not looked up).",
    terms_not_agreed: "The journal does not say that this consumer agreed to the terms of payment (`agreed`). A due \
        date that only stands on the invoice puts nobody in default: then interest runs from a notice (BW 6:82, \
        unconfirmed: not looked up).",
    disputed: |invoice, since| {
        format!(
            "{invoice} is disputed since {since}: if the customer was right to wait, no interest is owed over it."
        )
    },
    insolvent: |since| {
        format!(
            "The customer is insolvent since {since}: this is a claim to file. Whether interest runs on after that day \
             was not looked up."
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
    rates_not_checked: |until| {
        format!(
            "Provisional: the rates of statutory interest were checked until {until}. Look whether a new one was \
             published since."
        )
    },
    commercial_rates_not_checked: |until| {
        format!(
            "Provisional: the rates of statutory commercial interest were checked until {until}. Look whether a new one \
             was published since."
        )
    },
    differs_from_books: |booked, claimed, causes| {
        format!(
            "The books have {booked} open, this claim is {claimed}: {causes}. The books know only what was written."
        )
    },
};

const NO_COSTS: NoCostsWords = NoCostsWords {
    policy: "the policy asks for none",
    no_letter: "a consumer owes none before a fourteen-day letter has run out, and none was sent (BW 6:96 lid 6)",
    letter_too_early: |sent| {
        format!(
            "the fourteen-day letter of {sent} went out before the invoice was late (BW 6:96 lid 6)"
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
    paid_in_time: "all of it was paid inside the fourteen days",
    recorded_on: |invoice| format!("those of the joint demand are written on {invoice}"),
};
