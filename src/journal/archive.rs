//! What was written at a place: file, line, and the words a report quotes.

use crate::text::span::Origin;
use chrono::NaiveDate;

/// What an entry says in the user's own words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quote {
    /// The file, as reached from the root file.
    pub file: String,
    /// The line of the header, from 1.
    pub line: u32,
    /// The keyword as written.
    pub keyword: String,
    /// The free text behind `|`; empty when there is none.
    pub text: String,
    /// Every detail: key (empty for `> words`) and value, in order.
    pub details: Vec<(String, String)>,
}

/// One file of the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Volume {
    /// The file, as reached from the root file.
    pub file: String,
    /// The place of its first byte.
    pub start: Origin,
    /// The place behind its last byte.
    pub end: Origin,
}

/// Looks up what was written. Reports get it as a trait so that they need no disk and no parser.
pub trait Archive {
    /// The entry that starts at a place. Its words are empty where the text is out of reach.
    fn quote(&self, origin: Origin) -> Quote;

    /// Every dated entry of the journal: its day and its place, in the order read.
    fn dated(&self) -> Vec<(NaiveDate, Origin)>;

    /// The files of the journal, in the order read.
    fn volumes(&self) -> Vec<Volume>;
}
