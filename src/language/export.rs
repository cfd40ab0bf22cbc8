//! The headings of tables that are written for spreadsheets and programs alone.

/// The headings of columns that no page for reading has.
#[derive(Clone, Copy, Debug)]
pub struct ExportWords {
    /// The day on which something was closed.
    pub closed: &'static str,
    /// The file of the entry that settled or claimed something.
    pub payment_file: &'static str,
    /// The line of that entry.
    pub payment_line: &'static str,
    /// The word of an entry: a step, a reason, what was promised.
    pub word: &'static str,
    /// The ways that a contact went.
    pub channel: &'static str,
    /// The reason that somebody gave.
    pub reason: &'static str,
    /// How a contact ended.
    pub outcome: &'static str,
    /// With whom somebody spoke.
    pub with: &'static str,
    /// The time it took.
    pub spent: &'static str,
    /// The day to come back to it.
    pub follow_up: &'static str,
}
