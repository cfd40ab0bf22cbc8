//! The command line: the only room that knows the disk, the clock, colours and exit codes.

pub mod clock;
pub mod days;
pub mod disk;
pub mod escape;
pub mod exit;
pub mod input;
pub mod overlay;
pub mod wildcard;
pub mod writer;
