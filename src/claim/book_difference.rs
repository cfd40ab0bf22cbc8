//! Why a claim differs from what the ledger has open.

use super::invoice_claim::InvoiceClaim;
use super::model::{Claim, ClaimRow, ClaimRowKind};
use super::remark::{ClaimRemark, DifferenceCause, UnclaimedCharge};
use crate::value::money::Minor;

/// Why the claim differs from the ledger, in a fixed order of causes. What no other cause explains is the order of
/// allocation.
pub fn difference_causes(
    claim: &Claim,
    cases: &[InvoiceClaim],
    derived: &[ClaimRow],
    remarks: &[ClaimRemark],
) -> Vec<(DifferenceCause, Minor)> {
    let reckoned = |row: &&ClaimRow| row.kind == ClaimRowKind::Interest && row.rate.is_some();
    let reckoned = claim.rows.iter().filter(reckoned);
    let interest: Minor = reckoned.map(|row| row.amount).sum();
    let costs: Minor = derived.iter().map(|row| row.amount).sum();
    let written: Minor = cases.iter().map(InvoiceClaim::excluded_interest).sum();
    let refused = remarks.iter().map(|remark| match remark {
        ClaimRemark::ChargeNotClaimed(UnclaimedCharge { amount, .. })
            if amount.currency == claim.currency =>
        {
            amount.minor
        }
        _ => Minor::ZERO,
    });
    let refused: Minor = refused.sum();
    let waiting = claim
        .rows
        .iter()
        .filter(|row| row.ground.is_waiting_money());
    let waiting: Minor = waiting.map(|row| row.amount).sum();
    let not_asked = claim.not_asked;
    let order = claim.total - claim.book_balance - interest - costs + written + refused - waiting
        + not_asked;
    let causes = [
        (DifferenceCause::Interest, interest),
        (DifferenceCause::Costs, costs),
        (DifferenceCause::RecordedInterest, -written),
        (DifferenceCause::RefusedCharges, -refused),
        (DifferenceCause::WaitingMoney, waiting),
        (DifferenceCause::NotAsked, -not_asked),
        (DifferenceCause::AllocationOrder, order),
    ];
    let mut causes = causes.to_vec();
    causes.retain(|(_, amount)| !amount.is_zero());
    causes
}
