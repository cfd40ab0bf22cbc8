//! The command line: the only room that knows the disk, the clock, colours and exit codes.

pub mod exit;
pub mod writer;
