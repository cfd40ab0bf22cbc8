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

/// The country of a business or a customer of whom nobody says where they are (SPEC.md 5.5).
const DEFAULT_COUNTRY: &str = "NL";

/// The law between a seller and a customer: that of the country where both are at home. Who says no country is at home
/// where the other is. `None` where the two are in different countries, or no law of the country is known.
///
/// ```
/// use tegoed::policy::jurisdiction::law_of;
/// assert!(law_of(Some("NL"), None).is_some());
/// assert!(law_of(None, Some("nl")).is_some());
/// assert!(law_of(Some("BE"), Some("NL")).is_none());
/// ```
pub fn law_of(seller: Option<&str>, customer: Option<&str>) -> Option<&'static law::Law> {
    let country = customer.or(seller).unwrap_or(DEFAULT_COUNTRY);
    let is_domestic = seller.is_none_or(|seller| seller.eq_ignore_ascii_case(country));
    find_law(country).filter(|_| is_domestic)
}

/// The law of a country by its two-letter code, in capitals or small letters. `None` for a country that is not listed:
/// nothing is claimed under the law of another.
pub fn find_law(code: &str) -> Option<&'static law::Law> {
    let mut laws = JURISDICTIONS.iter().copied();
    laws.find(|law| law.code.eq_ignore_ascii_case(code))
}
