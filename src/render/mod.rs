//! Pages to bytes. Learns a medium; forgets the types of cells.

pub mod csv;
pub mod figure;
pub mod grid;
pub mod json;
pub mod lane;
pub mod medium;
pub mod text;
pub mod visible;
pub mod wrap;

use medium::Medium;

/// Every medium a report can be had in, the one for people first.
pub static MEDIA: &[&Medium] = &[&text::TEXT, &csv::CSV, &json::JSON];
