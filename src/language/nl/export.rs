//! The headings of tables that are written for spreadsheets and programs alone, in Dutch.

use crate::language::export::ExportWords;

/// The headings.
pub const EXPORT: ExportWords = ExportWords {
    closed: "Afgesloten op",
    payment_file: "Bestand van de boeking",
    payment_line: "Regel van de boeking",
    word: "Stap of woord",
    channel: "Hoe",
    reason: "Reden",
    outcome: "Uitkomst",
    with: "Met",
    spent: "Bestede tijd",
    follow_up: "Terugkomen op",
};
