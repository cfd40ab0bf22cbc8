//! What belongs in the VAT return of a period, and in the listing of supplies within the European Union. Knows the law;
//! changes nothing.
//!
//! Every cent of a return is a [`VatEntry`](vat_entry::VatEntry): what an invoice, a credit note, a receipt or a bad debt puts into which
//! box, with its place in the journal. The rest adds entries up.
//!
//! | To find | look in |
//! |---|---|
//! | one amount of a return, and why it stands there | [`vat_entry`] |
//! | what invoices and credit notes put into it, on their day | [`invoice_basis`] |
//! | what comes in, where VAT is owed when it is paid | [`cash_basis`] |
//! | the VAT on what nobody pays | [`bad_debt_relief`] |
//! | discounts for paying early, which leave it as it is | [`discounts_taken`] |
//! | what came after the return of its period was filed | [`late_entries`] |
//! | the turnover of a business that charges none because it is small | [`small_business`] |
//! | the boxes of a period | [`vat_return`] |
//! | what was sold at each rate | [`turnover_by_rate`] |
//! | the listing of supplies within the Union | [`eu_listing`] |
#![deny(clippy::arithmetic_side_effects)]

pub mod bad_debt_relief;
pub mod cash_basis;
pub mod discounts_taken;
pub mod eu_listing;
pub mod invoice_basis;
pub mod late_entries;
pub mod listing_periods;
pub mod small_business;
pub mod turnover_by_rate;
pub mod vat_entry;
pub mod vat_return;
