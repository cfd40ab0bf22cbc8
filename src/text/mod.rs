//! Ground: source text, places in it, what may be said about a place, and edits. No money here.

pub mod diagnostic;
pub mod edit;
pub mod kinds;
pub mod source;
pub mod span;
