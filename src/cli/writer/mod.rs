//! The one writer: every file of the user passes here. It ends with the old bytes or the new ones, never
//! with half of either, and says which.

pub mod calm;
pub mod create;
pub mod likeness;
pub mod place;
pub mod replace;
pub mod temporary;
