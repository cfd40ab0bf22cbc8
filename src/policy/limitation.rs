//! Limitation: the last day on which a claim can be enforced, what renews the period, and how near the end is.

use super::jurisdiction::citation::{Citation, CitedValue};
use super::jurisdiction::law::{ClaimKind, Law};
use crate::value::calendar::Duration;
use chrono::NaiveDate;

/// The limitation of one claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limitation {
    /// The last day on which the debtor cannot yet invoke limitation.
    pub last_day: NaiveDate,
    /// The interruption from which the period runs; `None` where it runs from the due date.
    pub interrupted_on: Option<NaiveDate>,
    /// Where it is written.
    pub citation: Citation,
}

/// How near the end of the limitation period is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nearness {
    /// More than six months away.
    Far,
    /// Between one month and six months away.
    SixMonths,
    /// One month away or less.
    OneMonth,
    /// The period is over and the debtor may refuse to pay. A court applies this only if the debtor invokes it (NL: BW
    /// 3:322).
    Barred,
}

/// The limitation of a claim that fell due on a day (NL: BW 3:307, 3:308, 3:324, 7:28).
///
/// Interruptions are written demands in which the creditor reserves the right to payment, part payments and other
/// acknowledgements, and lawsuits (3:316 to 3:318). From the next day a new period runs: as long as the old one, five
/// years at most, and never ending before the old one would have (3:319). `None` where the law has no period for this
/// kind of claim.
///
/// ```
/// use tegoed::policy::jurisdiction::{law::ClaimKind, nl::LAW};
/// use tegoed::policy::limitation::compute_limitation;
/// use tegoed::value::calendar::date_from_ymd;
/// let due = date_from_ymd(2021, 2, 4).ok_or("no such day")?;
/// let demand = date_from_ymd(2025, 12, 1).ok_or("no such day")?;
/// let alone = compute_limitation(&LAW, ClaimKind::Contract, due, &[]).ok_or("no term")?;
/// let renewed = compute_limitation(&LAW, ClaimKind::Contract, due, &[demand]).ok_or("no term")?;
/// assert_eq!(Some(alone.last_day), date_from_ymd(2026, 2, 4));
/// assert_eq!(Some(renewed.last_day), date_from_ymd(2030, 12, 1));
/// # Ok::<(), &str>(())
/// ```
pub fn compute_limitation(
    law: &Law,
    kind: ClaimKind,
    due: NaiveDate,
    interruptions: &[NaiveDate],
) -> Option<Limitation> {
    let mut terms = law.limitation_periods.iter();
    let cited = terms.find(|cited| cited.value().kind == kind)?;
    let prescription = cited.value();
    let mut life = Limitation {
        last_day: prescription.term.date_after(due)?,
        interrupted_on: None,
        citation: cited.citation(),
    };
    let mut interruptions = interruptions.to_vec();
    interruptions.sort_unstable();
    interruptions.retain(|day| *day > due);
    for day in interruptions {
        if day > life.last_day {
            break;
        }
        let renewed = prescription.renewed_term.date_after(day)?;
        if renewed > life.last_day {
            life.last_day = renewed;
            life.interrupted_on = Some(day);
        }
    }
    Some(life)
}

/// Whether a claim this many days after its due date can be near its end, or past it. A cheap look before
/// [`compute_limitation`]: it may say yes too early, never too late.
pub fn is_near_at_age(law: &Law, kind: ClaimKind, days: i64) -> bool {
    let terms = law.limitation_periods.iter().map(CitedValue::value);
    let mut terms = terms.filter(|period| period.kind == kind);
    terms.any(|period| days >= period.term.least_days().saturating_sub(HALF_YEAR_DAYS))
}

/// The most days that six months have.
const HALF_YEAR_DAYS: i64 = 184;

impl Limitation {
    /// How near the end is on a day.
    pub fn nearness(&self, as_of: NaiveDate) -> Nearness {
        let within = |months| {
            let start = Duration::Months(months).date_before(self.last_day);
            start.is_none_or(|start| as_of >= start)
        };
        if as_of > self.last_day {
            Nearness::Barred
        } else if within(1) {
            Nearness::OneMonth
        } else if within(6) {
            Nearness::SixMonths
        } else {
            Nearness::Far
        }
    }
}
