//! Who owes what on a day. Learns the day and the sums; forgets places in the text.
#![deny(clippy::arithmetic_side_effects)]

pub mod model;
