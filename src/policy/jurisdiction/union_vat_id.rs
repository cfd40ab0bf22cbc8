//! Numbers for VAT of the member states of the European Union.

/// The letters before the numbers of each member state (Directive 2006/112/EC art. 215; Greece writes EL) and of Northern
/// Ireland, and the forms of what stands behind them: `9` a digit, `L` a letter, `X` either, `S` either or `+` or `*`;
/// letters after `=` stand for themselves. As the European Commission lists them (VIES, frequently asked questions, "VAT
/// identification number structure"); read 2026-11-30 in two public copies of that list.
const FORMS: &[(&str, &[&str])] = &[
    ("AT", &["=U99999999"]),
    ("BE", &["0999999999", "1999999999"]),
    ("BG", &["999999999", "9999999999"]),
    ("CY", &["99999999L"]),
    ("CZ", &["99999999", "999999999", "9999999999"]),
    ("DE", &["999999999"]),
    ("DK", &["99999999"]),
    ("EE", &["999999999"]),
    ("EL", &["999999999"]),
    ("ES", &["L9999999X", "99999999L"]),
    ("FI", &["99999999"]),
    ("FR", &["XX999999999"]),
    ("HR", &["99999999999"]),
    ("HU", &["99999999"]),
    ("IE", &["9S99999L", "9999999LL"]),
    ("IT", &["99999999999"]),
    ("LT", &["999999999", "999999999999"]),
    ("LU", &["99999999"]),
    ("LV", &["99999999999"]),
    ("MT", &["99999999"]),
    ("NL", &["999999999=B99"]),
    ("PL", &["9999999999"]),
    ("PT", &["999999999"]),
    (
        "RO",
        &[
            "99",
            "999",
            "9999",
            "99999",
            "999999",
            "9999999",
            "99999999",
            "999999999",
            "9999999999",
        ],
    ),
    ("SE", &["999999999999"]),
    ("SI", &["99999999"]),
    ("SK", &["9999999999"]),
    (
        NORTHERN_IRELAND,
        &["999999999", "999999999999", "=G=D999", "=H=A999"],
    ),
];

/// Its numbers hold for goods alone: for services it lies outside the Union.
const NORTHERN_IRELAND: &str = "XI";

/// Why a supply without VAT to another member state cannot be listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnionVatIdProblem {
    /// There is no number.
    Missing,
    /// It is one of the country of the seller.
    OwnCountry,
    /// It is no number of a member state.
    NotOfUnion,
    /// It has the letters of a member state, and not the form of its numbers.
    Malformed,
    /// It holds for goods, and services were supplied.
    GoodsOnly,
}

/// What is wrong with the number of a customer in another member state; `None` where it can be right. Whether it is in use
/// only the tax office can tell.
///
/// ```
/// use tegoed::policy::jurisdiction::union_vat_id::{UnionVatIdProblem, check_union_vat_id};
/// assert_eq!(check_union_vat_id(Some("DE 123 456 789"), "NL"), None);
/// assert_eq!(check_union_vat_id(Some("DE12345678"), "NL"), Some(UnionVatIdProblem::Malformed));
/// assert_eq!(check_union_vat_id(Some("NL123456782B01"), "NL"), Some(UnionVatIdProblem::OwnCountry));
/// assert_eq!(check_union_vat_id(None, "NL"), Some(UnionVatIdProblem::Missing));
/// ```
pub fn check_union_vat_id(number: Option<&str>, home_prefix: &str) -> Option<UnionVatIdProblem> {
    let Some(number) = number else {
        return Some(UnionVatIdProblem::Missing);
    };
    let plain = plain_number(number);
    if plain.starts_with(home_prefix) {
        return Some(UnionVatIdProblem::OwnCountry);
    }
    match fits_its_country(&plain) {
        None => Some(UnionVatIdProblem::NotOfUnion),
        Some(fits) => (!fits).then_some(UnionVatIdProblem::Malformed),
    }
}

/// Whether a number has a form of the member state whose letters it begins with; `None` where they are of none.
pub fn fits_its_country(number: &str) -> Option<bool> {
    let plain = plain_number(number);
    let (forms, rest) = forms_of(&plain)?;
    Some(forms.iter().any(|form| has_form(rest, form)))
}

/// Whether a number holds for goods alone.
pub fn is_for_goods_only(number: &str) -> bool {
    plain_number(number).starts_with(NORTHERN_IRELAND)
}

/// A number of the form that one with these letters has; `None` where they are of no member state.
///
/// ```
/// use tegoed::policy::jurisdiction::union_vat_id::example_like;
/// assert_eq!(example_like("at 1234").as_deref(), Some("ATU12345678"));
/// assert_eq!(example_like("US1234"), None);
/// ```
pub fn example_like(number: &str) -> Option<String> {
    let plain = plain_number(number);
    let (forms, _) = forms_of(&plain)?;
    let mut digits = "1234567890".chars().cycle();
    let mut letters = "ABCDEFGH".chars().cycle();
    let mut example: String = plain.chars().take(2).collect();
    let mut signs = forms.last()?.chars();
    while let Some(sign) = signs.next() {
        example.extend(match sign {
            '=' => signs.next(),
            '9' | 'S' | 'X' => digits.next(),
            'L' => letters.next(),
            other => Some(other),
        });
    }
    Some(example)
}

/// A number without blanks, points and hyphens, in capitals.
pub fn plain_number(number: &str) -> String {
    let signs = number.chars().filter(|c| !matches!(c, ' ' | '.' | '-'));
    signs.map(|c| c.to_ascii_uppercase()).collect()
}

/// Whether a country, by its code of two letters, is a member state of the European Union.
pub fn is_in_union(country: &str) -> bool {
    let prefix = if country == "GR" { "EL" } else { country };
    prefix != NORTHERN_IRELAND && FORMS.iter().any(|(known, _)| *known == prefix)
}

/// The forms for the letters at the beginning of a number, and what stands behind these.
fn forms_of(plain: &str) -> Option<(&'static [&'static str], &str)> {
    let (prefix, rest) = plain.split_at_checked(2)?;
    let (_, forms) = FORMS.iter().find(|(known, _)| *known == prefix)?;
    Some((forms, rest))
}

fn has_form(number: &str, form: &str) -> bool {
    let mut left = number.chars();
    let mut signs = form.chars();
    while let Some(sign) = signs.next() {
        let literal = if sign == '=' { signs.next() } else { None };
        let fits = left.next().is_some_and(|c| match sign {
            '=' => Some(c) == literal,
            '9' => c.is_ascii_digit(),
            'L' => c.is_ascii_uppercase(),
            'X' => c.is_ascii_digit() || c.is_ascii_uppercase(),
            'S' => c.is_ascii_digit() || c.is_ascii_uppercase() || matches!(c, '+' | '*'),
            other => c == other,
        });
        if !fits {
            return false;
        }
    }
    left.next().is_none()
}
