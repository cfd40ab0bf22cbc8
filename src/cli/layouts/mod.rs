//! Layouts of files for the programs of bookkeepers: those that come with this program, each a text, and an office's own.

pub mod built_in;
pub mod found_layout;
pub mod layout_files;
mod layout_text;
pub mod read_layout;
