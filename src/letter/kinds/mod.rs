//! One file for each kind of letter: what it rests on, what its template may name, and what it says.
//!
//! The letters of the steps of a policy stand in [`step_kinds`], and what builds them in [`step`]. The other kinds are
//! asked for by name, and each rests on an entry of the journal. A further letter is one file here, its template in each
//! language, and a line in [`crate::letter::library::built_in`].

pub mod dispute;
pub mod handover;
pub mod instalment_missed;
pub mod plan;
pub mod plan_offer;
pub mod promise;
pub mod promise_broken;
pub mod settlement_offer;
pub mod statement;
pub mod step;
pub mod step_kinds;
pub mod thanks;
