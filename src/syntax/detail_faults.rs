//! What may be wrong with a detail beside its words: a key twice, a key without a value.

use super::entry::{Detail, DetailKey, Entry};
use super::input::Input;
use super::kinds;
use super::rule::Fault;
use super::table::{Cardinality, Key, KeyValue};
use crate::text::diagnostic::Diagnostic;
use crate::text::hint::{Help, Note};
use crate::text::problem::{Found, Wanted};
use crate::text::span::Span;
use std::ptr;

/// Reports a key that may stand once and stands already. The details before it are searched one by one, because there
/// are few.
pub fn refuse_second(
    key: &'static Key,
    word: Span,
    (entry, first): (&Entry, usize),
) -> Result<(), Fault> {
    if key.cardinality == Cardinality::ZeroOrMore {
        return Ok(());
    }
    // A rated key stands once for each rate, which is its first argument.
    let rate = entry.arguments.get(first).map(|rate| rate.value);
    let is_rated = matches!(key.value, KeyValue::Rated(_));
    let rate_of = |detail: &Detail| {
        let first = entry.arguments_of(detail).first()?.value;
        first.vat().map(|_| first)
    };
    let is_key = |detail: &&Detail| {
        matches!(detail.key, DetailKey::Known(known) if ptr::eq(known, key))
            && (!is_rated || rate_of(detail) == rate)
    };
    match entry.details.iter().find(is_key) {
        None => Ok(()),
        Some(first) => Err(Box::new(repeated(key, word, first))),
    }
}

fn repeated(key: &Key, word: Span, first: &Detail) -> Diagnostic {
    kinds::REPEATED
        .at(word, Wanted::OneKey(key.word()).but_found(Found::Again))
        .related(first.key_span, Note::FirstHere)
        .help(Help::LeaveOneOut)
}

/// Reports a key without the words that it asks for.
pub fn refuse_empty(key: &Key, value: Input<'_>) -> Result<(), Fault> {
    if !value.text.is_empty() {
        return Ok(());
    }
    let problem = Wanted::WordsBehindKey(key.word()).but_found(Found::EndOfLine);
    let found = kinds::MISSING_ARGUMENT.at(value.span(), problem);
    Err(Box::new(found.help(Help::WriteValue)))
}
