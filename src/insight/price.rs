//! What each remedy costs, line by line, from what a person says, what the journal says, and the dated table of court
//! fees.

use super::remedy::{Estimates, Remedy};
use super::weighing::Claim;
use crate::journal::event_details::Commission;
use crate::policy::jurisdiction::cited::Citation;
use crate::policy::jurisdiction::law::{Court, Fee};
use crate::policy::jurisdiction::table::{Stale, TooEarly};
use crate::value::money::Minor;
use crate::value::share::{Share, divide_rounded, share_of_amount};

/// A line of what a remedy costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cost {
    /// One's own time.
    Time {
        /// Minutes.
        minutes: u64,
        /// Taken from what was spent so far, for want of an estimate.
        as_before: bool,
        /// What it is worth; `None` where no hour has a price.
        worth: Option<Minor>,
    },
    /// A fee.
    Fee(Minor),
    /// A share of what comes in.
    Share(Share),
    /// What a court asks.
    Court {
        /// How much.
        asked: Minor,
        /// Where that stands.
        citation: Citation,
        /// The table was last checked for an earlier day.
        stale: Option<Stale>,
    },
    /// It is not said what it costs.
    Unknown,
    /// The table of fees does not reach back to the day.
    TooEarly(TooEarly),
    /// No law is known for the customer's country, or its fees are in another currency.
    NoLaw,
}

/// What a remedy costs.
pub fn costs(claim: Claim<'_>, said: &Estimates<Minor>, remedy: Remedy) -> Vec<Cost> {
    let mut costs = Vec::new();
    match remedy {
        Remedy::Own | Remedy::Stop => {}
        Remedy::Agency => costs.push(agency(claim, said)),
        Remedy::Lawyer => costs.push(said.lawyer.map_or(Cost::Unknown, Cost::Fee)),
        Remedy::Court => costs.extend(court(claim, said)),
    }
    costs.extend(time(claim, said, remedy));
    costs
}

fn agency(claim: Claim<'_>, said: &Estimates<Minor>) -> Cost {
    match (said.agency, claim.effort.commission) {
        (Some(share), _) | (None, Some(Commission::Share(share))) => Cost::Share(share),
        (None, Some(Commission::Amount(amount))) if amount.currency == claim.currency => {
            Cost::Fee(amount.minor)
        }
        _ => Cost::Unknown,
    }
}

/// What the court asks; before the one for larger claims a lawyer is needed.
fn court(claim: Claim<'_>, said: &Estimates<Minor>) -> Vec<Cost> {
    let Some(law) = claim.law.filter(|law| law.currency == claim.currency) else {
        return vec![Cost::NoLaw];
    };
    let small = claim.open <= *law.small_claims.value();
    let court = if small { Court::Small } else { Court::Large };
    let mut costs = Vec::new();
    costs.push(match law.court_fees.at(claim.on) {
        Ok(row) => {
            let fee = Fee::of(row.cited.value(), court, claim.open);
            fee.map_or(Cost::NoLaw, |fee| Cost::Court {
                asked: if said.person { fee.person } else { fee.company },
                citation: row.cited.citation(),
                stale: law.court_fees.stale(claim.on),
            })
        }
        Err(early) => Cost::TooEarly(early),
    });
    if !small {
        costs.push(said.lawyer.map_or(Cost::Unknown, Cost::Fee));
    }
    costs
}

/// One's own time: as estimated; for going on oneself else as much again as was spent so far.
fn time(claim: Claim<'_>, said: &Estimates<Minor>, remedy: Remedy) -> Option<Cost> {
    let estimated = said.time(remedy).map(u64::from);
    let before = Some(claim.effort.minutes).filter(|_| remedy == Remedy::Own);
    let minutes = estimated.or(before).filter(|minutes| *minutes > 0)?;
    let worth = said.hour.and_then(|hour| {
        let product = hour.0.checked_mul(minutes.into())?;
        divide_rounded(product, 60).map(Minor)
    });
    Some(Cost::Time {
        minutes,
        as_before: estimated.is_none(),
        worth,
    })
}

/// What is paid whether anything comes or not. Time without a price costs nothing, and the page says so.
pub fn fixed(costs: &[Cost]) -> Option<Minor> {
    let mut sum = Minor::ZERO;
    for cost in costs {
        sum += match cost {
            Cost::Time { worth, .. } => worth.unwrap_or_default(),
            Cost::Fee(fee) => *fee,
            Cost::Share(_) => Minor::ZERO,
            Cost::Court { asked, .. } => *asked,
            Cost::Unknown | Cost::TooEarly(_) | Cost::NoLaw => return None,
        };
    }
    Some(sum)
}

/// What is kept of an amount that comes in.
pub fn kept(costs: &[Cost], of: Minor) -> Option<Minor> {
    let mut sum = Minor::ZERO;
    for cost in costs {
        if let Cost::Share(share) = cost {
            sum += share_of_amount(*share, of)?;
        }
    }
    Some(sum)
}
