//! Assesses each remedy: what it may bring, what it costs, and how likely success must be to make it worthwhile.
//!
//! The expected amount is the open amount times the chance of payment. Subtracted from it are commission, and costs
//! that arise in any case: a fee, a court fee, own time. Without a chance there is no expected amount, only the least
//! chance at which a remedy covers its costs. Effort spent before does not count.

use super::remedy::{Estimates, Remedy};
use super::remedy_cost::{RemedyCost, commission, fixed_cost, remedy_costs};
use super::remedy_input::RemedyInput;
use crate::value::money::Minor;
use crate::value::rounding::share_of_amount;
use crate::value::share::Share;

/// The assessment of one remedy. Amounts are in minor units.
#[derive(Clone, Debug)]
pub struct RemedyAssessment {
    /// The remedy.
    pub remedy: Remedy,
    /// The chance of payment; `None` where it is not given.
    pub chance: Option<Share>,
    /// The open amount times the chance; `None` without a chance.
    pub expected: Option<Minor>,
    /// The costs, item by item.
    pub costs: Vec<RemedyCost>,
    /// The costs that arise in any case, plus the commission on the expected amount; `None` where an item is unknown.
    pub total_cost: Option<Minor>,
    /// The expected amount less the costs; `None` where either is unknown.
    pub result: Option<Minor>,
    /// The least chance in whole per cent, rounded up, at which the remedy covers its costs. Above 100 it never does.
    /// `None` where nothing remains of what comes in, or a cost is unknown.
    pub break_even: Option<i64>,
    /// The conclusion.
    pub verdict: RemedyVerdict,
}

/// The conclusion about a remedy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RemedyVerdict {
    /// It brings more than any other.
    Best,
    /// It brings more than it costs.
    Worthwhile,
    /// It costs as much as it brings, or more.
    NotWorthwhile,
    /// It is worthwhile if the chance of payment is at least the least chance.
    WorthwhileFromChance,
    /// A cost is unknown.
    CostUnknown,
    /// The open amount is below the threshold for asking somebody outside.
    BelowThreshold,
    /// Earlier steps of the ladder are not done.
    NotYet,
    /// The customer may not be handed over.
    NoHandover,
    /// The customer is insolvent: a claim can be filed, but nothing collected.
    Insolvent,
}

/// Assesses every remedy.
pub fn assess_remedies(claim: RemedyInput<'_>, said: &Estimates<Minor>) -> Vec<RemedyAssessment> {
    let mut all: Vec<RemedyAssessment> =
        Remedy::ALL.map(|it| assess_remedy(claim, said, it)).into();
    let results = all
        .iter()
        .filter(|it| it.verdict == RemedyVerdict::Worthwhile);
    let most = results.filter_map(|it| it.result).max();
    // Once all available remedies are assessed and none brings a gain, giving up is the best, because it loses nothing
    // more.
    let settled = |it: &RemedyAssessment| {
        !matches!(
            it.verdict,
            RemedyVerdict::WorthwhileFromChance
                | RemedyVerdict::CostUnknown
                | RemedyVerdict::NotYet
        )
    };
    let all_settled = all.iter().all(settled);
    for one in &mut all {
        let stops = one.remedy == Remedy::Stop && most.is_none() && all_settled;
        if stops || (one.verdict == RemedyVerdict::Worthwhile && one.result == most) {
            one.verdict = RemedyVerdict::Best;
        }
    }
    all
}

fn assess_remedy(
    claim: RemedyInput<'_>,
    said: &Estimates<Minor>,
    remedy: Remedy,
) -> RemedyAssessment {
    let costs = remedy_costs(claim, said, remedy);
    let chance = said.chance_of(remedy).filter(|_| remedy != Remedy::Stop);
    let expected = match remedy {
        Remedy::Stop => Some(Minor::ZERO),
        _ => chance.and_then(|chance| share_of_amount(chance, claim.open)),
    };
    let fixed = fixed_cost(&costs);
    let kept = |of: Minor| commission(&costs, of);
    let cost = fixed.and_then(|fixed| Some(fixed + expected.map_or(Some(Minor::ZERO), kept)?));
    let result = expected.zip(cost).map(|(expected, cost)| expected - cost);
    let net = kept(claim.open).map(|kept| claim.open - kept);
    let break_even = match remedy {
        Remedy::Stop => None,
        _ => fixed
            .zip(net)
            .and_then(|(fixed, net)| break_even_chance(fixed, net)),
    };
    let mut weighed = RemedyAssessment {
        remedy,
        chance,
        expected,
        costs,
        total_cost: cost,
        result,
        break_even,
        verdict: RemedyVerdict::NotWorthwhile,
    };
    weighed.verdict = verdict_of(claim, said, &weighed);
    weighed
}

fn verdict_of(
    claim: RemedyInput<'_>,
    said: &Estimates<Minor>,
    it: &RemedyAssessment,
) -> RemedyVerdict {
    let bars = claim.obstacles;
    let small = said.threshold.is_some_and(|least| claim.open < least);
    let outside = it.remedy.is_outside();
    if it.remedy == Remedy::Stop {
        return RemedyVerdict::NotWorthwhile;
    }
    if bars.insolvent {
        return RemedyVerdict::Insolvent;
    }
    if bars.no_agency && it.remedy == Remedy::Agency {
        return RemedyVerdict::NoHandover;
    }
    if small && outside {
        return RemedyVerdict::BelowThreshold;
    }
    let verdict = verdict_by_figures(it);
    // What is worth nothing after the steps that are left is worth nothing: one advice, not two.
    if bars.steps_left && outside && verdict != RemedyVerdict::NotWorthwhile {
        return RemedyVerdict::NotYet;
    }
    verdict
}

/// What follows from costs and chances alone.
fn verdict_by_figures(it: &RemedyAssessment) -> RemedyVerdict {
    if it.total_cost.is_none() {
        return RemedyVerdict::CostUnknown;
    }
    match (it.break_even, it.result) {
        (None | Some(101..), _) => RemedyVerdict::NotWorthwhile,
        (_, Some(result)) if result.is_positive() => RemedyVerdict::Worthwhile,
        (_, Some(_)) => RemedyVerdict::NotWorthwhile,
        (_, None) => RemedyVerdict::WorthwhileFromChance,
    }
}

/// The least chance in whole per cent, rounded up, at which `net` covers `fixed`; `None` where nothing remains of what
/// comes in.
///
/// ```
/// use tegoed::insight::remedy_assessment::break_even_chance;
/// use tegoed::value::money::Minor;
/// assert_eq!(break_even_chance(Minor(250_00), Minor(50_00)), Some(500));
/// assert_eq!(break_even_chance(Minor(250_00), Minor(10_000_00)), Some(3));
/// assert_eq!(break_even_chance(Minor(0), Minor(50_00)), Some(0));
/// ```
pub fn break_even_chance(fixed: Minor, net: Minor) -> Option<i64> {
    if net.0 <= 0 {
        return None;
    }
    let percent = fixed.0.checked_mul(100)?;
    let up = percent
        .checked_add(net.0.checked_sub(1)?)?
        .checked_div(net.0)?;
    i64::try_from(up).ok()
}
