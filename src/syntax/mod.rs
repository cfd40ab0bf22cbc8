//! How a journal is written: reads text into entries, in which every word keeps its place.
//!
//! The rules of `grammar/tegoed.ebnf` are nom parsers here. Each has its line of the page above it, in backquotes:
//!
//! | To find | look in |
//! |---|---|
//! | the journal and its lines, their indent, free text | [`lines`] |
//! | the start of a header; a detail and its key | [`header`], [`detail`] |
//! | arguments in any order, as the table of a keyword or key says | `arguments`, [`open_slots`] |
//! | one argument in one of its forms | [`value`], and `amount`, [`number`], `date`, `duration`, `share`, [`token`] |
//! | a line of an invoice | `item_line` |
//! | a keyword: its table, its typed node, how it is read and printed | [`directive`], one file each |
//! | what a rule may answer, and the combinators that nom lacks | [`rule`], `combinators` |
//! | the way from text to entries; a file that is kept in memory | [`reader`], [`journal_file`] |
//! | what an editor may offer at a place | [`offer`] |
//! | entries as text | [`journal_entry`], [`mod@print`] |
//!
//! A rule has one of three results ([`rule::Parsed`]): nothing of its kind stands here; a value; or something of its
//! kind that is wrong. A value that was read and is only doubtful leaves a remark ([`parse_context`]). Where no rule
//! fits, [`mistakes`] works out what to say. A finding is data; its words are made in `language/en/findings.rs`.
//!
//! Words used here: a *slot* is a place for an argument in a table; its *form* is what the argument looks like; a
//! *clause* is a slot behind a word such as `due`; an *own key* is one that starts with `x-`.

mod amount;
pub mod amount_column;
mod arguments;
mod blank;
pub mod clause;
mod combinators;
pub mod date;
pub mod detail;
pub mod detail_faults;
pub mod dialect;
pub mod directive;
pub mod duration;
pub mod entry;
pub mod entry_fields;
pub mod entry_lines;
pub mod first_byte;
pub mod header;
pub mod input;
mod item_line;
pub mod journal_entry;
pub mod journal_file;
pub mod keyword;
pub mod keyword_page;
pub mod kinds;
mod line_faults;
pub mod lines;
pub mod mistakes;
pub mod number;
pub mod offer;
pub mod open_slots;
pub mod parse_context;
pub mod print;
pub mod reader;
pub mod rule;
mod share;
pub mod table;
pub mod token;
pub mod unreadable_lines;
pub mod value;
pub mod vat_code;
pub mod whole_argument;
