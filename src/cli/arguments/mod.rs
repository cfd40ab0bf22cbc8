//! What may be typed behind the name of the program, and what it means.

pub mod advice_args;
pub mod args;
pub mod color;
pub mod columns;
pub mod command_line;
pub mod days;
pub mod report_args;
