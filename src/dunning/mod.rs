//! Where each open item stands on its ladder, and what may be done about it. Learns stages, holds and gates; forgets
//! how the money moved.
//!
//! Nothing is stored: every answer follows from entries dated up to a day (SPEC.md 10 and 11).
//!
//! ```text
//!  events ──▶ tracks     what was sent, promised, disputed, held: for each invoice and each customer
//!               │
//!  payments ─▶ receipts ─▶ arrangement   what became of a promise or a plan
//!               │
//!               ▼
//!            standing    the step that is done, the step that is next, and from which day
//!               │
//!               ▼
//!            position    the same for every open item, with the gates that are closed
//!               │
//!               ▼
//!            worklist    what to do this morning
//! ```
#![deny(clippy::arithmetic_side_effects)]

pub mod arrangement_status;
pub mod blocker;
pub mod dunning_state;
pub mod history;
pub mod hold;
pub mod ladder_position;
pub mod policy_lookup;
pub mod receipts;
pub mod worklist;
