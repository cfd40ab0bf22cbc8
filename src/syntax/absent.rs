//! What to say where an argument is missing.

use super::attempt::{At, Attempt};
use super::day::wrong_date;
use super::dialect::Dialect;
use super::form::attempt;
use super::grammar::{Form, Slot};
use super::habit;
use super::kinds;
use super::misfit::{Owner, expected, near_word};
use crate::text::diagnostic::Diagnostic;
use crate::text::span::Span;

/// An argument that must stand, where the words end without it.
#[cold]
pub fn argument(slot: &Slot, end: u32, owner: Owner) -> Diagnostic {
    let expected = expected(slot.forms);
    let clause = slot
        .clause
        .map_or(String::new(), |word| format!("`{word}` and "));
    let example = slot.forms.first().and_then(|form| form.example());
    let missing = match (slot.clause, example) {
        (Some(clause), Some(example)) => format!("`{clause} {example}`"),
        (None, Some(example)) => format!("it, for example `{example}`"),
        (Some(clause), None) => format!("`{clause}` and one of them"),
        (None, None) => "it".to_owned(),
    };
    kinds::MISSING_ARGUMENT
        .at(
            Span::new(end, end),
            format!("expected {clause}{expected} in {owner}, found the end of its arguments"),
        )
        .help(format!("add {missing}"))
}

/// The value behind a clause word, where something else comes or nothing.
#[cold]
pub fn behind_clause(slot: &Slot, at: At<'_>, dialect: Dialect) -> Diagnostic {
    let clause = slot.clause.unwrap_or_default();
    let expected = expected(slot.forms);
    if at.text.is_empty() {
        let end = Span::new(at.place, at.place);
        return kinds::MISSING_ARGUMENT.at(
            end,
            format!("expected {expected} after `{clause}`, found the end of the line"),
        );
    }
    let found = at.word();
    let span = at.word_span();
    if slot.forms.contains(&Form::Date)
        && let Attempt::Yes { length, .. } = attempt(&Form::Duration, at, dialect)
    {
        let span = at.span(length);
        return kinds::BAD_VALUE
            .at(
                span,
                format!("expected {expected} after `{clause}`, found a length of time"),
            )
            .help("write the day; terms of an invoice stand in a line below, `terms: 30 days`");
    }
    if looks_like_digits_date(slot, found) {
        return wrong_date(found, span);
    }
    let found_other = kinds::BAD_VALUE.at(
        span,
        format!("expected {expected} after `{clause}`, found `{found}`"),
    );
    let found_other = habit::whole_share(slot.forms, at, found_other);
    near_word(found_other, slot.forms, found, span)
}

fn looks_like_digits_date(slot: &Slot, found: &str) -> bool {
    slot.forms.contains(&Form::Date) && found.starts_with(|c: char| c.is_ascii_digit())
}
