//! The language server, asked through the protocol as an editor asks it. Journals stand in memory; what comes back is a
//! page that a person can read.

mod actions;
mod asked;
mod damaged_messages;
mod files_read;
mod layout;
mod same_findings;
mod session;
mod shown;
mod surroundings;
mod typed_year;
