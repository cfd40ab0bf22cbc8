//! x
pub mod text;
pub mod value;
