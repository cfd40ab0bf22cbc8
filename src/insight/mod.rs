//! How people pay: learns habits from what was settled, forgets single entries.
//!
//! Nothing here is a guess about a stranger: a habit is of one customer in one currency, rests on what he did up to
//! the day of the ledger, and says so where that is too little. Days are whole numbers, a median may be a half, and
//! a mean is rounded once.
//!
//! | To find | look in |
//! |---|---|
//! | how late a customer pays | [`habit`] |
//! | whether that is an exception | [`pattern`] |
//! | whether he keeps his promises | [`promises`] |
//! | what he buys, and how many days of sales are open | [`sales`] |
//! | when what is open may come in | [`expectation`], [`arranged`], [`sharing`] |
//! | how much he owes against his limit, and how his trial goes | [`exposure`], [`trial`] |
//! | whether it is worth going on, and how | [`effort`], [`remedy`], [`price`], [`weighing`] |
//! | why he says he has not paid | [`talks`] |
//! | how soon he hears of being late | [`first_contact`] |

pub mod arranged;
pub mod effort;
pub mod expectation;
pub mod exposure;
pub mod first_contact;
pub mod habit;
pub mod halves;
pub mod pattern;
pub mod price;
pub mod promises;
pub mod remedy;
pub mod sales;
pub mod sharing;
pub mod talks;
pub mod trial;
pub mod weighing;
