//! The law of each country, one file each and one line in the list here. Each answers the questions of [`law`].

pub mod citation;
pub mod court_fees;
pub mod dated_table;
pub mod holidays;
pub mod law;
pub mod nl;
pub mod rates;

/// The law of every country that the program knows.
pub static JURISDICTIONS: &[&law::Law] = &[&nl::LAW];

/// The law of a country by its two-letter code, in capitals or small letters. `None` for a country that is not listed:
/// nothing is claimed under the law of another.
pub fn find_law(code: &str) -> Option<&'static law::Law> {
    let mut laws = JURISDICTIONS.iter().copied();
    laws.find(|law| law.code.eq_ignore_ascii_case(code))
}
