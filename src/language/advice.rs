//! Words about what to do with an invoice that is not paid.

use chrono::NaiveDate;

/// What `advice` says.
#[derive(Debug)]
pub struct AdviceWords {
    /// Title; the number of the invoice is given.
    pub title: fn(&str) -> String,
    /// Labels and headings.
    pub label: AdviceLabels,
    /// What one may do.
    pub remedy: RemedyWords,
    /// What comes of weighing it.
    pub verdict: VerdictWords,
    /// What it costs.
    pub cost: CostWords,
    /// What must be said beside it.
    pub remark: AdviceRemarks,
    /// How much is open, and how late it is.
    pub open: fn(&str, Option<i64>) -> String,
    /// Minutes, what they are worth, and money; and what that is of what is open, in per cent.
    pub effort: fn(&EffortSummary) -> String,
    /// How many invoices since when, what they come to, and how he pays.
    pub relation: fn(usize, NaiveDate, &str, &str) -> String,
    /// No letter yet.
    pub no_letter: &'static str,
    /// Nothing of the invoice is open.
    pub nothing_open: &'static str,
}

/// What was spent so far.
#[derive(Debug)]
pub struct EffortSummary {
    /// Time in minutes.
    pub minutes: u64,
    /// What that time is worth, where an hour has a price.
    pub worth: Option<String>,
    /// Money, a currency each.
    pub costs: Vec<String>,
    /// All of it in per cent of what is open, rounded up, where it can be said.
    pub percent: Option<i64>,
}

/// Labels of facts and headings of columns.
#[derive(Debug)]
#[allow(missing_docs, reason = "each names what it stands beside")]
pub struct AdviceLabels {
    pub open: &'static str,
    pub effort: &'static str,
    pub letter: &'static str,
    pub relation: &'static str,
    pub place: &'static str,
    pub remedy: &'static str,
    pub chance: &'static str,
    pub expected: &'static str,
    pub cost: &'static str,
    pub result: &'static str,
    pub break_even: &'static str,
    pub verdict: &'static str,
    pub why: &'static str,
}

/// What one may do about an invoice that is not paid.
#[derive(Debug)]
#[allow(missing_docs, reason = "each is the remedy it translates")]
pub struct RemedyWords {
    pub self_collection: &'static str,
    pub agency: &'static str,
    pub lawyer: &'static str,
    pub court: &'static str,
    pub stop: &'static str,
}

/// What comes of weighing it.
#[derive(Debug)]
#[allow(missing_docs, reason = "each is the verdict it translates")]
pub struct VerdictWords {
    pub best: &'static str,
    pub worthwhile: &'static str,
    pub not_worthwhile: &'static str,
    pub worthwhile_from_chance: fn(i64) -> String,
    pub cost_unknown: &'static str,
    pub below_threshold: &'static str,
    pub not_yet: &'static str,
    pub no_handover: &'static str,
    pub insolvent: &'static str,
    pub no_further_cost: &'static str,
}

/// What a remedy costs.
#[derive(Debug)]
pub struct CostWords {
    /// Time in minutes, and what it is worth.
    pub time: fn(u64, Option<&str>) -> String,
    /// The same, as much again as was spent so far.
    pub time_as_before: fn(u64, Option<&str>) -> String,
    /// A fee.
    pub fee: fn(&str) -> String,
    /// A share of what comes in, such as `15%`.
    pub share: fn(&str) -> String,
    /// What a court asks.
    pub court: fn(&str) -> String,
}

/// What must be said beside the figures.
#[derive(Debug)]
pub struct AdviceRemarks {
    /// The best remedy, and what it may bring.
    pub best: fn(&str, &str) -> String,
    /// Nothing brings more than it costs.
    pub best_stop: &'static str,
    /// Nobody said what the chances are.
    pub no_chance: &'static str,
    /// Time has no price.
    pub no_hourly_rate: &'static str,
    /// It is not known what an agency keeps.
    pub no_agency_share: &'static str,
    /// It is not known what a lawyer asks.
    pub no_lawyer_fee: &'static str,
    /// Where the court fee stands, and the doubt about it, if there is one.
    pub court_source: fn(&str, Option<&str>) -> String,
    /// The table of fees was last checked for this day.
    pub court_stale: fn(NaiveDate) -> String,
    /// The table of fees begins on this day.
    pub court_fee_before_table: fn(Option<NaiveDate>) -> String,
    /// No law is known for the customer.
    pub no_law: &'static str,
    /// The winner usually gets the fee back.
    pub court_fee_recovery: &'static str,
    /// The court is where the customer is.
    pub court_place: fn(&str) -> String,
    /// The customer is insolvent since a day.
    pub insolvent: fn(NaiveDate) -> String,
    /// `no: agency`
    pub no_handover: &'static str,
    /// The step of the ladder that comes first, and from which day.
    pub steps_left: fn(&str, Option<NaiveDate>) -> String,
    /// Less is open than the threshold.
    pub below_threshold: fn(&str) -> String,
    /// It is disputed.
    pub disputed: &'static str,
    /// It is handed over already.
    pub handed_over: &'static str,
    /// More was spent than is open.
    pub effort_exceeds_open: &'static str,
    /// What a customer is worth who may go when somebody else collects.
    pub relation: fn(&str) -> String,
    /// The VAT inside what is open, and until when it can be asked back.
    pub vat: fn(&str, NaiveDate) -> String,
    /// How the decision is written down: the line to add.
    pub decision_entry: fn(&str) -> String,
    /// Words for the reason of a decision, inside that line.
    pub decision_text: &'static str,
    /// What this is not.
    pub not_advice: &'static str,
}

/// Minutes, as hours where they are whole ones.
pub fn format_minutes(minutes: u64, hours: &str, [one, more]: [&str; 2]) -> String {
    match (minutes % 60, minutes / 60) {
        (0, whole) if whole > 0 => format!("{whole} {hours}"),
        _ => format!("{minutes} {}", if minutes == 1 { one } else { more }),
    }
}
