//! Who owes what on a day. Learns the day and the sums; forgets places in the text.
//!
//! One walk through the entries in the order of their days ([`order`]), each carried out on the [`books`]:
//!
//! ```text
//!                 ┌─▶ settle      charges, then principal, earliest due first
//!  payment ───────┤
//!  credit, apply  ├─▶ account     what settles nothing waits here
//!                 └─▶ spread      or is spread, where the policy says so
//!  reversal ──────▶ undoes exactly what one payment did
//!  charge, waive, writeoff, void, settlement, discount ─▶ raise or close what is open
//! ```
//!
//! Every step is recorded, so each figure can be explained and each page be added up from the steps.
#![deny(clippy::arithmetic_side_effects)]

pub mod account;
pub mod ageing;
pub mod assertion;
pub mod books;
pub mod charge;
pub mod discount;
pub mod effect;
pub mod marks;
pub mod model;
pub mod order;
pub mod payment;
pub mod post;
pub mod prepayment;
pub mod principal;
pub mod proposal;
pub mod queue;
pub mod reversal;
pub mod reversible;
pub mod settle;
pub mod settlement;
pub mod spread;
pub mod statement;
pub mod steps;
pub mod void;
pub mod waiting;
pub mod writeoff;

pub use post::post;
