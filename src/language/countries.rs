//! The countries by their code of two letters (ISO 3166-1): how the last line of an address names them, and what is dialled
//! for them. The names are those of the Unicode CLDR.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A country a line, sorted by code: the code, what is dialled for it, the name in English, the name in Dutch. What is
/// dialled is known of the countries whose numbers begin with a 0 at home that is left out from abroad.
const TABLE: &str = include_str!("countries.csv");

static COUNTRIES: LazyLock<BTreeMap<&'static str, [&'static str; 3]>> = LazyLock::new(|| {
    let lines = TABLE.lines();
    lines
        .filter_map(|line| {
            let mut fields = line.split(';');
            let code = fields.next()?;
            Some((code, [fields.next()?, fields.next()?, fields.next()?]))
        })
        .collect()
});

/// What is dialled for a country from abroad, in place of the 0 that its numbers begin with; `None` where that is not
/// known.
pub fn dialling_code(code: &str) -> Option<&'static str> {
    let [dialled, ..] = COUNTRIES.get(code)?;
    Some(*dialled).filter(|dialled| !dialled.is_empty())
}

/// The name of a country in English; `None` for a code of no country.
///
/// ```
/// use tegoed::language::countries::{dutch_name, english_name, is_country_name};
/// assert_eq!(english_name("FR"), Some("France"));
/// assert_eq!(dutch_name("FR"), Some("Frankrijk"));
/// assert_eq!(dutch_name("XX"), None);
/// assert!(is_country_name("FRANKRIJK") && !is_country_name("Parijs"));
/// ```
pub fn english_name(code: &str) -> Option<&'static str> {
    COUNTRIES.get(code).map(|[_, english, _]| *english)
}

/// The name of a country in Dutch; `None` for a code of no country.
pub fn dutch_name(code: &str) -> Option<&'static str> {
    COUNTRIES.get(code).map(|[_, _, dutch]| *dutch)
}

/// The code of a country by its name in English or Dutch; `None` where no country has that name.
pub fn country_code(name: &str) -> Option<&'static str> {
    let name = name.to_lowercase();
    let mut countries = COUNTRIES.iter();
    let found = countries.find(|(_, [_, english, dutch])| {
        [english, dutch].map(|it| it.to_lowercase()).contains(&name)
    });
    found.map(|(code, _)| *code)
}

/// Whether a line is the name of a country in one of these languages, in whatever capitals.
pub fn is_country_name(line: &str) -> bool {
    country_code(line).is_some()
}
