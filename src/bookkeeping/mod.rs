//! Everything that happened up to a day as double entry: balanced entries on accounts of a general ledger. Knows which event
//! is posted where; worded and written by others.
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
#![deny(clippy::arithmetic_side_effects)]

pub mod adjustments;
pub mod bad_debt_vat;
pub mod bookkeeping_entry;
pub mod day_entries;
pub mod entry_ids;
pub mod entry_queues;
pub mod entry_walk;
pub mod ledger_account;
pub mod receipts;
pub mod sales;
