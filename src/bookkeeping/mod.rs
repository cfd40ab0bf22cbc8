//! What a bookkeeper is told of a period. Knows the ledger, the law and the VAT; changes nothing.
//!
//! | To find | look in |
//! |---|---|
//! | how the balance of a customer came from the first day of a period to its last | [`customer_movement`] |
//! | that movement, open items and the account of debtors agree | [`debtors_check`] |
//! | what became of open items afterwards | [`later_steps`] |
//! | holes in rows of invoice numbers, and what explains them | [`number_gaps`] |
//! | what is not likely to come in, and why | [`provision`] |
//! | the VAT in what is open or was given up | [`vat_share`] |
#![deny(clippy::arithmetic_side_effects)]

pub mod customer_movement;
pub mod debtors_check;
pub mod later_steps;
pub mod number_gaps;
pub mod provision;
pub mod vat_share;
