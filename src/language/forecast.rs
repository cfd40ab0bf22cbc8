//! Words about what may be expected to come in.

/// What `forecast` says.
#[derive(Debug)]
pub struct ForecastWords {
    /// Title of the page.
    pub title: &'static str,
    /// Heading over the items.
    pub items: &'static str,
    /// Headings of its columns.
    pub label: ForecastLabels,
    /// What stays apart, and the weeks behind the last.
    pub kind: ForecastKinds,
    /// Why something is expected on a day, or is not.
    pub reason: ForecastReasons,
    /// What the page rests on.
    pub basis: &'static str,
    /// How much is late, and how much may come in during the weeks shown.
    pub liquidity: fn(&str, &str) -> String,
    /// Nobody can say when this amount comes in: what to do about it.
    pub unknown_date: fn(&str) -> String,
    /// Money on account that is in already.
    pub on_account: fn(&str) -> String,
}

/// Headings of the columns of `forecast`.
#[derive(Debug)]
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

/// What stays apart, and the weeks behind the last.
#[derive(Debug)]
#[allow(missing_docs, reason = "each is the kind it translates")]
pub struct ForecastKinds {
    pub later: &'static str,
    pub unknown: &'static str,
    pub disputed: &'static str,
    pub held: &'static str,
    pub handed_over: &'static str,
    pub insolvent: &'static str,
}

/// Why something is expected on a day, or is not. Days are in halves: 7 is 3.5.
#[derive(Debug)]
pub struct ForecastReasons {
    /// The customer promised.
    pub promise: &'static str,
    /// A term of a plan.
    pub plan: &'static str,
    /// So many days late in the middle, of so many items.
    pub usual_days: fn(i64, usize) -> String,
    /// So many items were as late, and were settled so many days late in the middle.
    pub usual_when_late: fn(i64, usize) -> String,
    /// Too little is known: the due date.
    pub due_date: &'static str,
    /// It is late, and too little is known.
    pub too_few: &'static str,
    /// So many of so many were ever as late.
    pub too_late: fn(usize, usize) -> String,
    /// It was promised, and the promise was not kept.
    pub broken_promise: &'static str,
    /// It has no due date yet.
    pub no_due_date: &'static str,
    /// Disputed.
    pub disputed: &'static str,
    /// We wait.
    pub held: &'static str,
    /// Somebody else collects it.
    pub handed_over: &'static str,
    /// The customer is insolvent.
    pub insolvent: &'static str,
}
