//! What templates of letters may name. One list for each sort of letter: from it letters are filled, templates are
//! checked, and `letters --init-templates` describes every variable.

pub mod demanding;
pub mod ends;
pub mod known;
