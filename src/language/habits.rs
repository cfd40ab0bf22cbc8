//! Words about how people pay, and what that leads one to expect.

use chrono::NaiveDate;

/// What `behaviour` says.
#[derive(Debug)]
pub struct HabitWords {
    /// Title of the page; the name of a customer may follow.
    pub title: &'static str,
    /// Headings of its columns and labels of its facts.
    pub label: HabitLabels,
    /// Whether paying late is an exception.
    pub pattern: PatternWords,
    /// So many of so many were late in the last twelve months.
    pub of_recent: fn(usize, usize) -> String,
    /// So many items are settled; from so many on there are figures.
    pub too_few: fn(usize, usize) -> String,
    /// How many items were settled, how many on time, and their share in whole per cent where it is known.
    pub settled: fn(usize, usize, Option<i64>) -> String,
    /// Days after the due date, in halves: 7 is 3.5 days.
    pub format_lateness: fn(i64) -> String,
    /// Days, one behind the other.
    pub days: fn(&str) -> String,
    /// The same, with medians of these days and of those before, in halves.
    pub trend: fn(&str, [i64; 2]) -> String,
    /// How many items are open and late, how much, and the most days.
    pub overdue: fn(usize, &str, i64) -> String,
    /// How many items were given up.
    pub lost: fn(usize) -> String,
    /// Promises kept and broken.
    pub promises: fn(usize, usize) -> String,
    /// How many invoices, and what they come to.
    pub turnover: fn(usize, &str) -> String,
    /// How days sales outstanding were worked out.
    pub dso: fn(&DsoCalculation) -> String,
    /// Nothing was invoiced to this customer.
    pub no_invoices: &'static str,
    /// Nobody called without asking for money.
    pub no_friendly_contact: &'static str,
    /// Heading over the items.
    pub items: &'static str,
    /// Heading over reasons of everybody.
    pub reasons: &'static str,
    /// Why people say they have not paid.
    pub reason: NonPaymentReasonWords,
    /// How often a reason was given, turned out true, turned out untrue.
    pub reason_counts: fn(usize, usize, usize) -> String,
    /// What helps where a reason is given most often.
    pub reason_advice: NonPaymentReasonWords,
    /// Credit limits and trials.
    pub limit: LimitWords,
}

/// Headings of columns and labels of facts.
#[derive(Debug)]
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

/// Whether paying late is an exception.
#[derive(Debug)]
#[allow(missing_docs, reason = "each is the pattern it translates")]
pub struct PatternWords {
    pub too_few: &'static str,
    pub quiet: &'static str,
    pub on_time: &'static str,
    pub one_off: &'static str,
    pub occasional: &'static str,
    pub recurring: &'static str,
}

/// Words for each reason.
#[derive(Debug)]
#[allow(missing_docs, reason = "each is the reason it is about")]
pub struct NonPaymentReasonWords {
    pub forgot: &'static str,
    pub admin: &'static str,
    pub cashflow: &'static str,
    pub dissatisfied: &'static str,
    pub dispute: &'static str,
    pub none: &'static str,
}

/// How days sales outstanding were worked out.
#[derive(Debug)]
pub struct DsoCalculation {
    /// What came out.
    pub days: i64,
    /// What is open.
    pub open: String,
    /// What was invoiced in the period.
    pub invoiced: String,
    /// How many days the period has.
    pub period: i64,
    /// Its first day.
    pub from: NaiveDate,
    /// Its last.
    pub to: NaiveDate,
}

/// What is said of credit limits and trials.
#[derive(Debug)]
pub struct LimitWords {
    /// Label of the credit limit.
    pub credit_limit: &'static str,
    /// The limit, and what is owed of it.
    pub of_limit: fn(&str, &str) -> String,
    /// The same where more is owed.
    pub above_limit: fn(&str, &str) -> String,
    /// Label of an invoice that took the customer above the limit.
    pub exceeded: &'static str,
    /// The number of that invoice, what was owed then, and on which day.
    pub exceeded_with: fn(&str, &str, NaiveDate) -> String,
    /// Label of the trial.
    pub trial: &'static str,
    /// There is no invoice yet, so it has not begun.
    pub not_begun: fn(&str) -> String,
    /// Its limit, its first day and the day on which it is over.
    pub trial_dates: fn(&str, NaiveDate, NaiveDate) -> String,
    /// Passed since a day, so many items settled.
    pub passed: fn(NaiveDate, usize) -> String,
    /// Failed on a day, because this much was owed with an invoice.
    pub failed_above: fn(NaiveDate, &str, &str) -> String,
    /// Failed on a day, because an invoice was late by more than the bank buffer.
    pub failed_late: fn(NaiveDate, &str) -> String,
    /// Neither passed nor failed; so many items settled.
    pub running: fn(usize) -> String,
    /// Its time is over, but nothing was settled yet.
    pub unproven: &'static str,
}

/// A count and what is counted.
pub fn format_count(count: usize, one: &str, more: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { more })
}

/// Half a number as digits.
pub fn format_half(halves: i64, mark: char) -> String {
    let whole = halves.unsigned_abs() / 2;
    if halves % 2 == 0 {
        whole.to_string()
    } else {
        format!("{whole}{mark}5")
    }
}
