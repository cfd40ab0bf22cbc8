//! The words of `forecast`.

/// The words of `forecast`.
#[derive(Clone, Copy, Debug)]
pub struct ForecastWords {
    /// The title of the page.
    pub title: &'static str,
    /// The heading over the table of items.
    pub items: &'static str,
    /// The headings of columns.
    pub label: ForecastLabels,
    /// The labels of rows without a week.
    pub kind: ForecastKinds,
    /// The reasons why an amount is expected on a day, or is not.
    pub reason: ForecastReasons,
    /// The basis line of the page.
    pub basis: &'static str,
    /// The overdue amount, and the amount that may come in during the weeks shown.
    pub liquidity: fn(&str, &str) -> String,
    /// The amount that falls due when work of our own is done or delivered.
    pub waits_for_work: fn(&str) -> String,
    /// The amount for which nobody can give a day, and what to do about it.
    pub unknown_date: fn(&str) -> String,
    /// The money on account, which is received already.
    pub on_account: fn(&str) -> String,
}

/// The headings of the columns of `forecast`.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "each names the column of `forecast` it heads")]
pub struct ForecastLabels {
    pub week: &'static str,
    pub promised: &'static str,
    pub planned: &'static str,
    pub by_habit: &'static str,
    pub by_terms: &'static str,
    pub amount: &'static str,
    pub items: &'static str,
    pub cumulative: &'static str,
    pub expected: &'static str,
    pub reason: &'static str,
}

/// The labels of rows without a week: later weeks, and amounts that are not planned.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "each is the kind it translates")]
pub struct ForecastKinds {
    pub later: &'static str,
    pub unknown: &'static str,
    pub disputed: &'static str,
    pub conceded: &'static str,
    pub held: &'static str,
    pub handed_over: &'static str,
    pub insolvent: &'static str,
}

/// The reasons why an amount is expected on a day, or is not. Days are passed in halves: 7 means 3.5.
#[derive(Clone, Copy, Debug)]
pub struct ForecastReasons {
    /// The customer promised to pay.
    pub promise: &'static str,
    /// An instalment of a plan is due.
    pub plan: &'static str,
    /// An instalment of a plan did not come.
    pub missed_part: &'static str,
    /// The customer's median days late, and the number of items behind it.
    pub usual_days: fn(i64, usize) -> String,
    /// The median days late of items that became as late, and the number of those items.
    pub usual_when_late: fn(i64, usize) -> String,
    /// Too little is known of the customer, so the due date is used.
    pub due_date: &'static str,
    /// The item is late, and too little is known of the customer.
    pub too_few: &'static str,
    /// The number of items that were ever as late, and the number of all items.
    pub too_late: fn(usize, usize) -> String,
    /// The promise to pay was broken.
    pub broken_promise: &'static str,
    /// The item has no due date yet.
    pub no_due_date: &'static str,
    /// The customer disputes it.
    pub disputed: &'static str,
    /// The customer was right, and a credit note follows.
    pub conceded: &'static str,
    /// The business has put it on hold.
    pub held: &'static str,
    /// Somebody else collects it.
    pub handed_over: &'static str,
    /// The customer is insolvent.
    pub insolvent: &'static str,
}
