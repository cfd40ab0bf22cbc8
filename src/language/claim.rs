//! The words of `claim`: its rows and remarks. Amounts and numbers are passed as finished text.

use chrono::NaiveDate;

/// The words of `claim`.
#[derive(Clone, Copy, Debug)]
pub struct ClaimWords {
    /// The title, with the name of the customer.
    pub title: fn(&str) -> String,
    /// The label for the kind of the customer.
    pub debtor: &'static str,
    /// The label for the law that governs the claim.
    pub law: &'static str,
    /// The label for the day count of interest.
    pub count: &'static str,
    /// The headings of columns.
    pub heading: ClaimHeadings,
    /// The names of the rows.
    pub line: ClaimLineWords,
    /// The words for the sums.
    pub open: ClaimTotalWords,
    /// The remarks beside the figures.
    pub remark: ClaimRemarkWords,
    /// The reasons why no costs are claimed.
    pub no_costs: NoCostsWords,
    /// The causes of a difference from the ledger.
    pub cause: DifferenceCauseWords,
    /// The warnings about unreliable figures of law.
    pub doubt: DoubtWords,
}

/// The headings of columns of a claim.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "each is the column it heads")]
pub struct ClaimHeadings {
    pub from: &'static str,
    pub to: &'static str,
    pub days: &'static str,
    pub base: &'static str,
    pub rate: &'static str,
    pub source: &'static str,
}

/// The names of the rows of a claim.
#[derive(Clone, Copy, Debug)]
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
    /// The number of the instalment, and the number of instalments.
    pub instalment: fn(usize, usize) -> String,
    /// A policy as the ground of a rate or a sum.
    pub policy: fn(&str) -> String,
}

/// The words for the sums of a claim.
#[derive(Clone, Copy, Debug)]
pub struct ClaimTotalWords {
    /// The heading over the sums: what is to be paid.
    pub title: &'static str,
    /// The label of the open principal.
    pub principal: &'static str,
    /// The label of the open interest.
    pub interest: &'static str,
    /// The label of the open costs.
    pub costs: &'static str,
    /// The label of the whole claim.
    pub total: &'static str,
    /// The interest of each further day.
    pub per_day: fn(&str) -> String,
    /// The heading over the remarks.
    pub remarks: &'static str,
}

