//! Ground: source text, places in it, what may be said about a place, and edits. No money here.

pub mod argument_form;
pub mod diagnostic;
pub mod diagnostic_kinds;
pub mod edit;
pub mod hint;
pub mod message;
pub mod problem;
pub mod quotation;
pub mod source;
pub mod span;
