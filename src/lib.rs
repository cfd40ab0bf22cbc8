//! x
pub mod catalogue;
pub mod check;
pub mod cli;
pub mod document;
pub mod format;
pub mod journal;
pub mod language;
pub mod ledger;
pub mod load;
pub mod pipeline;
pub mod render;
pub mod report;
pub mod syntax;
pub mod text;
pub mod value;
