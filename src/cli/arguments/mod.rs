//! What may be typed behind the name of the program, and what it means.

pub mod add_args;
pub mod args;
pub mod color;
pub mod command_line;
pub mod days;
pub mod help_page;
pub mod letters_help;
pub mod report_args;
