//! The words of `claim` in English.

use crate::language::claim::{
    ClaimHeadings, ClaimLineWords, ClaimRemarkWords, ClaimTotalWords, ClaimWords,
    DifferenceCauseWords, DoubtWords,
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
    no_costs: |invoice, why| format!("No costs on {invoice}: {why}."),
    costs_not_asked: "the policy asks for none",
    costs_recorded_on: |invoice| format!("those of the joint demand are written on {invoice}"),
    charge_not_claimed: |invoice, amount, why| {
        format!("{amount} of the charges written on {invoice} is not claimed: {why}.")
    },
    vat_no_rate: "No VAT on the costs: no rate is known for the day.",
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
