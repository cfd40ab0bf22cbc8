//! How a journal is written. Learns structure; forgets nothing: every word keeps its place.

mod detail;
pub mod dialect;
pub mod directive;
pub mod entry;
pub mod form;
pub mod grammar;
pub mod kinds;
pub mod lines;
pub mod number;
pub mod reader;
pub mod strange;
pub mod suggest;
pub mod token;
pub mod words;
