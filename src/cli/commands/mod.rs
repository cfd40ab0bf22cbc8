//! Every command, in a file or folder of its own.

pub mod check;
pub mod completions;
pub mod dossier;
pub mod explain;
pub mod explain_keyword;
pub mod export;
mod export_accountant;
pub mod fmt;
pub mod init;
pub mod letters;
pub mod man;
pub mod policy;
pub mod report;
