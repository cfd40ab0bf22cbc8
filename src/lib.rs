//! x
pub mod journal;
pub mod ledger;
pub mod text;
pub mod value;
