//! Balances: exact figures of the vectors, and laws that hold for every journal on every day.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::missing_panics_doc,
    missing_docs,
    reason = "a test that cannot go on should stop"
)]

mod figures;
mod laws;
mod oracle;
mod random;
mod rules;
mod shelf;
mod vectors;
