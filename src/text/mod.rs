//! Ground: source text, places in it, what may be said about a place, and edits. No money here.

pub mod diagnostic;
pub mod edit;
pub mod form;
pub mod hint;
pub mod kinds;
pub mod message;
pub mod problem;
pub mod quotation;
pub mod source;
pub mod span;
