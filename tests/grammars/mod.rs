//! The grammars for editors: they know the words of the parser, and take journals apart as it does.

mod editors;
mod keyword_lists;
mod made_journal;
mod notation;
mod parity;
mod recognizer;
mod three_readings;
mod trees;
mod words;
