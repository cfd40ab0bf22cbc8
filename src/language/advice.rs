//! The words of `advice`: what to do about an invoice that is not paid.

use chrono::NaiveDate;

/// The words of `advice`.
#[derive(Clone, Copy, Debug)]
pub struct AdviceWords {
    /// The title, with the number of the invoice.
    pub title: fn(&str) -> String,
    /// Labels of facts and headings of columns.
    pub label: AdviceLabels,
    /// The names of the remedies.
    pub remedy: RemedyWords,
    /// The names of the verdicts on remedies.
    pub verdict: VerdictWords,
    /// The words for costs of a remedy.
    pub cost: CostWords,
    /// The remarks below the table.
    pub remark: AdviceRemarks,
    /// The open amount, and the days late where it is late.
    pub open: fn(&str, Option<i64>) -> String,
    /// What of it may be asked, where that is not all.
    pub asked: fn(&str) -> String,
    /// The effort spent so far.
    pub effort: fn(&EffortSummary) -> String,
    /// The business relation: number of invoices, date of the first, their sum, and how the customer pays.
    pub relation: fn(usize, NaiveDate, &str, &str) -> String,
    /// Says that no letter was sent yet.
    pub no_letter: &'static str,
    /// Says that nothing of the invoice is open.
    pub nothing_open: &'static str,
}

/// The effort spent so far, as `advice` shows it.
#[derive(Debug)]
pub struct EffortSummary {
    /// The time in minutes.
    pub minutes: u64,
    /// The value of that time, as text; `None` where no hourly rate is given.
    pub worth: Option<String>,
    /// The expenses as text, one entry for each currency.
    pub costs: Vec<String>,
    /// The whole effort in per cent of the open amount; `None` where it cannot be computed.
    pub percent: Option<i64>,
    /// Whether that leaves out time of which nobody said what it is worth.
    pub is_at_least: bool,
}

/// Labels of facts and headings of columns.
#[derive(Clone, Copy, Debug)]
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

/// The names of the remedies for an invoice that is not paid.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "each is the remedy it translates")]
pub struct RemedyWords {
    pub self_collection: &'static str,
    pub agency: &'static str,
    pub lawyer: &'static str,
    pub court: &'static str,
    pub stop: &'static str,
}

/// The names of the verdicts on remedies.
#[derive(Clone, Copy, Debug)]
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

/// The words for costs of a remedy.
#[derive(Clone, Copy, Debug)]
pub struct CostWords {
    /// The time in minutes, and its value where an hourly rate is given.
    pub time: fn(u64, Option<&str>) -> String,
    /// The same for time that is estimated to be as much again as was spent so far.
    pub time_as_before: fn(u64, Option<&str>) -> String,
    /// A fee of this amount.
    pub fee: fn(&str) -> String,
    /// A percentage of what comes in, such as `15%`.
    pub share: fn(&str) -> String,
    /// A court fee of this amount.
    pub court: fn(&str) -> String,
}

/// The remarks below the figures.
#[derive(Clone, Copy, Debug)]
pub struct AdviceRemarks {
    /// The best remedy, and the amount that it may bring.
    pub best: fn(&str, &str) -> String,
    /// No remedy brings more than it costs.
    pub best_stop: &'static str,
    /// A plan of this day goes on.
    pub plan_goes_on: fn(NaiveDate) -> String,
    /// A part was conceded, and not credited yet.
    pub conceded: &'static str,
    /// No chance of payment is given.
    pub no_chance: &'static str,
    /// No hourly rate is given.
    pub no_hourly_rate: &'static str,
    /// The commission of an agency is not given.
    pub no_agency_share: &'static str,
    /// The fee of a lawyer is not given.
    pub no_lawyer_fee: &'static str,
    /// The source of the court fee, and the warning where it is unreliable.
    pub court_source: fn(&str, Option<&str>) -> String,
    /// The table of court fees was last checked for this day.
    pub court_stale: fn(NaiveDate) -> String,
    /// The table of court fees begins on this day; `None` where it is empty.
    pub court_fee_before_table: fn(Option<NaiveDate>) -> String,
    /// The law of the customer is unknown.
    pub no_law: &'static str,
    /// The court fee follows the whole claim: the claim, its fee, what is open alone, and the lower fee for that.
    pub court_fee_of_whole: fn([&str; 4]) -> String,
    /// The court for larger claims hears it, where a lawyer is needed.
    pub needs_lawyer: &'static str,
    /// What a bailiff asks for the summons is not counted.
    pub court_without_bailiff: &'static str,
    /// The winner usually gets the court fee back.
    pub court_fee_recovery: &'static str,
    /// The court is at the place of the customer, which is given.
    pub court_place: fn(&str) -> String,
    /// The customer has been insolvent since this day.
    pub insolvent: fn(NaiveDate) -> String,
    /// The customer has `no: agency`.
    pub no_handover: &'static str,
    /// The step of the ladder that comes first, and the day from which it is possible.
    pub steps_left: fn(&str, Option<NaiveDate>) -> String,
    /// The open amount is below this threshold.
    pub below_threshold: fn(&str) -> String,
    /// The invoice is disputed.
    pub disputed: &'static str,
    /// The invoice is handed over already.
    pub handed_over: &'static str,
    /// The effort exceeds the open amount.
    pub effort_exceeds_open: &'static str,
    /// What the customer bought, as a reminder that they may leave if somebody else collects.
    pub relation: fn(&str) -> String,
    /// The VAT inside the open amount, and the day by which it can be reclaimed.
    pub vat: fn(&str, NaiveDate) -> String,
    /// VAT that can be asked back by now, and the day since which.
    pub vat_now: fn(&str, NaiveDate) -> String,
    /// VAT that is owed again, and the day since which.
    pub vat_again: fn(&str, NaiveDate) -> String,
    /// How to record the decision; the journal line to add is given.
    pub decision_entry: fn(&str) -> String,
    /// The text for the reason of the decision in that line.
    pub decision_text: &'static str,
    /// Says that this is no legal advice.
    pub not_advice: &'static str,
}

/// A number of minutes as text, in hours where it is a whole number of them.
pub fn format_minutes(minutes: u64, hours: &str, [one, more]: [&str; 2]) -> String {
    match (minutes % 60, minutes / 60) {
        (0, whole) if whole > 0 => format!("{whole} {hours}"),
        _ => format!("{minutes} {}", if minutes == 1 { one } else { more }),
    }
}
