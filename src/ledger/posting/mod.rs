//! Posting: carries out every entry up to a day, and records each step.
//!
//! [`post`] walks through the entries; one file for each kind of act says what such an entry does to the
//! [`posting_state`]; the registers that this state is made of stand in [`state`].

pub mod allocate_to_invoice;
pub mod allocate_unreferenced;
pub mod charge;
pub mod discount;
pub mod on_account;
pub mod payment;
pub mod post;
pub mod posting_state;
pub mod prepayment;
pub mod reversal;
pub mod settlement;
pub mod state;
pub mod void;
pub mod writeoff;
