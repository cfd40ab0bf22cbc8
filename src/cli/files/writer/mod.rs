//! The one writer: every file of the user passes here. It ends with the old bytes or the new ones, never
//! with half of either, and says which.

pub mod file_content;
pub mod file_location;
pub mod file_metadata;
pub mod leftovers;
pub mod new_file;
pub mod open_writers;
pub mod replace;
pub mod signal_guard;
pub mod temporary_file;
