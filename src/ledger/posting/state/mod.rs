//! The registers of the posting state: each keeps one thing, and its fields are private.

pub mod account;
pub mod allocation_log;
pub mod allocation_queue;
pub mod closings;
pub mod credit_notes;
pub mod invoice_flags;
pub mod invoice_mention;
pub mod open_charges;
pub mod prepayment_queue;
pub mod principal;
pub mod reversal_index;
pub mod settlements;
pub mod skip_list;
pub mod writeoffs;
