//! What may be asked on a day, by law and agreement. Learns the law; forgets how the books were kept.
//!
//! The ledger knows what was written; this room tells the same payments again by the order of the law, and adds what
//! the law gives without being written (SPEC.md section 12). The two views are never mixed: where they differ, the
//! claim says so.
//!
//! | To find | look in |
//! |---|---|
//! | what is known of some customers, gathered once for all claims | [`claim_index`] |
//! | whose claim it is, and which law holds | [`parties`] |
//! | what happened to an invoice, from the steps of the ledger | [`invoice_events`] |
//! | an invoice ready to be told again | [`invoice_claim`] |
//! | the fourteen-day letter, and what it allows | [`fourteen_day_letter`] |
//! | which costs may be asked | [`costs`]; of whom: [`consumer_costs`], [`business_costs`] |
//! | the lines of a claim | [`rows`]; what is said beside them: [`remark`] |
//! | until when it can be claimed at all | [`limitation`], and what renews that term: [`interruptions`]; what ends soon: [`expiring_claims`] |
//! | VAT on what nobody pays | [`bad_debt_vat`] |
#![deny(clippy::arithmetic_side_effects)]

pub mod bad_debt_vat;
pub mod build;
pub mod business_costs;
pub mod claim_index;
pub mod consumer_costs;
pub mod costs;
pub mod expiring_claims;
pub mod fourteen_day_letter;
pub mod interruptions;
pub mod invoice_claim;
pub mod invoice_events;
pub mod limitation;
pub mod model;
pub mod parties;
pub mod remark;
pub mod rows;

pub use build::build_customer_claims;
