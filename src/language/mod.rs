//! The words of reports and letters: one struct of phrases for each language, so that a missing phrase does not
//! compile.

pub mod accountant;
pub mod add;
pub mod advice;
pub mod call;
pub mod claim;
pub mod countries;
pub mod details;
pub mod dossier;
pub mod dunning;
pub mod editor;
pub mod en;
pub mod enum_labels;
pub mod export;
pub mod extra_letters;
pub mod findings;
pub mod forecast;
pub mod habits;
pub mod init;
pub mod letter_text;
pub mod letters;
pub mod message_text;
pub mod nl;
pub mod number_format;
pub mod overviews;
pub mod phrases;
pub mod sheet_words;
pub mod templates;
pub mod tone;
pub mod vat;

use phrases::Language;

/// Languages that a run of the program knows, the default one first.
pub type LanguageList = &'static [&'static Language];

/// The languages that are built in. A new one is a folder beside this file, and a line here.
pub static LANGUAGES: LanguageList = &[&en::ENGLISH, &nl::DUTCH];

/// The tags of these languages, which `language:` of a journal may say; the default one last.
pub const LANGUAGE_TAGS: &[&str] = &{
    let mut tags = [""; LANGUAGES.len()];
    let (mut languages, mut unset): (&[&Language], &mut [&str]) = (LANGUAGES, &mut tags);
    while let ([others @ .., language], [tag, rest @ ..]) = (languages, unset) {
        *tag = language.tag;
        (languages, unset) = (others, rest);
    }
    tags
};

/// The tag that a word of a journal is; `None` for other words.
pub fn find_language_tag(word: &str) -> Option<&'static str> {
    LANGUAGE_TAGS.iter().copied().find(|tag| *tag == word)
}

/// The language with a tag such as `nl`, or with the first part of a tag such as `nl-BE`. `None` where there is none.
///
/// ```
/// use tegoed::language::{LANGUAGES, find_language};
/// assert_eq!(find_language(LANGUAGES, "nl").map(|language| language.tag), Some("nl"));
/// assert_eq!(find_language(LANGUAGES, "NL-be").map(|language| language.tag), Some("nl"));
/// assert!(find_language(LANGUAGES, "xx").is_none());
/// ```
pub fn find_language(languages: LanguageList, tag: &str) -> Option<&'static Language> {
    let first = tag.split(['-', '_']).next().unwrap_or(tag);
    let mut languages = languages.iter().copied();
    languages.find(|language| language.tag.eq_ignore_ascii_case(first))
}
