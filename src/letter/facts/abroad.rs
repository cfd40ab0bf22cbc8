//! A letter to another country: the country as the last line of both addresses, the telephone number as it is dialled
//! from there.

use crate::journal::model::{CustomerIx, Journal};
use crate::language::countries::{
    country_code as code_of_name, dialling_code, english_name, is_country_name,
};
use crate::language::phrases::Language;

/// What people write for a code that another one has.
const OTHER_CODES: [(&str, &str); 2] = [("UK", "GB"), ("EL", "GR")];

/// The country of the business and that of a customer, where these are not the same; `None` where both are at home in one,
/// as far as the journal says.
pub fn two_countries(journal: &Journal, customer: CustomerIx) -> Option<[&str; 2]> {
    let home = journal.laws.country_between(journal.home_country(), None);
    let home = country_code(home);
    let there = country_code(journal.country_of(customer));
    (!home.eq_ignore_ascii_case(there)).then_some([home, there])
}

/// The code of a country that is written as its code, or by its name in English or Dutch; `None` where it is none.
///
/// ```
/// use tegoed::letter::facts::abroad::known_country;
/// assert_eq!(known_country("be").as_deref(), Some("BE"));
/// assert_eq!(known_country("Nederland").as_deref(), Some("NL"));
/// assert_eq!(known_country("XX"), None);
/// ```
pub fn known_country(written: &str) -> Option<String> {
    let code = country_code(written).to_ascii_uppercase();
    let is_code = english_name(&code).is_some();
    let named = || code_of_name(written).map(str::to_owned);
    if is_code { Some(code) } else { named() }
}

/// A number of a country as it is dialled from another one. One that cannot be, and one of a country of which that is not
/// known, stays as it is.
///
/// ```
/// use tegoed::letter::facts::abroad::international_number;
/// assert_eq!(international_number("023 555 07 70", "NL"), "+31 23 555 07 70");
/// assert_eq!(international_number("(023) 555 07 70", "NL"), "+31 23 555 07 70");
/// assert_eq!(international_number("06-12345678", "nl"), "+31 6-12345678");
/// assert_eq!(international_number("+31 23 555 07 70", "NL"), "+31 23 555 07 70");
/// assert_eq!(international_number("0031 23 555 07 70", "NL"), "+31 23 555 07 70");
/// assert_eq!(international_number("0800 1234", "NL"), "0800 1234");
/// assert_eq!(international_number("02 1234 5678", "IT"), "02 1234 5678");
/// ```
pub fn international_number(number: &str, country: &str) -> String {
    let number = number.trim();
    if let Some(rest) = number.strip_prefix("00") {
        return format!("+{rest}");
    }
    let code = dialling_code(&country.to_ascii_uppercase());
    // Free and paid services cannot be reached from abroad.
    let is_service = ["0800", "0900", "0906", "0909"]
        .iter()
        .any(|service| number.starts_with(service));
    let (inside, behind) = match number.strip_prefix('(') {
        Some(rest) => match rest.split_once(')') {
            Some((inside, behind)) => (inside, behind),
            None => return number.to_owned(),
        },
        None => (number, ""),
    };
    match (code, inside.strip_prefix('0')) {
        (Some(code), Some(rest)) if !is_service => format!("{code} {rest}{behind}"),
        _ => number.to_owned(),
    }
}

/// The code that ISO 3166 has for what is written.
fn country_code(written: &str) -> &str {
    let written = written.trim();
    let other = OTHER_CODES
        .iter()
        .find(|(other, _)| written.eq_ignore_ascii_case(other));
    other.map_or(written, |(_, code)| code)
}

/// An address with the name of its country as the last line, in capitals, as the post asks for. One that names it already
/// stays as it is.
pub fn add_country(mut address: Vec<String>, country: &str, language: &Language) -> Vec<String> {
    let code = country.to_uppercase();
    let name = (language.phrases.letter.style.country)(&code);
    let line = name.map_or(code, str::to_uppercase);
    let last = address.last().map(|last| last.trim());
    let named = last.is_some_and(|last| is_country_name(last) || last.eq_ignore_ascii_case(&line));
    // A letter that goes by mail only may have no address at all.
    if !address.is_empty() && !named {
        address.push(line);
    }
    address
}
