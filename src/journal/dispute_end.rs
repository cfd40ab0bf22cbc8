//! What a dispute is about, how it ended, and what was conceded in it.

use super::event_details::EventDetails;
use super::model::Event;
use crate::value::money::Money;
use crate::value::vocabulary::DisputeOutcome;

impl Event {
    /// The amount that a dispute is about; `None` where it is about the whole invoice, or this is no dispute.
    pub const fn disputed_amount(&self) -> Option<Money> {
        if let EventDetails::Dispute(dispute) = &self.details {
            dispute.amount
        } else {
            None
        }
    }

    /// Whether it is the end of a dispute in which the customer was right.
    pub const fn is_upheld_dispute(&self) -> bool {
        matches!(
            self.details,
            EventDetails::Resolve {
                outcome: DisputeOutcome::Upheld,
                ..
            }
        )
    }

    /// Whether it is the end of a dispute in which something was conceded: the customer was right, or so much was agreed on.
    pub fn is_concession(&self) -> bool {
        let EventDetails::Resolve { outcome, conceded } = &self.details else {
            return false;
        };
        let is_settled = *outcome == DisputeOutcome::Settled && conceded.is_some();
        is_settled || *outcome == DisputeOutcome::Upheld
    }

    /// What the end of a dispute says was conceded; `None` where it does not say so, or this is no such end.
    pub fn conceded_amount(&self) -> Option<Money> {
        match &self.details {
            EventDetails::Resolve { conceded, .. } => conceded.as_deref().copied(),
            _ => None,
        }
    }
}
