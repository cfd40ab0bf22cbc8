//! How customers pay, and what can be expected of them. Works with settled items rather than with single entries.
//!
//! A habit belongs to one customer in one currency. It is based on what they did up to the as-of day, and is unknown
//! where that is too little. Days are whole numbers, medians may end in a half, and means are rounded once.
//!
//! | To find | look in |
//! |---|---|
//! | how late a customer pays | [`habit`] |
//! | whether paying late is an exception | [`pattern`] |
//! | whether customers keep their promises | [`promises`] |
//! | what a customer buys, and how many days of sales are open | [`sales`] |
//! | when open amounts may come in | [`forecast`], [`promised_amounts`], [`forecast_split`] |
//! | how much a customer owes against their limit, and how a trial goes | [`exposure`], [`trial`] |
//! | whether a remedy is worth its cost | [`effort`], [`remedy`], [`remedy_cost`], [`remedy_assessment`] |
//! | why customers say they have not paid | [`non_payment_reasons`] |
//! | how soon customers are contacted about a late invoice | [`first_contact`] |

pub mod effort;
pub mod exposure;
pub mod first_contact;
pub mod forecast;
pub mod forecast_split;
pub mod habit;
pub mod median;
pub mod non_payment_reasons;
pub mod pattern;
pub mod promised_amounts;
pub mod promises;
pub mod remedy;
pub mod remedy_assessment;
pub mod remedy_cost;
pub mod sales;
pub mod trial;
