//! Files: which ones are read, and how they are written.

pub mod disk;
pub mod documents;
pub mod folder_of_files;
pub mod journal_lookup;
pub mod named_file;
pub mod output_guard;
pub mod overlay;
pub mod repository;
pub mod wildcard;
pub mod writer;
