//! What each remedy costs, line by line, from what a person says, what the journal says, and the dated table of court
//! fees.

use super::remedy::{Estimates, Remedy};
use super::remedy_input::RemedyInput;
use crate::journal::event_details::Commission;
use crate::policy::jurisdiction::citation::Citation;
use crate::policy::jurisdiction::dated_table::{BeforeTableStart, StaleTable};
use crate::policy::jurisdiction::law::{Court, CourtFee};
use crate::value::money::Minor;
use crate::value::rounding::{divide_rounded, share_of_amount};
use crate::value::share::Share;

/// A line of what a remedy costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RemedyCost {
    /// One's own time.
    Time {
        /// Minutes.
        minutes: u64,
        /// Taken from what was spent so far, for want of an estimate.
        is_from_effort: bool,
        /// What it is worth; `None` where no hour has a price.
        value: Option<Minor>,
    },
    /// A fee.
    Fee(Minor),
    /// A share of what comes in.
    Share(Share),
    /// What a court asks.
    Court {
        /// How much.
        fee: Minor,
        /// Where that stands.
        citation: Citation,
        /// The table was last checked for an earlier day.
        stale: Option<StaleTable>,
    },
    /// It is not said what it costs.
    Unknown,
    /// The table of fees does not reach back to the day.
    TooEarly(BeforeTableStart),
    /// No law is known for the customer's country, or its fees are in another currency.
    NoLaw,
}

/// What a remedy costs.
pub fn remedy_costs(
    claim: RemedyInput<'_>,
    said: &Estimates<Minor>,
    remedy: Remedy,
) -> Vec<RemedyCost> {
    let mut costs = Vec::new();
    match remedy {
        Remedy::SelfCollection | Remedy::Stop => {}
        Remedy::Agency => costs.push(agency_cost(claim, said)),
        Remedy::Lawyer => costs.push(said.lawyer_fee.map_or(RemedyCost::Unknown, RemedyCost::Fee)),
        Remedy::Court => costs.extend(court_costs(claim, said)),
    }
    costs.extend(time_cost(claim, said, remedy));
    costs
}

fn agency_cost(claim: RemedyInput<'_>, said: &Estimates<Minor>) -> RemedyCost {
    match (said.agency_share, claim.effort.commission) {
        (Some(share), _) | (None, Some(Commission::Share(share))) => RemedyCost::Share(share),
        (None, Some(Commission::Amount(amount))) if amount.currency == claim.currency => {
            RemedyCost::Fee(amount.minor)
        }
        _ => RemedyCost::Unknown,
    }
}

/// What the court asks; before the one for larger claims a lawyer is needed.
fn court_costs(claim: RemedyInput<'_>, said: &Estimates<Minor>) -> Vec<RemedyCost> {
    let Some(law) = claim.law.filter(|law| law.currency == claim.currency) else {
        return vec![RemedyCost::NoLaw];
    };
    let small = claim.open <= *law.small_claims_limit.value();
    let court = if small {
        Court::SmallClaims
    } else {
        Court::District
    };
    let mut costs = Vec::new();
    costs.push(match law.court_fees.row_on(claim.as_of) {
        Ok(row) => {
            let fee = CourtFee::for_claim(row.cited.value(), court, claim.open);
            fee.map_or(RemedyCost::NoLaw, |fee| RemedyCost::Court {
                fee: if said.is_natural_person {
                    fee.person
                } else {
                    fee.company
                },
                citation: row.cited.citation(),
                stale: law.court_fees.stale_on(claim.as_of),
            })
        }
        Err(early) => RemedyCost::TooEarly(early),
    });
    if !small {
        costs.push(said.lawyer_fee.map_or(RemedyCost::Unknown, RemedyCost::Fee));
    }
    costs
}

/// One's own time: as estimated; for going on oneself else as much again as was spent so far.
fn time_cost(
    claim: RemedyInput<'_>,
    said: &Estimates<Minor>,
    remedy: Remedy,
) -> Option<RemedyCost> {
    let estimated = said.minutes_for(remedy).map(u64::from);
    let before = Some(claim.effort.minutes).filter(|_| remedy == Remedy::SelfCollection);
    let minutes = estimated.or(before).filter(|minutes| *minutes > 0)?;
    let worth = said.hourly_rate.and_then(|hour| {
        let product = hour.0.checked_mul(minutes.into())?;
        divide_rounded(product, 60).map(Minor)
    });
    Some(RemedyCost::Time {
        minutes,
        is_from_effort: estimated.is_none(),
        value: worth,
    })
}

/// What is paid whether anything comes or not. Time without a price costs nothing, and the page says so.
pub fn fixed_cost(costs: &[RemedyCost]) -> Option<Minor> {
    let mut sum = Minor::ZERO;
    for cost in costs {
        sum += match cost {
            RemedyCost::Time { value: worth, .. } => worth.unwrap_or_default(),
            RemedyCost::Fee(fee) => *fee,
            RemedyCost::Share(_) => Minor::ZERO,
            RemedyCost::Court { fee: asked, .. } => *asked,
            RemedyCost::Unknown | RemedyCost::TooEarly(_) | RemedyCost::NoLaw => return None,
        };
    }
    Some(sum)
}

/// What is kept of an amount that comes in.
pub fn commission(costs: &[RemedyCost], of: Minor) -> Option<Minor> {
    let mut sum = Minor::ZERO;
    for cost in costs {
        if let RemedyCost::Share(share) = cost {
            sum += share_of_amount(*share, of)?;
        }
    }
    Some(sum)
}
