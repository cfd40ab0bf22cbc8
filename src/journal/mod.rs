//! What the journal means. Learns who is who; forgets comments, spelling and files.

pub mod archive;
pub mod model;
pub mod names;
