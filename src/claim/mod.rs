//! What may be asked on a day, by law and agreement. Learns the law; forgets how the books were kept.
//!
//! The ledger knows what was written; this room tells the same payments again by the order of the law, and adds what
//! the law gives without being written (SPEC.md section 12). The two views are never mixed: where they differ, the
//! claim says so.
//!
//! | To find | look in |
//! |---|---|
//! | what is known of some customers, gathered once for all claims | [`docket`] |
//! | whose claim it is, and which law holds | [`party`] |
//! | what happened to an invoice, from the steps of the ledger | [`happened`] |
//! | an invoice ready to be told again | [`case`] |
//! | the fourteen-day letter, and what it allows | [`letter`] |
//! | which costs may be asked | [`costs`]; of whom: [`consumer`], [`business`] |
//! | the lines of a claim | [`rows`]; what is said beside them: [`remark`] |
//! | until when it can be claimed at all | [`life`]; what ends soon: [`ending`] |
//! | VAT on what nobody pays | [`relief`] |
#![deny(clippy::arithmetic_side_effects)]

pub mod business;
pub mod case;
pub mod consumer;
pub mod costs;
pub mod docket;
pub mod ending;
pub mod happened;
pub mod letter;
pub mod life;
pub mod model;
pub mod party;
pub mod reckon;
pub mod relief;
pub mod remark;
pub mod rows;

pub use reckon::claim;
