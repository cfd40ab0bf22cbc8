//! How a journal is written. Learns structure; forgets nothing: every word keeps its place.

mod amount;
pub mod attempt;
pub mod beginning;
mod day;
mod detail;
pub mod dialect;
pub mod directive;
pub mod entry;
pub mod form;
pub mod grammar;
mod habit;
mod header;
mod item;
pub mod kinds;
mod length;
pub mod lines;
mod misfit;
mod misplaced;
pub mod number;
mod part;
pub mod reader;
mod share;
pub mod strange;
pub mod suggest;
pub mod token;
pub mod words;
mod wrong_number;
