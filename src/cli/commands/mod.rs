//! Every command, in a file or folder of its own.

pub mod add;
pub mod check;
pub mod completions;
pub mod dossier;
pub mod explain;
pub mod export;
mod export_accountant;
pub mod fmt;
pub mod init;
pub mod letters;
#[cfg(feature = "lsp")]
pub mod lsp;
pub mod man;
pub mod mcp;
pub mod policy;
pub mod report;
