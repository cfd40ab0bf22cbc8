//! Where each open item stands on its ladder, and what may be done about it. Learns stages, holds and blockers; forgets
//! how the money moved.
//!
//! Nothing is stored: every answer follows from entries dated up to a day (SPEC.md 10 and 11).
//!
//! ```text
//!  events ──▶ history    what was sent, promised, disputed, held: for each invoice and each customer
//!               │
//!  payments ─▶ receipts ─▶ arrangement_status   what became of a promise or a plan
//!               │
//!               ▼
//!         ladder_position    the step that is done, the step that is next, and from which day
//!               │
//!               ▼
//!         dunning_state      that of every open item, with what keeps its letter back
//! ```
#![deny(clippy::arithmetic_side_effects)]

pub mod arrangement_status;
pub mod blocker;
pub mod concessions;
pub mod contested;
pub mod credited_concessions;
pub mod dunning_state;
pub mod history;
pub mod hold;
pub mod item_cover;
pub mod ladder_position;
pub mod letter_scopes;
pub mod money_in_hand;
pub mod not_asked;
pub mod part_letters;
pub mod payable_day;
pub mod plan_limits;
pub mod policy_lookup;
pub mod receipts;
pub mod settlement;
pub mod stage_events;
pub mod step_fees;
pub mod suspension;
pub mod void_letter;
