//! `export accountant`: the tables of a quarter, read as a bookkeeper would, and laws over random journals.

mod books_and_return;
mod laws;
mod layouts;
mod quarter;
pub mod shelf;
mod since_entry;
mod wanted_columns;
