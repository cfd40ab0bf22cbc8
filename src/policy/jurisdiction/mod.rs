//! The law of each country, one folder each and one line in the list here. Each answers the questions of [`law`].

pub mod chart;
pub mod citation;
pub mod dated_table;
pub mod holidays;
pub mod identifiers;
pub mod law;
pub mod law_list;
pub mod legal_words;
pub mod nl;
pub mod union_vat_id;
pub mod vat_return;

use law_list::LawList;

/// The law of every country that the program knows. The first is that of whoever does not say where they are.
pub static JURISDICTIONS: LawList = LawList(&[&nl::LAW]);
