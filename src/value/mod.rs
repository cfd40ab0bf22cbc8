//! Values without text: money, percentages, dates, and the fixed words of a journal as enums.
#![deny(clippy::arithmetic_side_effects)]

pub mod appointment_outcome;
pub mod calendar;
pub mod channel;
pub mod currency;
pub mod exact_amount;
pub mod index_lists;
pub mod index_vec;
pub mod key_name;
pub mod ledger_account;
pub mod mail_address;
pub mod money;
pub mod payment_reference;
pub mod period;
pub mod rounding;
pub mod share;
pub mod vat_code;
pub mod vocabulary;
pub mod word_enum;
