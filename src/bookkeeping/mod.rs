//! What a bookkeeper is told: everything that happened as double entry, balanced entries on accounts of a general ledger; and
//! how the balances of a period came about. Knows the ledger, the law and the VAT, and which event is posted where; worded
//! and written by others.
//!
//! [`entry_walk`] goes through the days; the files beside it say what an event posts:
//!
//! ```text
//!  invoice, credit note, void ─▶ sales           debtors to turnover and VAT, by rate
//!  payment, reversal, refund  ─▶ receipts        bank, less what an agency kept, to debtors
//!  steps of the ledger        ─▶ adjustments     charges, discounts, what was given up, money moved to its invoice
//!  VAT on bad debts           ─▶ bad_debt_vat    asked back, and owed again
//! ```
//!
//! Debtors of a customer together are his balance in the ledger; each VAT account of a period is its box of the return on
//! the same basis. Both are laws in the tests.
//!
//! | Of a period | |
//! |---|---|
//! | how the balance of a customer came from its first day to its last | [`customer_movement`] |
//! | that movement, open items and the account of debtors agree | [`debtors_check`] |
//! | what became of open items afterwards | [`item_outcome`] |
//! | holes in rows of invoice numbers, and what explains them | [`number_gaps`] |
//! | what is not likely to come in, and why | [`provision`] |
//! | the VAT in what is open or was given up | [`vat_share`] |
#![deny(clippy::arithmetic_side_effects)]

pub mod account_numbers;
pub mod adjustments;
pub mod bad_debt_vat;
pub mod bookkeeping_entry;
pub mod customer_movement;
pub mod day_entries;
pub mod debtors_check;
pub mod entry_ids;
pub mod entry_queues;
pub mod entry_walk;
pub mod item_outcome;
pub mod named_entries;
pub mod number_gaps;
pub mod provision;
pub mod receipts;
pub mod sales;
pub mod vat_share;
