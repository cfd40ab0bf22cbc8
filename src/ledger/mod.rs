//! Who owes what on a day. Learns the day and the sums; forgets places in the text.
//!
//! One walk through the entries in the order of their days ([`posting_order`]), each applied to the [`posting_state`]:
//!
//! ```text
//!                 ┌─▶ allocate_to_invoice    charges, then principal, earliest due first
//!  payment ───────┤
//!  credit, apply  ├─▶ account                what settles nothing waits here
//!                 └─▶ allocate_unreferenced  or is allocated, where the policy says so
//!  reversal ──────▶ undoes exactly what one payment did
//!  charge, waive, writeoff, void, settlement, discount ─▶ raise or close what is open
//! ```
//!
//! Every step is recorded, so each figure can be explained and each page be added up from the steps.
#![deny(clippy::arithmetic_side_effects)]

pub mod account;
pub mod ageing;
pub mod allocate_to_invoice;
pub mod allocate_unreferenced;
pub mod allocation_log;
pub mod allocation_proposal;
pub mod allocation_queue;
pub mod balance_change;
pub mod balance_check;
pub mod charge;
pub mod discount;
pub mod invoice_flags;
pub mod model;
pub mod payment;
pub mod posting;
pub mod posting_order;
pub mod posting_state;
pub mod prepayment;
pub mod principal;
pub mod reversal;
pub mod reversal_index;
pub mod settlement;
pub mod statement;
pub mod unallocated;
pub mod void;
pub mod writeoff;

pub use posting::post;
