//! One binary for all tests: it links once.

mod cli;
mod faults;
