//! What a contact note says about the talk: why the invoice is not paid, and whether that is true.

use crate::word_enum;

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

word_enum! {
    /// Why a customer has not paid (SPEC.md section 3.7).
    NonPaymentReason {
        /// It was forgotten.
        Forgot = "forgot",
        /// Their administration went wrong: lost, unapproved, a wrong account.
        Admin = "admin",
        /// There is no money.
        Cashflow = "cashflow",
        /// The work did not please.
        Dissatisfied = "dissatisfied",
        /// The claim is disputed.
        Dispute = "dispute",
        /// The customer was asked and gave no reason.
        NotGiven = "none",
    }
}
