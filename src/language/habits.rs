//! The words of `behaviour`: how customers pay, and how their limits and trials go.

use chrono::NaiveDate;

/// The words of `behaviour`.
#[derive(Clone, Copy, Debug)]
pub struct HabitWords {
    /// The title of the page; the name of a customer may follow.
    pub title: &'static str,
    /// The headings of columns and labels of facts.
    pub label: HabitLabels,
    /// The labels of the patterns of paying late.
    pub pattern: PatternWords,
    /// The number of items that were late in the last twelve months, and the number of all items in them.
    pub of_recent: fn(usize, usize) -> String,
    /// The number of settled items, and the number from which figures are shown.
    pub too_few: fn(usize, usize) -> String,
    /// The number of settled items, the number on time, and their share in whole per cent where it is known.
    pub settled: fn(usize, usize, Option<i64>) -> String,
    /// The days late as text, from a number of halves: 7 means 3.5 days.
    pub format_lateness: fn(i64) -> String,
    /// The days late of several items, as a list.
    pub days: fn(&str) -> String,
    /// The same list, with the medians of these items and of the ones before, in halves.
    pub trend: fn(&str, [i64; 2]) -> String,
    /// The number of items open and late, their amount, and the most days late.
    pub overdue: fn(usize, &str, i64) -> String,
    /// The number of items that were written off.
    pub lost: fn(usize) -> String,
    /// The number of promises kept, and of promises broken.
    pub promises: fn(usize, usize) -> String,
    /// The number of invoices, and their sum.
    pub turnover: fn(usize, &str) -> String,
    /// How days sales outstanding were computed.
    pub dso: fn(&DsoCalculation) -> String,
    /// Says that nothing was invoiced to this customer.
    pub no_invoices: &'static str,
    /// Says that nobody called without asking for money.
    pub no_friendly_contact: &'static str,
    /// The heading over the table of items.
    pub items: &'static str,
    /// The heading over the reasons of all customers.
    pub reasons: &'static str,
    /// No customer gave a reason.
    pub no_reasons: &'static str,
    /// The labels of the reasons for not paying.
    pub reason: NonPaymentReasonWords,
    /// How often a reason was given, turned out true, and turned out untrue.
    pub reason_counts: fn(usize, usize, usize) -> String,
    /// What helps where a reason is given most often.
    pub reason_advice: NonPaymentReasonWords,
    /// The words about credit limits and trials.
    pub limit: LimitWords,
}

/// The headings of columns and labels of facts.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "each names the column of `behaviour` it heads")]
pub struct HabitLabels {
    pub settled: &'static str,
    pub on_time: &'static str,
    pub on_time_share: &'static str,
    pub median: &'static str,
    pub weighted: &'static str,
    pub worst: &'static str,
    pub last_five: &'static str,
    pub pattern: &'static str,
    pub overdue: &'static str,
    pub promises_kept: &'static str,
    pub promises_broken: &'static str,
    pub promises: &'static str,
    pub reasons: &'static str,
    pub reason: &'static str,
    pub times: &'static str,
    pub verified: &'static str,
    pub refuted: &'static str,
    pub since: &'static str,
    pub friendly_contact: &'static str,
    pub turnover: &'static str,
    pub dso: &'static str,
    pub settled_on: &'static str,
    pub days: &'static str,
    pub median_fact: &'static str,
    pub weighted_fact: &'static str,
    pub worst_fact: &'static str,
    pub written_off: &'static str,
    pub insolvent: &'static str,
}

/// The labels of the patterns of paying late.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "each is the pattern it translates")]
pub struct PatternWords {
    pub too_few: &'static str,
    pub quiet: &'static str,
    pub on_time: &'static str,
    pub one_off: &'static str,
    pub occasional: &'static str,
    pub recurring: &'static str,
}

/// One text for each reason for not paying.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "each is the reason it is about")]
pub struct NonPaymentReasonWords {
    pub forgot: &'static str,
    pub admin: &'static str,
    pub cashflow: &'static str,
    pub dissatisfied: &'static str,
    pub dispute: &'static str,
    pub none: &'static str,
}

/// The figures that days sales outstanding are computed from.
#[derive(Debug)]
pub struct DsoCalculation {
    /// The result in days.
    pub days: i64,
    /// The open amount, as text.
    pub open: String,
    /// The amount invoiced in the period, as text.
    pub invoiced: String,
    /// The number of days in the period.
    pub period: i64,
    /// The first day of the period.
    pub from: NaiveDate,
    /// The last day of the period.
    pub to: NaiveDate,
}

/// The words about credit limits and trials.
#[derive(Clone, Copy, Debug)]
pub struct LimitWords {
    /// The label of the credit limit.
    pub credit_limit: &'static str,
    /// The limit, and the amount owed.
    pub of_limit: fn(&str, &str) -> String,
    /// The same where the amount owed exceeds the limit.
    pub above_limit: fn(&str, &str) -> String,
    /// The label of an invoice that made the customer exceed the limit.
    pub exceeded: &'static str,
    /// The number of that invoice, the amount owed then, and the day.
    pub exceeded_with: fn(&str, &str, NaiveDate) -> String,
    /// The label of the trial.
    pub trial: &'static str,
    /// The trial has not begun, because there is no invoice yet; its limit is given.
    pub not_begun: fn(&str) -> String,
    /// The limit of the trial, its first day, and the day on which it is over.
    pub trial_dates: fn(&str, NaiveDate, NaiveDate) -> String,
    /// The trial was passed on this day, with this number of items settled.
    pub passed: fn(NaiveDate, usize) -> String,
    /// The trial failed on this day, because this amount was owed with this invoice.
    pub failed_above: fn(NaiveDate, &str, &str) -> String,
    /// The trial failed on this day, because this invoice was late by more than the bank buffer.
    pub failed_late: fn(NaiveDate, &str) -> String,
    /// The trial is running, with this number of items settled.
    pub running: fn(usize) -> String,
    /// The time of the trial is over, but nothing was settled yet.
    pub unproven: &'static str,
}

/// A count followed by the singular or the plural.
pub fn format_count(count: usize, one: &str, more: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { more })
}

/// A number of halves in digits: 7 becomes `3.5`.
pub fn format_half(halves: i64, mark: char) -> String {
    let whole = halves.unsigned_abs() / 2;
    if halves % 2 == 0 {
        whole.to_string()
    } else {
        format!("{whole}{mark}5")
    }
}
