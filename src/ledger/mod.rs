//! Who owes what on a day. Learns the day and the sums; forgets places in the text.
//!
//! One walk through the entries in the order of their days ([`posting_order`]), each applied to the state of
//! [`posting`]:
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
//! The other files ask a posted [`Ledger`](model::Ledger): how old what is open is, what a statement lists, what waits.
//! Every step is recorded, so each figure can be explained and each page be added up from the steps.
#![deny(clippy::arithmetic_side_effects)]

pub mod ageing;
pub mod allocation_proposal;
pub mod balance_change;
pub mod balance_check;
pub mod discount_offer;
pub mod excess_credits;
pub mod first_voids;
pub mod model;
pub mod payer_candidates;
pub mod posting;
pub mod posting_order;
pub mod reductions;
pub mod statement;
pub mod unallocated;
pub mod vat_breakdown;

pub use posting::post::post;
