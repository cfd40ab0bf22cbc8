//! What the seller may ask by law, and by when: pure arithmetic on a [`jurisdiction::law::Law`].
//!
//! Learns the law and what of it is sure; forgets nothing, knows no journal and no clock.
#![deny(clippy::arithmetic_side_effects)]

pub mod jurisdiction;
