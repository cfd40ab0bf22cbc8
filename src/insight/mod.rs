//! How customers pay, and what can be expected of them. Works with settled items rather than with single entries.
//!
//! A habit belongs to one customer in one currency. It is based on what they did up to the as-of day, and is unknown
//! where that is too little. Days are whole numbers, medians may end in a half, and means are rounded once.
//!
//! | To find | look in |
//! |---|---|
//! | how late a customer pays | [`habit`] |
//! | whether that is an exception | [`pattern`] |
//! | whether he keeps his promises | [`promises`] |
//! | what he buys, and how many days of sales are open | [`sales`] |
//! | when what is open may come in | [`forecast`], [`open_invoice`], [`promised_amounts`], [`forecast_split`], [`expected_receipt`] |
//! | how much he owes against his limit, and how his trial goes | [`exposure`], [`trial`] |
//! | whether it is worth going on, and how | [`effort`], [`remedy`], [`remedy_input`], [`remedy_cost`], [`remedy_assessment`] |
//! | why he says he has not paid | [`non_payment_reasons`] |
//! | how soon he hears of being late | [`first_contact`] |
//! | what became of all that was as late | [`recovery`] |
//! | how soon invoices follow the work | [`invoice_lag`] |

pub mod effort;
pub mod expected_receipt;
pub mod exposure;
pub mod first_contact;
pub mod forecast;
pub mod forecast_split;
pub mod habit;
pub mod invoice_lag;
pub mod median;
pub mod non_payment_reasons;
pub mod open_invoice;
pub mod pattern;
pub mod promised_amounts;
pub mod promises;
pub mod recovery;
pub mod remedy;
pub mod remedy_assessment;
pub mod remedy_cost;
pub mod remedy_input;
pub mod sales;
pub mod trial;
