//! What a column is called in a spreadsheet, where all columns stand beside each other and each needs a name of its own.

use crate::document::{CodedWord, Column, ColumnVisibility};
use crate::language::phrases::Language;

/// The heading of a column among others: where it has none, or one for people has the same, or one before it, it is called by
/// what the language calls its key; where that is nothing, or taken too, the key stands behind the heading.
pub fn column_heading(column: &Column, all: &[&Column], language: &Language) -> String {
    let mut same = all.iter().filter(|it| it.heading == column.heading);
    let for_people = |it: &&&Column| it.visibility != ColumnVisibility::Programs;
    let first = same.clone().find(for_people).or_else(|| same.next());
    let heading = column.heading.as_str();
    if !heading.is_empty() && first.is_none_or(|first| first.key == column.key) {
        return heading.to_owned();
    }
    let is_free = |words: &&str| all.iter().all(|it| it.heading != *words);
    let own = language.phrases.sheet.heading(&column.key);
    match own.filter(is_free) {
        Some(own) => own.to_owned(),
        None if heading.is_empty() => column.key.clone(),
        None => format!("{heading} ({})", column.key),
    }
}

/// What a word of the program is called in a column for programs, where no page says anything in its place.
pub fn code_in_words<'w>(word: &'w CodedWord, language: &Language) -> &'w str {
    let own = language.phrases.sheet.code(&word.code);
    own.unwrap_or(&word.code)
}
