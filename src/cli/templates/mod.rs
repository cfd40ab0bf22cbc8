//! Templates of letters on disk: the user's own are read, the built-in ones written to start from.

pub mod folder;
pub mod init;
