//! One indented line: `key: value`, or `> words`.

use super::dialect::Dialect;
use super::directive::{COMMON, EFFORT};
use super::entry::{Detail, DetailKey, Entry};
use super::grammar::{Key, KeyValue, Place, Times};
use super::item;
use super::kinds;
use super::lines::Line;
use super::misfit::Owner;
use super::part::Part;
use super::strange;
use super::suggest;
use super::token::begins_with;
use super::words::{Fault, Words};
use crate::text::diagnostic::Diagnostic;
use crate::text::edit::Edit;
use crate::text::span::Span;
use std::ptr;

/// Reads a detail line into its entry.
///
/// # Errors
/// What is wrong with the line; the entry is then unchanged.
pub fn read(
    line: &Line<'_>,
    entry: &mut Entry,
    dialect: Dialect,
    remarks: &mut Vec<Fault>,
) -> Result<(), Fault> {
    let whole = Part {
        text: line.text,
        place: line.place,
    }
    .trimmed();
    let before = entry.arguments.len();
    match read_part(whole, line.is_plain(), entry, dialect, remarks) {
        Ok(detail) => {
            entry.span.end = whole.span().end;
            entry.details.push(detail);
            Ok(())
        }
        Err(fault) => {
            entry.arguments.truncate(before);
            Err(fault)
        }
    }
}

fn read_part(
    whole: Part<'_>,
    plain: bool,
    entry: &mut Entry,
    dialect: Dialect,
    remarks: &mut Vec<Fault>,
) -> Result<Detail, Fault> {
    let first = entry.arguments.len();
    if whole.text.starts_with('>') {
        return Ok(Detail {
            span: whole.span(),
            key: DetailKey::Words,
            key_span: Span::new(whole.place, whole.place),
            value: whole.behind_first().trimmed().span(),
            text: None,
            arguments: first..first,
        });
    }
    let (key, key_part, value) = read_key(whole, entry)?;
    let mut detail = Detail {
        span: whole.span(),
        key,
        key_span: key_part.span(),
        value: value.span(),
        text: None,
        arguments: first..first,
    };
    if let DetailKey::Known(known) = key {
        refuse_second(known, key_part, entry)?;
        match known.value {
            KeyValue::Text => refuse_empty(known, value)?,
            KeyValue::Slots(slots) => {
                if !plain {
                    strange::refuse(value)?;
                }
                Words::new(value.text, value.place, dialect, Owner::Key(known.word)).fit(
                    slots,
                    &mut entry.arguments,
                    remarks,
                )?;
            }
            KeyValue::Line => {
                detail.text = item::read(value, plain, dialect, &mut entry.arguments, remarks)?;
            }
        }
    }
    detail.arguments = first..entry.arguments.len();
    Ok(detail)
}

fn read_key<'t>(whole: Part<'t>, entry: &Entry) -> Result<(DetailKey, Part<'t>, Part<'t>), Fault> {
    let written = |key: &&Key| begins_with(whole.text, key.word, |next| next == Some(b':'));
    let own = entry.directive.keys.iter().find(written);
    if let Some(key) = own.or_else(|| shared_keys(entry).find(written)) {
        let (word, behind) = whole.split(key.word.len());
        let value = behind.behind_first().behind_blanks();
        return Ok((DetailKey::Known(key), word, value));
    }
    let (word, value) = split_key(whole, entry)?;
    let own = word.text.strip_prefix("x-").unwrap_or_default();
    let is_own = !own.is_empty() && own.chars().all(may_be_in_own_key);
    if is_own {
        Ok((DetailKey::Own, word, value))
    } else {
        Err(Box::new(unknown_key(word, entry)))
    }
}

fn may_be_in_own_key(c: char) -> bool {
    c.is_alphanumeric() || "-_.".contains(c)
}

