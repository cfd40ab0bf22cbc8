//! The law of the Netherlands: its figures with their sources, its identifiers, and its sentences.

pub mod chart;
pub mod court_fees;
pub mod holidays;
pub mod identifiers;
pub mod law;
pub mod rates;
pub mod vat_return;
pub mod words_en;
pub mod words_nl;

pub use law::LAW;
