//! The words of reports and letters: one struct of phrases for each language, so that a missing phrase does not
//! compile.

pub mod advice;
pub mod call;
pub mod claim;
pub mod dossier;
pub mod dunning;
pub mod en;
pub mod enum_labels;
pub mod extra_letters;
pub mod findings;
pub mod forecast;
pub mod habits;
pub mod letter_text;
pub mod letters;
pub mod nl;
pub mod number_format;
pub mod phrases;
pub mod templates;

use phrases::Language;

/// All languages, the default one first.
pub static LANGUAGES: &[&Language] = &[&en::ENGLISH, &nl::DUTCH];

/// The language with a tag such as `nl`, or with the first part of a tag such as `nl-BE`. `None` where there is none.
///
/// ```
/// use tegoed::language::find_language;
/// assert_eq!(find_language("nl").map(|language| language.tag), Some("nl"));
/// assert_eq!(find_language("NL-be").map(|language| language.tag), Some("nl"));
/// assert!(find_language("xx").is_none());
/// ```
pub fn find_language(tag: &str) -> Option<&'static Language> {
    let first = tag.split(['-', '_']).next().unwrap_or(tag);
    LANGUAGES
        .iter()
        .copied()
        .find(|language| language.tag.eq_ignore_ascii_case(first))
}
