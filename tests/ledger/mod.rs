//! Balances: exact figures of the vectors, and laws that hold for every journal on every day.

mod every_cent;
pub mod figures;
mod laws;
mod oracle;
pub mod random;
mod rules;
pub mod shelf;
mod vectors;
