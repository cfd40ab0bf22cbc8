//! Source text, places in it, findings about a place, and edits. Knows nothing about money.

pub mod argument_form;
pub mod diagnostic;
pub mod diagnostic_kinds;
pub mod edit;
pub mod hint;
pub mod include_table;
pub mod message;
pub mod problem;
pub mod quotation;

pub mod sha256;
pub mod source;
pub mod span;
