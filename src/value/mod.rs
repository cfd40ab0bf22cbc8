//! Ground: money, days, names of things, and the shelves they stand on. No text here.
#![deny(clippy::arithmetic_side_effects)]

pub mod calendar;
pub mod channel;
pub mod currency;
pub mod exact_amount;
pub mod index_vec;
pub mod key_name;
pub mod money;
pub mod payment_reference;
pub mod rounding;
pub mod share;
pub mod vocabulary;
pub mod word_enum;
