//! C010: what an invoice must show of its sender by law is missing.

use super::shared::check_input::CheckInput;
use crate::text::diagnostic::Sink;
use crate::value::key_name::KeyName;

crate::check_rule! {
    "C010" "business-incomplete" Advice, needs Terms, page "business_incomplete.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    let Some(business) = &journal.business else {
        return;
    };
    let (Some(origin), Some(law)) = (business.origin, journal.home_law()) else {
        return;
    };
    // A business with no more than a name and a policy writes its letters elsewhere.
    let sketched = [
        KeyName::Address,
        KeyName::Kvk,
        KeyName::VatId,
        KeyName::Iban,
        KeyName::Email,
    ]
    .into_iter()
    .all(|key| journal.business_value(key).is_none());
    if sketched {
        return;
    }
    let charges_vat = journal.is_vat_charged();
    let keys = law.sender_keys.value().iter();
    let missing: Vec<String> = keys
        .filter(|key| charges_vat || **key != KeyName::VatId)
        .filter(|key| {
            let value = journal.business_value(**key);
            value.is_none_or(|value| **key == KeyName::Name && !is_full_name(value))
        })
        .map(|key| format!("`{key}:`"))
        .collect();
    if missing.is_empty() {
        return;
    }
    let at = input.keyword_span(origin);
    sink.push(
        KIND.at(
            at,
            format!(
                "expected all that an invoice must show of its sender, found no {}",
                missing.join(", no ")
            ),
        )
        .help("add the lines: letters and statements print them"),
    );
}

/// What stands for a name until somebody fills it in.
const PLACEHOLDERS: [&str; 10] = [
    "bedrijfsnaam",
    "business name",
    "company name",
    "mijn bedrijf",
    "my business",
    "my company",
    "naam",
    "name",
    "onze firma",
    "todo",
];

/// Whether a name may be the full one of a business: letters, and no word that stands for one.
fn is_full_name(name: &str) -> bool {
    let letters = name.chars().filter(|letter| letter.is_alphabetic()).count();
    let shortened = name.ends_with("...") || name.ends_with('…');
    let stands_in = |word: &str| word.eq_ignore_ascii_case(name.trim());
    letters >= 2 && !shortened && !PLACEHOLDERS.into_iter().any(stands_in)
}
