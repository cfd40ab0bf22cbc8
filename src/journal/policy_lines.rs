//! Interest, costs and steps of a policy: from the lines of its declaration, and back to them.

use super::ladder::{CostTerms, HANDOVER_STAGE, InterestTerms, Stage, Threshold};
use crate::syntax::directive::policy::{CostsLine, InterestLine, StageLine, StageSide};
use crate::syntax::entry::Amount;
use crate::text::span::Spanned;
use crate::value::money::Money;
use crate::value::vocabulary::{ClaimBasis, HandoverRecipient};

/// The interest that a line claims; that of the law where there is no line.
pub const fn to_interest_terms(written: Option<InterestLine>) -> InterestTerms {
    match written {
        Some(InterestLine::Share { share, .. }) => InterestTerms::Yearly(share.node),
        Some(InterestLine::Basis(ClaimBasis::None)) => InterestTerms::None,
        Some(InterestLine::Basis(ClaimBasis::Statutory)) | None => InterestTerms::Statutory,
    }
}

/// The costs that a line claims; those of the law where there is no line.
pub fn to_cost_terms(written: Option<CostsLine>) -> CostTerms {
    match written {
        Some(CostsLine::Amount(amount)) => CostTerms::Fixed(Money::from(amount)),
        Some(CostsLine::Basis(ClaimBasis::None)) => CostTerms::None,
        Some(CostsLine::Basis(ClaimBasis::Statutory)) | None => CostTerms::Statutory,
    }
}

/// The step that a line writes.
pub fn to_stage(line: &StageLine<'_>) -> Stage {
    Stage {
        name: line.name.node.into(),
        threshold: match line.side {
            Some(StageSide::Before) => Threshold::Before(line.offset),
            Some(StageSide::After) | None => Threshold::After(line.offset),
        },
        gap: line.gap,
        deadline: line.deadline,
        channels: line.channels.clone(),
        fee: line.fee.map(Money::from),
        letter: line.letter.map(|name| name.node.into()),
        recipient: line
            .recipient
            .map_or(HandoverRecipient::Agency, |to| to.node),
    }
}

/// The line of a step.
pub fn to_stage_line(stage: &Stage) -> StageLine<'_> {
    let (offset, side) = match stage.threshold {
        Threshold::Before(time) => (time, StageSide::Before),
        Threshold::After(time) => (time, StageSide::After),
    };
    StageLine {
        name: Spanned::without_span(&stage.name),
        offset,
        side: Some(side),
        gap: stage.gap,
        deadline: stage.deadline,
        channels: stage.channels.clone(),
        fee: stage.fee.map(Amount::from),
        letter: stage.letter.as_deref().map(Spanned::without_span),
        recipient: (stage.recipient != HandoverRecipient::Agency || *stage.name == *HANDOVER_STAGE)
            .then(|| Spanned::without_span(stage.recipient)),
    }
}

/// The line that claims such interest.
pub const fn to_interest_line(terms: InterestTerms) -> InterestLine {
    match terms {
        InterestTerms::None => InterestLine::Basis(ClaimBasis::None),
        InterestTerms::Statutory => InterestLine::Basis(ClaimBasis::Statutory),
        InterestTerms::Yearly(share) => InterestLine::Share {
            share: Spanned::without_span(share),
            is_yearly: true,
        },
    }
}

/// The line that claims such costs.
pub fn to_costs_line(terms: CostTerms) -> CostsLine {
    match terms {
        CostTerms::None => CostsLine::Basis(ClaimBasis::None),
        CostTerms::Statutory => CostsLine::Basis(ClaimBasis::Statutory),
        CostTerms::Fixed(amount) => CostsLine::Amount(amount.into()),
    }
}
