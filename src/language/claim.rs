//! The words of `claim`: its rows and remarks. Amounts and numbers are passed as finished text.

use crate::value::exact_amount::DayCount;
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
    /// How days become parts of a year, in words.
    pub day_count: fn(DayCount) -> &'static str,
    /// The headings of columns.
    pub heading: ClaimHeadings,
    /// The names of the rows.
    pub line: ClaimLineWords,
    /// The words for the sums.
    pub open: ClaimTotalWords,
    /// The remarks beside the figures.
    pub remark: ClaimRemarkWords,
    /// The causes of a difference from the ledger.
    pub cause: DifferenceCauseWords,
    /// The warnings about unreliable figures of law.
    pub doubt: LawDoubtWords,
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
    pub written_off: &'static str,
    pub contested: &'static str,
    pub conceded: &'static str,
    pub waiver: &'static str,
    pub total: &'static str,
    /// Beside the total: a rate was not checked for its days.
    pub provisional: &'static str,
    /// The number of the instalment, and the number of instalments.
    pub instalment: fn(usize, usize) -> String,
    /// A part of a plan that goes on, by the day of the plan.
    pub plan_part: fn(NaiveDate) -> String,
    /// A policy as the ground of a rate or a sum.
    pub policy: fn(&str) -> String,
    /// A policy that the journal does not know to be agreed.
    pub policy_not_agreed: fn(&str) -> String,
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
    /// Says that this is no legal advice.
    pub not_advice: &'static str,
    /// The customer is treated as a consumer because their kind is unknown.
    pub kind_unknown: &'static str,
    /// The law of this country is unknown.
    pub no_rules: fn(&str) -> String,
    /// The law uses this other currency.
    pub other_currency: fn(&str) -> String,
    /// The invoice is closed, with its status.
    pub closed: fn(&str, &str) -> String,
    /// The invoice is of nothing.
    pub never_owed: fn(&str) -> String,
    /// The invoice was paid late, and the law would still give this amount.
    pub still_owed_by_law: fn(&str, &str) -> String,
    /// The invoice is dated after the day of the claim.
    pub future: fn(&str) -> String,
    /// The amount of the invoice cannot be read.
    pub unreadable: fn(&str) -> String,
    /// An instalment that is not due: its name, its due date where it has one, its open amount.
    pub not_due: fn(&str, Option<NaiveDate>, &str) -> String,
    /// The letter of this day names these other invoices too.
    pub letter_names_more: fn(NaiveDate, &str) -> String,
    /// The letter of this day announced this amount, less than the law allowed, which is the second amount.
    pub announced_less: fn(NaiveDate, &str, &str) -> String,
    /// No costs are claimed for the invoice, for this reason.
    pub no_costs: fn(&str, &str) -> String,
    /// The reason of costs that the policy does not ask for.
    pub costs_not_asked: &'static str,
    /// The reason of costs that are recorded on this other invoice.
    pub costs_recorded_on: fn(&str) -> String,
    /// The reason of no costs: the demand of this day was spoken, not written.
    pub not_in_writing: fn(NaiveDate) -> String,
    /// A recorded charge of the invoice, or this amount of it, is not claimed, for this reason.
    pub charge_not_claimed: fn(&str, &str, &str) -> String,
    /// No VAT on costs, because no rate is known for the day.
    pub vat_no_rate: &'static str,
    /// Interest or costs rest on this policy, and nobody agreed to it.
    pub policy_not_agreed: fn(&str) -> String,
    /// A letter to a consumer speaks of the rate of the law, where the claim has one that nobody agreed to.
    pub letter_announces_law: &'static str,
    /// Interest or costs rest on a version of this policy that was not agreed: the day of the agreement, from when that
    /// version is, and from when this one is.
    pub other_version_agreed: fn(&str, NaiveDate, Option<NaiveDate>, Option<NaiveDate>) -> String,
    /// The time to pay of this invoice, in days, is that of a version of its policy that was not accepted: the days of the
    /// accepted one, the day of that agreement, and the first late day under it.
    pub other_terms_agreed: fn(&str, i64, (i64, NaiveDate), NaiveDate) -> String,
    /// The invoice is older than the first version of its policy, of this name and this day.
    pub no_policy_version: fn(&str, &str, NaiveDate) -> String,
    /// The invoice has been disputed since this day.
    pub disputed: fn(&str, NaiveDate) -> String,
    /// The customer has contested this amount of an invoice since this day; it is not claimed.
    pub contested: fn(&str, NaiveDate, &str) -> String,
    /// This amount of an invoice was conceded on this day; it is not claimed. The last one is what is open of it, where the
    /// rest was paid.
    pub conceded: fn(&str, NaiveDate, &str, Option<&str>) -> String,
    /// An invoice is in a plan of this day: what is claimed of it, where anything is; what is not due yet, empty where nothing is; and the day of
    /// the next part, where there is one.
    pub in_plan: fn(&str, NaiveDate, Option<&str>, &str, Option<NaiveDate>) -> String,
    /// The settlement of this first day about an invoice can still be reached by paying this amount by the second day.
    pub settlement: fn(&str, NaiveDate, &str, NaiveDate) -> String,
    /// This amount of an invoice was written off in the books; it is owed, and not claimed.
    pub written_off: fn(&str, &str) -> String,
    /// The customer has been insolvent since this day.
    pub insolvent: fn(NaiveDate) -> String,
    /// The reason of a charge that was recorded when the customer was insolvent.
    pub insolvent_charge: &'static str,
    /// The table of statutory interest was checked up to this day.
    pub rates_not_checked: fn(NaiveDate) -> String,
    /// The table of commercial interest was checked up to this day.
    pub commercial_rates_not_checked: fn(NaiveDate) -> String,
    /// The costs are more than the principal.
    pub costs_exceed_principal: fn(&str, &str) -> String,
    /// This amount came in on this day and waits.
    pub waiting_money: fn(&str, NaiveDate) -> String,
    /// It pays these invoices by the order of the law.
    pub money_pays: fn(&str) -> String,
    /// This much of it is left.
    pub money_left_over: fn(&str) -> String,
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
    pub waiting_money: &'static str,
    pub not_asked: &'static str,
    pub allocation_order: &'static str,
}

/// The warnings about figures of law that are unreliable.
#[derive(Clone, Copy, Debug)]
pub struct LawDoubtWords {
    /// Only one source is known.
    pub single: &'static str,
    /// Sources contradict each other.
    pub disputed: &'static str,
    /// No source was looked up.
    pub unread: &'static str,
}
