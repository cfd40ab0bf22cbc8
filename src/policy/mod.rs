//! What the law allows a creditor to claim, and by when: pure arithmetic on a [`jurisdiction::law::Law`].
//!
//! Knows the law and how reliable each value of it is; knows no journal and no clock. Every answer has its source, and
//! the warning that belongs to it.
//!
//! | To find | look in |
//! |---|---|
//! | what a country's law answers | [`jurisdiction::law`], [`jurisdiction::nl`] |
//! | rates by date, and until when they were checked | [`jurisdiction::nl::rates`] |
//! | which law holds between two parties | [`jurisdiction::law_list`] |
//! | the sentences of a law | [`jurisdiction::legal_words`] |
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
