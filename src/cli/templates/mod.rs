//! Templates of letters on disk: the user's own are read, the built-in ones written to start from.

pub mod init_templates;
pub mod template_folder;
