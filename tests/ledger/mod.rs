//! Balances: exact figures of the vectors, and laws that hold for every journal on every day.

mod every_cent;
mod figures;
mod laws;
mod oracle;
mod random;
mod rules;
pub mod shelf;
mod vectors;
