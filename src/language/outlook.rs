//! Words about what may be expected to come in.

/// What `forecast` says.
#[derive(Debug)]
pub struct OutlookWords {
    /// Title of the page.
    pub title: &'static str,
    /// Heading over the items.
    pub items: &'static str,
    /// Headings of its columns.
    pub label: OutlookLabels,
    /// What stays apart, and the weeks behind the last.
    pub kind: OutlookKinds,
    /// Why something is expected on a day, or is not.
    pub why: OutlookReasons,
    /// What the page rests on.
    pub rests: &'static str,
    /// How much is late, and how much may come in during the weeks shown.
    pub liquidity: fn(&str, &str) -> String,
    /// Nobody can say when this amount comes in: what to do about it.
    pub ask: fn(&str) -> String,
    /// Money on account that is in already.
    pub on_account: fn(&str) -> String,
}

/// Headings of the columns of `forecast`.
#[derive(Debug)]
#[allow(missing_docs, reason = "each names the column of `forecast` it heads")]
pub struct OutlookLabels {
    pub week: &'static str,
    pub promised: &'static str,
    pub planned: &'static str,
    pub by_habit: &'static str,
    pub by_terms: &'static str,
    pub amount: &'static str,
    pub items: &'static str,
    pub cumulative: &'static str,
    pub expected: &'static str,
    pub why: &'static str,
}

/// What stays apart, and the weeks behind the last.
#[derive(Debug)]
#[allow(missing_docs, reason = "each is the kind it translates")]
pub struct OutlookKinds {
    pub later: &'static str,
    pub unknown: &'static str,
    pub disputed: &'static str,
    pub held: &'static str,
    pub handed_over: &'static str,
    pub insolvent: &'static str,
}

/// Why something is expected on a day, or is not. Days are in halves: 7 is 3.5.
#[derive(Debug)]
pub struct OutlookReasons {
    /// The customer promised.
    pub promised: &'static str,
    /// A term of a plan.
    pub planned: &'static str,
    /// So many days late in the middle, of so many items.
    pub usual: fn(i64, usize) -> String,
    /// So many items were as late, and were settled so many days late in the middle.
    pub recovered: fn(i64, usize) -> String,
    /// Too little is known: the due date.
    pub due: &'static str,
    /// It is late, and too little is known.
    pub too_few: &'static str,
    /// So many of so many were ever as late.
    pub too_late: fn(usize, usize) -> String,
    /// It was promised, and the promise was not kept.
    pub broken: &'static str,
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
