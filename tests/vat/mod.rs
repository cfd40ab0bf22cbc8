//! The VAT return: laws over random invoices, payments and credit notes, the worked quarter of SPEC.md 12.2, and the years of
//! the example firms.

mod example_years;
mod filed_laws;
mod late_entries;
pub mod laws;
mod listing_periods;
pub mod quarter;
mod remarks;
mod voids;
