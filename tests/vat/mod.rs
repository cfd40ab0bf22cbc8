//! The VAT return: laws over random invoices, payments and credit notes, and the worked quarter of SPEC.md 12.2.

mod laws;
pub mod quarter;