/// The remarks beside the figures of a claim. Invoices are passed as `#2026-001`, amounts with their currency.
#[derive(Clone, Copy, Debug)]
pub struct ClaimRemarkWords {
    /// Says that this is no legal advice, and how days were counted.
    pub not_advice: fn(&str) -> String,
    /// The customer is treated as a consumer because their kind is unknown.
    pub kind_unknown: &'static str,
    /// The law of this country is unknown.
    pub no_rules: fn(&str) -> String,
    /// The law uses this other currency.
    pub other_currency: fn(&str) -> String,
    /// The invoice is closed, with its status.
    pub closed: fn(&str, &str) -> String,
    /// The invoice is dated after the day of the claim.
    pub future: fn(&str) -> String,
    /// The amount of the invoice cannot be read.
    pub unreadable: fn(&str) -> String,
    /// An instalment that is not due: its name, its due date where it has one, its open amount.
    pub not_due: fn(&str, Option<NaiveDate>, &str) -> String,
    /// The letter that the costs are based on: when it was sent, when it arrived, the last day of its term. Its arrival
    /// is known.
    pub letter: fn(NaiveDate, NaiveDate, NaiveDate) -> String,
    /// The same for a letter by post whose arrival is presumed.
    pub letter_by_post: fn(NaiveDate, NaiveDate, NaiveDate) -> String,
    /// The same for a letter by mail whose arrival is presumed.
    pub letter_by_mail: fn(NaiveDate, NaiveDate, NaiveDate) -> String,
    /// The letter of this day names these other invoices too.
    pub letter_names_more: fn(NaiveDate, &str) -> String,
    /// The letter of this day announced this amount, less than the law allowed, which is the second amount.
    pub announced_less: fn(NaiveDate, &str, &str) -> String,
    /// The letter of this day announced this amount, more than the law allowed, which is the second amount.
    pub announced_more: fn(NaiveDate, &str, &str) -> String,
    /// A part was paid within the term: the principal before and after.
    pub paid_within_term: fn(&str, &str) -> String,
    /// No costs are claimed for the invoice, for this reason.
    pub no_costs: fn(&str, &str) -> String,
    /// A recorded charge of the invoice, or this amount of it, is not claimed, for this reason.
    pub charge_not_claimed: fn(&str, &str, &str) -> String,
    /// The reason of a charge that exceeds what the law allows.
    pub too_much: &'static str,
    /// The recorded costs of an invoice exceed the scale: both amounts.
    pub above_scale: fn(&str, &str, &str) -> String,
    /// The demand must declare that VAT cannot be deducted.
    pub vat_must_be_declared: &'static str,
    /// No VAT on costs, because it can be deducted.
    pub vat_deducted: &'static str,
    /// No VAT on costs, because no rate is known for the day.
    pub vat_no_rate: &'static str,
    /// A rate of interest was agreed with a consumer.
    pub consumer_rate: &'static str,
    /// The journal does not record that the consumer agreed to the terms.
    pub terms_not_agreed: &'static str,
    /// The invoice has been disputed since this day.
    pub disputed: fn(&str, NaiveDate) -> String,
    /// The customer has been insolvent since this day.
    pub insolvent: fn(NaiveDate) -> String,
    /// Contracts made before this day may have the older surcharge on interest.
    pub old_contract: fn(NaiveDate) -> String,
    /// The invoice has been barred since this day.
    pub barred: fn(&str, NaiveDate) -> String,
    /// The invoice will be barred after this day, which is near.
    pub limitation_end: fn(&str, NaiveDate) -> String,
    /// As `barred`, if a movable thing was sold to a consumer.
    pub sale_barred: fn(&str, NaiveDate) -> String,
    /// As `limitation_end`, if a movable thing was sold to a consumer.
    pub sale_limitation_end: fn(&str, NaiveDate) -> String,
    /// No demand was sent, and more is claimed than this amount, which is owed without one.
    pub without_demand: fn(&str) -> String,
    /// Costs are claimed from a consumer again within half a year.
    pub repeated_costs: &'static str,
    /// The table of statutory interest was checked up to this day.
    pub rates_not_checked: fn(NaiveDate) -> String,
    /// The table of commercial interest was checked up to this day.
    pub commercial_rates_not_checked: fn(NaiveDate) -> String,
    /// The claim differs from the ledger: the amount there, the claim, and the causes.
    pub differs_from_books: fn(&str, &str, &str) -> String,
}

/// The causes of a difference between claim and ledger.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "each is the cause it names")]
pub struct DifferenceCauseWords {
    pub interest: &'static str,
    pub costs: &'static str,
    pub recorded_interest: &'static str,
    pub refused_charges: &'static str,
    pub allocation_order: &'static str,
}

/// The warnings about figures of law that are unreliable.
#[derive(Clone, Copy, Debug)]
pub struct DoubtWords {
    /// Only one source is known.
    pub single: &'static str,
    /// Sources contradict each other.
    pub disputed: &'static str,
    /// No source was looked up.
    pub unread: &'static str,
}

/// The reasons why no costs are claimed.
#[derive(Clone, Copy, Debug)]
pub struct NoCostsWords {
    /// The policy claims none.
    pub policy: &'static str,
    /// The journal has no fourteen-day letter.
    pub no_letter: &'static str,
    /// The letter of this day was sent too early.
    pub letter_too_early: fn(NaiveDate) -> String,
    /// The amount that the letter of this day announced is unknown.
    pub no_amount: fn(NaiveDate) -> String,
    /// The last day that the letter named is too early: the day it was sent, the last day named, the lawful last day.
    pub term_too_short: fn(NaiveDate, NaiveDate, NaiveDate) -> String,
    /// The term has not passed: the day the letter was sent, and the first day on which costs may be claimed.
    pub term_running: fn(NaiveDate, NaiveDate) -> String,
    /// The scale did not exist yet.
    pub no_scale: &'static str,
    /// Everything was paid in time.
    pub paid_in_time: &'static str,
    /// The costs are recorded on this other invoice.
    pub recorded_on: fn(&str) -> String,
}
