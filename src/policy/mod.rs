//! What the seller may ask by law, and by when: pure arithmetic on a [`jurisdiction::law::Law`].
//!
//! Learns the law and what of it is sure; forgets nothing, knows no journal and no clock. Every answer comes with
//! the source it rests on, and with the warning that belongs to it.
//!
//! | To find | look in |
//! |---|---|
//! | what a country's law answers | [`jurisdiction::law`], `jurisdiction/nl.rs` |
//! | rates by date, and until when they were checked | `jurisdiction/rates.rs` |
//! | collection costs, and VAT on them | [`costs`] |
//! | interest by segments | [`interest`] |
//! | what a payment pays first | [`replay`] |
//! | when a fourteen-day letter has run out | [`notice_term`] |
//! | until when a claim lives | [`limitation`] |
//! | VAT on a bad debt | [`vat_relief`] |
#![deny(clippy::arithmetic_side_effects)]

pub mod costs;
pub mod interest;
pub mod jurisdiction;
pub mod limitation;
pub mod notice_term;
pub mod replay;
pub mod vat_relief;
