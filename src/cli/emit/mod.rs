//! What was found, for people and for programs. Learns lines and columns; forgets nothing that was found.

pub mod concise;
pub mod excerpt;
pub mod json;
pub mod people;
pub mod statistics;
pub mod summary;
pub mod verdict;
pub mod words;