fn split_key<'t>(whole: Part<'t>, entry: &Entry) -> Result<(Part<'t>, Part<'t>), Fault> {
    let bytes = whole.text.as_bytes();
    let end = bytes
        .iter()
        .position(|byte| matches!(byte, b':' | b' ' | b'\t'));
    let (first, behind) = whole.split(end.unwrap_or(bytes.len()));
    if behind.text.starts_with(':') {
        return Ok((first, behind.behind_first().behind_blanks()));
    }
    Err(Box::new(no_key(first, whole, entry)))
}

/// What to say about a line whose first word ends without a colon.
fn no_key(first: Part<'_>, whole: Part<'_>, entry: &Entry) -> Diagnostic {
    let word = first.text;
    if word.starts_with(';') {
        return kinds::INLINE_COMMENT.at(first.span(), "expected a key, found a comment");
    }
    let found = kinds::UNKNOWN_KEY.at(
        first.span(),
        format!("expected `key: value` or `> words`, found `{word}`"),
    );
    if known_keys(entry).any(|key| key.word == word) {
        let end = first.span().end;
        return found
            .help(format!("a colon ends the key: `{word}:`"))
            .suggested_fix(vec![Edit::replace(Span::new(end, end), ":")]);
    }
    let start = Span::new(whole.place, whole.place);
    found
        .help(format!("write `> {}` for free text", whole.text))
        .suggested_fix(vec![Edit::replace(start, "> ")])
}

/// The keys that an entry shares with others of its kind.
fn shared_keys(entry: &Entry) -> impl Iterator<Item = &'static Key> + use<> {
    let place = entry.directive.place;
    let common: &'static [Key] = if place.is_dated() { &COMMON } else { &[] };
    let effort: &'static [Key] = if place == Place::Contact {
        &EFFORT
    } else {
        &[]
    };
    common.iter().chain(effort)
}

fn known_keys(entry: &Entry) -> impl Iterator<Item = &'static Key> + use<> {
    entry.directive.keys.iter().chain(shared_keys(entry))
}

fn unknown_key(part: Part<'_>, entry: &Entry) -> Diagnostic {
    let owner = entry.directive.word;
    let found = kinds::UNKNOWN_KEY.at(
        part.span(),
        format!("expected a key that `{owner}` knows, found `{}`", part.text),
    );
    let near = suggest::nearest(
        &part.text.to_lowercase(),
        known_keys(entry).map(|key| key.word),
    );
    let Some(near) = near else {
        let all: Vec<&str> = known_keys(entry).map(|key| key.word).collect();
        let all = all.join(", ");
        return found.help(format!(
            "its keys are: {all}; a key of your own starts with `x-`"
        ));
    };
    found
        .help(format!(
            "did you mean `{near}:`? A key of your own starts with `x-`"
        ))
        .suggested_fix(vec![Edit::replace(part.span(), near)])
}

/// A key that may stand once is looked for among the details before it: there are few.
fn refuse_second(key: &'static Key, part: Part<'_>, entry: &Entry) -> Result<(), Fault> {
    if key.times == Times::Any {
        return Ok(());
    }
    let is_key =
        |detail: &&Detail| matches!(detail.key, DetailKey::Known(known) if ptr::eq(known, key));
    match entry.details.iter().find(is_key) {
        None => Ok(()),
        Some(first) => Err(Box::new(repeated(key, part, first))),
    }
}

fn repeated(key: &Key, part: Part<'_>, first: &Detail) -> Diagnostic {
    kinds::REPEATED
        .at(
            part.span(),
            format!("expected `{}:` once, found it again", key.word),
        )
        .related(first.key_span, "first here")
        .help("leave one of the two out")
}

fn refuse_empty(key: &Key, value: Part<'_>) -> Result<(), Fault> {
    if !value.text.is_empty() {
        return Ok(());
    }
    Err(Box::new(
        kinds::MISSING_ARGUMENT
            .at(
                value.span(),
                format!(
                    "expected words after `{}:`, found the end of the line",
                    key.word
                ),
            )
            .help("write the value, or leave the line out"),
    ))
}
