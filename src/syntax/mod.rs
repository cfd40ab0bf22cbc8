//! How a journal is written. Learns structure; forgets nothing: every word keeps its place.
//!
//! The rules of `grammar/tegoed.ebnf` as nom parsers, from the line down: [`lines`], [`header`] and [`detail`],
//! [`arguments`] by the table of a keyword ([`directive`]), and one file for each form of an argument. A rule tells
//! three things apart ([`rule::Parsed`]): nothing of its kind stands here, here it is, it is of the kind but wrong. What
//! is wrong with a line is found in [`mistakes`], which is asked only then. It is told as data, for which a language has
//! the words: no sentence stands in this room.

mod amount;
pub mod amount_column;
mod arguments;
mod blank;
pub mod clause;
mod combinators;
mod date;
pub mod detail;
pub mod dialect;
pub mod directive;
pub mod duration;
pub mod entry;
pub mod entry_fields;
pub mod first_byte;
pub mod header;
pub mod input;
mod item_line;
pub mod journal_entry;
pub mod journal_file;
pub mod keyword;
pub mod kinds;
pub mod lines;
pub mod mistakes;
pub mod number;
pub mod offer;
pub mod open_slots;
pub mod print;
pub mod reader;
pub mod reading;
pub mod rule;
mod share;
pub mod table;
pub mod token;
pub mod value;
