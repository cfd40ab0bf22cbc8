//! One file a country, one line here. Each answers what `law` asks, with sources.

pub mod citation;
pub mod court_fees;
pub mod dated_table;
pub mod holidays;
pub mod law;
pub mod nl;
pub mod rates;

/// Every country whose law we know.
pub static JURISDICTIONS: &[&law::Law] = &[&nl::LAW];

/// The law of a country by its two letters, in capitals or not. A country that is not listed has no law here:
/// nothing is claimed under another's.
pub fn find_law(code: &str) -> Option<&'static law::Law> {
    let mut laws = JURISDICTIONS.iter().copied();
    laws.find(|law| law.code.eq_ignore_ascii_case(code))
}
