//! The costs of each remedy, item by item, from the estimates of a person, the journal, and the table of court fees.

use super::remedy::{Estimates, Remedy};
use super::remedy_input::RemedyInput;
use crate::journal::event_details::Commission;
use crate::policy::jurisdiction::citation::Citation;
use crate::policy::jurisdiction::dated_table::{BeforeTableStart, StaleTable};
use crate::policy::jurisdiction::law::{Court, CourtFee, Law};
use crate::value::money::Minor;
use crate::value::rounding::{divide_rounded, share_of_amount};
use crate::value::share::Share;

/// A cost of a remedy. Amounts are in minor units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RemedyCost {
    /// Own time.
    Time {
        /// The time in minutes.
        minutes: u64,
        /// Whether it falls back to the effort recorded so far, because no estimate is given.
        is_from_effort: bool,
        /// The value of the time; `None` where no hourly rate is given.
        value: Option<Minor>,
    },
    /// A fee.
    Fee(Minor),
    /// A percentage of what comes in.
    Share(Share),
    /// The fee of the court.
    Court {
        /// The fee.
        fee: Minor,
        /// The fee for what is open alone, without interest and further costs, where that is lower.
        lower_fee: Option<Minor>,
        /// Whether the court hears the larger claims, where a lawyer is needed.
        needs_lawyer: bool,
        /// The source of the fee.
        citation: Citation,
        /// The warning that the table was last checked for an earlier day; `None` where it was checked.
        stale: Option<StaleTable>,
    },
    /// The cost is not given.
    Unknown,
    /// The table of court fees begins after the day.
    TooEarly(BeforeTableStart),
    /// The law of the customer's country is unknown, or its fees are in another currency.
    NoLaw,
}

/// The costs of a remedy.
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

/// The costs of going to court, by all that is claimed. The court for larger claims requires a lawyer.
fn court_costs(claim: RemedyInput<'_>, said: &Estimates<Minor>) -> Vec<RemedyCost> {
    let Some(law) = claim.law.filter(|law| law.currency == claim.currency) else {
        return vec![RemedyCost::NoLaw];
    };
    let needs_lawyer = court_for(law, claim.claimed) == Court::District;
    let mut costs = Vec::new();
    costs.push(match law.court_fees.row_on(claim.as_of) {
        Ok(row) => {
            let fee_for = |sum: Minor| {
                let fee = CourtFee::for_claim(row.cited.value(), court_for(law, sum), sum)?;
                Some(if said.is_natural_person {
                    fee.person
                } else {
                    fee.company
                })
            };
            let fee = fee_for(claim.claimed);
            fee.map_or(RemedyCost::NoLaw, |fee| RemedyCost::Court {
                fee,
                lower_fee: fee_for(claim.open).filter(|lower| *lower < fee),
                needs_lawyer,
                citation: row.cited.citation(),
                stale: law.court_fees.stale_on(claim.as_of),
            })
        }
        Err(early) => RemedyCost::TooEarly(early),
    });
    if needs_lawyer {
        costs.push(said.lawyer_fee.map_or(RemedyCost::Unknown, RemedyCost::Fee));
    }
    costs
}

/// The court that hears a claim.
fn court_for(law: &Law, claim: Minor) -> Court {
    if claim <= *law.small_claims_limit.value() {
        Court::SmallClaims
    } else {
        Court::District
    }
}

/// The own time of a remedy, as estimated. For self-collection without an estimate it is as much again as was spent so
/// far.
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

/// The costs that arise in any case. Time without an hourly rate counts as zero, which the page says. `None` where a
/// cost is unknown.
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

/// The commission on an amount that comes in.
pub fn commission(costs: &[RemedyCost], of: Minor) -> Option<Minor> {
    let mut sum = Minor::ZERO;
    for cost in costs {
        if let RemedyCost::Share(share) = cost {
            sum += share_of_amount(*share, of)?;
        }
    }
    Some(sum)
}
