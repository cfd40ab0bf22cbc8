//! Numbers for VAT of the member states of the European Union.

/// The letters before the numbers of the member states (Directive 2006/112/EC art. 215; Greece writes EL), and of Northern
/// Ireland for goods.
const PREFIXES: &str =
    "AT BE BG CY CZ DE DK EE EL ES FI FR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK XI";
/// The shortest and the longest number behind the letters: of Romania, and of Lithuania, the Netherlands and Sweden.
const LENGTHS: std::ops::RangeInclusive<usize> = 2..=12;

/// Why a supply without VAT to another member state cannot be listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnionVatIdProblem {
    /// There is no number.
    Missing,
    /// It is one of the country of the seller.
    OwnCountry,
    /// It is no number of a member state.
    NotOfUnion,
}

/// What is wrong with the number of a customer in another member state; `None` where it can be right. Whether it is in use
/// only the tax office can tell.
///
/// ```
/// use tegoed::policy::jurisdiction::union_vat_id::{UnionVatIdProblem, check_union_vat_id};
/// assert_eq!(check_union_vat_id(Some("DE123456789"), "NL"), None);
/// assert_eq!(check_union_vat_id(Some("NL123456782B01"), "NL"), Some(UnionVatIdProblem::OwnCountry));
/// assert_eq!(check_union_vat_id(None, "NL"), Some(UnionVatIdProblem::Missing));
/// ```
pub fn check_union_vat_id(number: Option<&str>, home_prefix: &str) -> Option<UnionVatIdProblem> {
    let Some(number) = number else {
        return Some(UnionVatIdProblem::Missing);
    };
    let letters = number.chars().filter(char::is_ascii_alphanumeric);
    let plain: String = letters.map(|c| c.to_ascii_uppercase()).collect();
    let Some((prefix, rest)) = plain.split_at_checked(2) else {
        return Some(UnionVatIdProblem::NotOfUnion);
    };
    if prefix == home_prefix {
        return Some(UnionVatIdProblem::OwnCountry);
    }
    let is_known = is_prefix(prefix) && LENGTHS.contains(&rest.len());
    (!is_known).then_some(UnionVatIdProblem::NotOfUnion)
}

/// Whether a country, by its code of two letters, is a member state of the European Union.
pub fn is_in_union(country: &str) -> bool {
    let prefix = if country == "GR" { "EL" } else { country };
    prefix != "XI" && is_prefix(prefix)
}

fn is_prefix(letters: &str) -> bool {
    PREFIXES.split(' ').any(|prefix| prefix == letters)
}
