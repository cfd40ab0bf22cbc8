//! Every report of every example, as its reader sees it; and what must hold for all of them.

mod booklet;
mod call;
mod exports;
pub mod figures;
mod media;
mod narrow;
mod rules;
mod sheet_words;
pub mod shelf;
mod told;
#[cfg(feature = "xlsx")]
mod workbooks;
