//! What was found, for people and for programs. Learns lines and columns; forgets nothing that was found.

pub mod concise;
pub mod excerpt;
pub mod failure_json;
pub mod finding_printer;
pub mod first_findings;
pub mod json;
pub mod selected_findings;
pub mod statistics;
pub mod summary;
