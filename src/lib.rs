//! x
pub mod document;
pub mod journal;
pub mod language;
pub mod ledger;
pub mod load;
pub mod render;
pub mod report;
pub mod syntax;
pub mod text;
pub mod value;
