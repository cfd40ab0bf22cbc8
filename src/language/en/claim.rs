//! The words of `claim` in English.

use crate::language::claim::{
    ClaimHeadings, ClaimLineWords, ClaimRemarkWords, ClaimTotalWords, ClaimWords,
    DifferenceCauseWords, LawDoubtWords,
};
use crate::value::exact_amount::DayCount;
use chrono::NaiveDate;

/// The words of `claim`.
pub const CLAIM: ClaimWords = ClaimWords {
    title: |name| format!("Claim against {name}"),
    debtor: "Debtor",
    law: "Law",
    count: "Day count",
    day_count: |count| match count {
        DayCount::Days365 => "actual days, every year 365",
        DayCount::CalendarYear => "actual days, a year 365 or 366",
    },
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
        written_off: "not claimed",
        contested: "contested",
        conceded: "conceded",
        waiver: "waived",
        total: "Total",
        provisional: "provisional",
        instalment: |place, count| format!("instalment {place}/{count}"),
        plan_part: |agreed| format!("part of the plan of {agreed}"),
        policy: |name| format!("agreed: policy {name}"),
        policy_not_agreed: |name| format!("policy {name}, no agreement"),
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
        waiting_money: "what stands on account and waits to be placed",
        not_asked: "what is open and may not be asked now",
        allocation_order: "money that went elsewhere by the order of the law",
    },
    doubt: LawDoubtWords {
        single: "unconfirmed: one source",
        disputed: "unconfirmed: sources disagree",
        unread: "unconfirmed: not looked up",
    },
};

/// From when a version of a policy is.
fn version_label(from: Option<NaiveDate>) -> String {
    from.map_or_else(
        || "from the beginning".to_owned(),
        |from| format!("from {from}"),
    )
}

const REMARKS: ClaimRemarkWords = ClaimRemarkWords {
    not_advice: "Gathered from public sources by people who are not lawyers; no legal advice.",
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
    never_owed: |invoice| format!("{invoice} asked for nothing: nothing was ever owed."),
    still_owed_by_law: |invoice, rest| {
        format!(
            "{invoice} was paid late: interest and costs come first by law, so {rest} of it could still be asked on this \
             day. That is not claimed; who wants it writes `interest` or `costs`."
        )
    },
    future: |invoice| format!("{invoice} is dated after this day: nothing is claimed."),
    unreadable: |invoice| format!("The amount of {invoice} cannot be read: nothing is claimed."),
    not_due: |what, due, open| match due {
        Some(due) => format!("{what} is due on {due}: {open} is not claimed yet."),
        None => format!("{what} waits for delivery or a milestone: {open} is not claimed yet."),
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
    not_in_writing: |sent| {
        format!("the demand of {sent} was spoken: a call or a visit is no letter")
    },
    charge_not_claimed: |invoice, amount, why| {
        format!("{amount} of the charges written on {invoice} is not claimed: {why}.")
    },
    vat_no_rate: "No VAT on the costs: no rate is known for the day.",
    policy_not_agreed: |name| {
        format!(
            "The journal does not say that the customer accepted policy {name} (`agreed`): a rate or a sum of costs of \
             one's own is owed only where it was accepted. Without that, what the law gives can be asked."
        )
    },
    letter_announces_law: "A letter to a consumer announces the interest of the law as long as the journal knows of no agreement to another: \
         then ask no more than that, or write the agreement down (`agreed`).",
    other_version_agreed: |name, on, accepted, this| {
        format!(
            "On {on} the customer accepted the version of policy {name} {}; this claim rests on that {}, which the \
             journal does not say was accepted. A rate or a sum of costs of one's own is owed only where it was \
             accepted.",
            version_label(accepted),
            version_label(this)
        )
    },
    other_terms_agreed: |invoice, days, (agreed, on), from| {
        format!(
            "The {days} days of {invoice} stand in a version of the policy that the customer did not accept: on {on} he \
             accepted {agreed} days (`agreed`). Where that still holds, interest and costs are owed from {from} on, not before."
        )
    },
    no_policy_version: |invoice, policy, from| {
        format!(
            "No version of policy {policy} holds on the day of {invoice}: the first is from {from}. It is reckoned by the \
             built-in policy, with interest and costs by law."
        )
    },
    disputed: |invoice, since| {
        format!(
            "{invoice} is disputed since {since}: if the customer was right to wait, no interest is owed over it."
        )
    },
    contested: |invoice, since, amount| {
        format!(
            "Of {invoice}, {amount} has been contested since {since}: it is not claimed, nor interest and costs over it, while \
             that is not decided (`resolve`) and nobody else collects it (`handover`)."
        )
    },
    conceded: |invoice, on, amount, open| {
        let open = open.map_or_else(String::new, |open| format!(" Of that, {open} is open."));
        format!(
            "Of {invoice}, {amount} was conceded on {on}: it is not owed and not claimed, nor interest over it.{open} The \
             credit note is not there yet."
        )
    },
    in_plan: |invoice, agreed, asked, later, next| {
        let asked = asked.map_or_else(
            || "nothing of it is missed now, and nothing is claimed".to_owned(),
            |asked| format!("what was missed of it is claimed, {asked}, with interest from the day after each part"),
        );
        let deferred = if later.is_empty() {
            String::new()
        } else {
            format!(" Not due yet is {later}.")
        };
        let next = next.map_or_else(String::new, |next| format!(" The next part is of {next}."));
        format!(
            "For {invoice} the payment plan of {agreed} goes on: {asked}.{deferred}{next} To claim all of it, \
             end the plan (`release`)."
        )
    },
    settlement: |invoice, made, amount, by| {
        format!(
            "For {invoice} the settlement offer of {made} still stands: once {amount} is paid by {by}, nothing more is owed. \
             Letters wait until that day; claimed here is what is open without the settlement."
        )
    },
    written_off: |invoice, amount| {
        format!(
            "Of {invoice}, {amount} was written off in the books. The customer owes it as before; it is not claimed here while \
             the `writeoff` stands."
        )
    },
    insolvent: |since| {
        format!(
            "The customer is insolvent since {since}: this is a claim to file. Interest is reckoned through the day before, \
             and what was charged from that day on is left out."
        )
    },
    insolvent_charge: "the customer was insolvent by then",
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
    costs_exceed_principal: |costs, principal| {
        format!(
            "The costs, {costs}, are more than the principal that is left, {principal}: think whether that is in proportion \
             before you ask for them."
        )
    },
    waiting_money: |amount, came| {
        format!("{amount} has stood on account of this customer since {came}.")
    },
    money_pays: |invoices| {
        format!(
            "By the order of the law it goes to {invoices}, and it counts from that day, or from the day what it pays fell due: \
             place it with `apply`, or with the reference that it lacks."
        )
    },
    money_left_over: |amount| {
        format!(
            "{amount} is more than this customer owes: pay it back with `refund`, or keep it on purpose."
        )
    },
    differs_from_books: |booked, claimed, causes| {
        format!(
            "The books have {booked} open, this claim is {claimed}: {causes}. The books know only what was written."
        )
    },
};
