//! The invoices of a claim by the fourteen-day letter that was the first to ask something of them, and what became of the
//! costs that entries record on them.

use super::costs::ClaimableCosts;
use super::fourteen_day_letter::FourteenDayLetter;
use super::invoice_claim::InvoiceClaim;
use super::joint_demands::DemandPart;
use super::letter_demand::LetterDemand;
use super::remark::NoCostsReason;
use crate::value::money::Minor;
use chrono::NaiveDate;

/// The invoices of a claim of which one letter was the first to ask something.
#[derive(Debug)]
pub struct LetterGroup<'a> {
    /// The letter.
    pub letter: FourteenDayLetter<'a>,
    /// These invoices.
    pub members: Vec<GroupMember>,
}

/// An invoice of a claim, with what the letter asked of it.
#[derive(Clone, Debug)]
pub struct GroupMember {
    /// The index of the invoice among those of the claim.
    pub claim_index: usize,
    /// What the letter asked of it, and what of that was paid inside its term.
    pub demand: LetterDemand,
}

/// What became of the recorded costs of an invoice, letter by letter.
#[derive(Clone, Copy, Debug, Default)]
pub struct RecordOutcome {
    /// What is recorded and no letter has taken yet.
    pub untaken: Minor,
    /// What letters allow of it, and since when.
    pub allowed: Option<(Minor, NaiveDate)>,
    /// Why a letter allows nothing.
    pub refusal: Option<NoCostsReason>,
}

/// Notes why the letter of a group gives nothing for its invoices.
pub fn refuse_group(group: &LetterGroup<'_>, outcomes: &mut [RecordOutcome], why: NoCostsReason) {
    for member in &group.members {
        if let Some(outcome) = outcomes.get_mut(member.claim_index) {
            outcome.refusal = outcome.refusal.or(Some(why));
        }
    }
}

/// Lets the letter of a group allow what is recorded on its invoices, as far as it gives that much. Returns how much of it is
/// recorded.
pub fn allow_recorded(
    group: &LetterGroup<'_>,
    outcomes: &mut [RecordOutcome],
    asked: ClaimableCosts,
) -> Minor {
    let mut left = asked.sum();
    for member in &group.members {
        if let Some(outcome) = outcomes.get_mut(member.claim_index) {
            let taken = outcome.untaken.min(left);
            left -= taken;
            outcome.untaken -= taken;
            let (most, since) = outcome.allowed.unwrap_or((Minor::ZERO, asked.from));
            outcome.allowed = Some((most + taken, since));
        }
    }
    asked.sum() - left
}

/// The index of the claim whose invoice was late first.
pub fn oldest_claim(cases: &[InvoiceClaim], members: &[GroupMember]) -> Option<usize> {
    let places = members.iter().map(|member| member.claim_index);
    places.min_by_key(|place| cases.get(*place).and_then(InvoiceClaim::first_overdue_day))
}

/// What a letter asks of invoices, for the scale of costs.
pub fn demand_parts(asked: &[LetterDemand]) -> Vec<DemandPart> {
    let parts = asked.iter().map(|demand| DemandPart {
        items: demand.items.clone(),
        due: demand.due,
        principal: demand.principal,
        asked_before: demand.asked_before,
    });
    parts.collect()
}

/// What was left of the parts of a letter when its term was over. A payment lowers the sum of all: what it had beyond one
/// invoice, where interest took a part of it, goes off the others.
pub fn left_after_term(asked: &[DemandPart], demands: &[LetterDemand]) -> Vec<DemandPart> {
    let mut surplus: Minor = demands
        .iter()
        .map(|it| (it.paid - it.principal).max(Minor::ZERO))
        .sum();
    let parts = asked.iter().zip(demands);
    let left = parts.map(|(part, demand)| {
        let left = demand.left();
        let taken = surplus.min(left);
        surplus -= taken;
        DemandPart {
            principal: left - taken,
            ..part.clone()
        }
    });
    left.collect()
}

/// The principal of the parts of a letter.
pub fn sum_of_parts(parts: &[DemandPart]) -> Minor {
    parts.iter().map(|part| part.principal).sum()
}
