//! The headings of tables that are written for spreadsheets and programs alone, in English.

use crate::language::export::ExportWords;

/// The headings.
pub const EXPORT: ExportWords = ExportWords {
    closed: "Closed on",
    payment_file: "File of the entry",
    payment_line: "Line of the entry",
    word: "Step or word",
    channel: "Way",
    reason: "Reason",
    outcome: "Outcome",
    with: "With",
    spent: "Time spent",
    follow_up: "Follow-up",
};
