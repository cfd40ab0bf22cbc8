//! What a claim says: its lines, and what must be said beside them. Amounts and numbers come as they are to be read.

use chrono::NaiveDate;

/// Words of a claim.
#[derive(Debug)]
pub struct ClaimWords {
    /// Its title, with the name of the customer.
    pub title: fn(&str) -> String,
    /// What customers are, and that it is not known.
    pub debtor: &'static str,
    /// Whose law holds: the label.
    pub law: &'static str,
    /// How days become parts of a year: the label.
    pub count: &'static str,
    /// Headings of columns.
    pub heading: ClaimHeadings,
    /// Lines.
    pub line: ClaimLineWords,
    /// What is left, and of what.
    pub open: ClaimTotalWords,
    /// What must be said beside the figures.
    pub remark: ClaimRemarkWords,
    /// Why no costs are asked.
    pub no_costs: NoCostsWords,
    /// What makes it differ from the books.
    pub cause: DifferenceCauseWords,
    /// How surely a figure is known.
    pub doubt: DoubtWords,
}

/// Headings of columns of a claim.
#[derive(Debug)]
#[allow(missing_docs, reason = "each is the column it heads")]
pub struct ClaimHeadings {
    pub from: &'static str,
    pub to: &'static str,
    pub days: &'static str,
    pub base: &'static str,
    pub rate: &'static str,
    pub source: &'static str,
}

/// Lines of a claim.
#[derive(Debug)]
#[allow(missing_docs, reason = "each is the line it names")]
pub struct ClaimLineWords {
    pub principal: &'static str,
    pub interest: &'static str,
    pub costs: &'static str,
    pub fee: &'static str,
    pub vat: &'static str,
    pub payment: &'static str,
    pub reversal: &'static str,
    pub credit: &'static str,
    pub waiver: &'static str,
    pub total: &'static str,
    /// Which instalment, of how many.
    pub instalment: fn(usize, usize) -> String,
    /// A rate or a sum that a policy agrees on.
    pub policy: fn(&str) -> String,
}

/// What is left.
#[derive(Debug)]
pub struct ClaimTotalWords {
    /// What is to be paid: the heading of the parts.
    pub title: &'static str,
    /// Of the invoices.
    pub principal: &'static str,
    /// Of interest.
    pub interest: &'static str,
    /// Of costs.
    pub costs: &'static str,
    /// All of it.
    pub total: &'static str,
    /// What each further day adds.
    pub per_day: fn(&str) -> String,
    /// The heading over the remarks.
    pub remarks: &'static str,
}

