//! What a contact note says about the talk: why the invoice is not paid, and whether that is true.

use crate::value::vocabulary::NonPaymentReason;

/// What a contact note says about the talk. Kept inside the event, so it is small: a byte a key.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ContactDetails {
    /// `reason:`, why it is not paid; `None` where the key is missing.
    pub reason: Option<NonPaymentReason>,
    /// `verified:`, whether the reason checked out; `None` where nobody says so.
    pub verified: Option<bool>,
    /// `satisfied:`, whether the customer is content with the work; `None` where nobody says so.
    pub satisfied: Option<bool>,
    /// `direction:`, whether the customer began (`in`); `None` where the key is missing.
    pub inbound: Option<bool>,
}

impl ContactDetails {
    /// Whether it tells anything of a talk that took place.
    pub const fn tells_of_talk(&self) -> bool {
        self.reason.is_some()
            || self.verified.is_some()
            || self.satisfied.is_some()
            || self.inbound.is_some()
    }
}