/// What must be said beside the figures of a claim. Invoices come as `#2026-001`, amounts with their currency.
#[derive(Debug)]
pub struct ClaimRemarkWords {
    /// No legal advice; how days were counted.
    pub not_advice: fn(&str) -> String,
    /// The customer is treated as a consumer.
    pub kind_unknown: &'static str,
    /// No rules for a country.
    pub no_rules: fn(&str) -> String,
    /// The law reckons in another currency.
    pub other_currency: fn(&str) -> String,
    /// An invoice is closed, and how.
    pub closed: fn(&str, &str) -> String,
    /// An invoice is dated after the day.
    pub future: fn(&str) -> String,
    /// The amount of an invoice cannot be read.
    pub unreadable: fn(&str) -> String,
    /// What is not due yet: which, when, how much.
    pub not_due: fn(&str, Option<NaiveDate>, &str) -> String,
    /// The letter relied on: sent, came, last day of its term. That it came is known.
    pub letter: fn(NaiveDate, NaiveDate, NaiveDate) -> String,
    /// The same, sent by post; that it came is presumed.
    pub letter_by_post: fn(NaiveDate, NaiveDate, NaiveDate) -> String,
    /// The same, sent by mail.
    pub letter_by_mail: fn(NaiveDate, NaiveDate, NaiveDate) -> String,
    /// The letter names other invoices too.
    pub letter_names_more: fn(NaiveDate, &str) -> String,
    /// It announced less than the law gives.
    pub announced_less: fn(NaiveDate, &str, &str) -> String,
    /// It announced more than the law gives.
    pub announced_more: fn(NaiveDate, &str, &str) -> String,
    /// Part was paid inside the term: principal before and after.
    pub paid_within_term: fn(&str, &str) -> String,
    /// No costs are asked of an invoice; the reason follows.
    pub no_costs: fn(&str, &str) -> String,
    /// A written charge, or so much of it, is not claimed; the reason follows.
    pub charge_not_claimed: fn(&str, &str, &str) -> String,
    /// The reason where it is more than the law gives.
    pub too_much: &'static str,
    /// Written costs above the scale.
    pub above_scale: fn(&str, &str, &str) -> String,
    /// The demand must say that the tax cannot be deducted.
    pub vat_must_be_declared: &'static str,
    /// No tax on costs: it can be deducted.
    pub vat_deducted: &'static str,
    /// No tax on costs: no rate is known for the day.
    pub vat_no_rate: &'static str,
    /// A rate agreed with a consumer.
    pub consumer_rate: &'static str,
    /// Terms a consumer did not agree to, as far as the journal says.
    pub terms_not_agreed: &'static str,
    /// An invoice is disputed since a day.
    pub disputed: fn(&str, NaiveDate) -> String,
    /// The customer is insolvent since a day.
    pub insolvent: fn(NaiveDate) -> String,
    /// Contracts from before a day may bear the older surcharge.
    pub old_contract: fn(NaiveDate) -> String,
    /// An invoice is barred since a day.
    pub barred: fn(&str, NaiveDate) -> String,
    /// An invoice is barred after a day that is near.
    pub limitation_end: fn(&str, NaiveDate) -> String,
    /// The same, only where a movable thing was sold to a consumer.
    pub sale_barred: fn(&str, NaiveDate) -> String,
    /// The same.
    pub sale_limitation_end: fn(&str, NaiveDate) -> String,
    /// More is asked than is owed without a demand, and none was sent.
    pub without_demand: fn(&str) -> String,
    /// Costs are asked of a consumer again within half a year.
    pub repeated_costs: &'static str,
    /// The table of statutory interest was checked until a day.
    pub rates_not_checked: fn(NaiveDate) -> String,
    /// The table of commercial interest was.
    pub commercial_rates_not_checked: fn(NaiveDate) -> String,
    /// The books have another figure: booked, claimed, what makes the difference.
    pub differs_from_books: fn(&str, &str, &str) -> String,
}

/// What makes a claim differ from the books.
#[derive(Debug)]
#[allow(missing_docs, reason = "each is the cause it names")]
pub struct DifferenceCauseWords {
    pub interest: &'static str,
    pub costs: &'static str,
    pub recorded_interest: &'static str,
    pub refused_charges: &'static str,
    pub allocation_order: &'static str,
}

/// How surely a figure of law is known, where it is not sure.
#[derive(Debug)]
pub struct DoubtWords {
    /// One source only.
    pub single: &'static str,
    /// Sources contradict each other.
    pub disputed: &'static str,
    /// Not looked up.
    pub unread: &'static str,
}

/// Why no costs are asked.
#[derive(Debug)]
pub struct NoCostsWords {
    /// The policy asks for none.
    pub policy: &'static str,
    /// There is no fourteen-day letter.
    pub no_letter: &'static str,
    /// It went out too early.
    pub letter_too_early: fn(NaiveDate) -> String,
    /// It is not known what it announced.
    pub no_amount: fn(NaiveDate) -> String,
    /// The last day it named was too early: sent, named, lawful.
    pub term_too_short: fn(NaiveDate, NaiveDate, NaiveDate) -> String,
    /// Its term runs: sent, from when costs may be asked.
    pub term_running: fn(NaiveDate, NaiveDate) -> String,
    /// There was no scale yet.
    pub no_scale: &'static str,
    /// All was paid in time.
    pub paid_in_time: &'static str,
    /// They are written on another invoice.
    pub recorded_on: fn(&str) -> String,
}
