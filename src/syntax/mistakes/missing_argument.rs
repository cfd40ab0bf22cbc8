//! What to say where an argument is missing.

use super::common_mistakes;
use super::unexpected_word::{expected, near_word};
use crate::syntax::clause::Clause;
use crate::syntax::date::wrong_date;
use crate::syntax::input::Input;
use crate::syntax::kinds;
use crate::syntax::open_slots::SlotOwner;
use crate::syntax::reading::Reading;
use crate::syntax::table::{Form, Slot};
use crate::syntax::value;
use crate::text::diagnostic::Diagnostic;
use crate::text::span::Span;
use nom::Parser;
use nom::combinator::consumed;

/// An argument that must stand, where the words end without it.
#[cold]
pub fn argument(slot: &Slot, end: u32, owner: SlotOwner) -> Diagnostic {
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
pub fn behind_clause(slot: &Slot, at: Input<'_>, reading: &Reading) -> Diagnostic {
    let clause = slot.clause.map_or("", Clause::word);
    let expected = expected(slot.forms);
    if at.text.is_empty() {
        let end = Span::new(at.place, at.place);
        return kinds::MISSING_ARGUMENT.at(
            end,
            format!("expected {expected} after `{clause}`, found the end of the line"),
        );
    }
    let (found, span) = (at.word().text, at.word().span());
    if slot.forms.contains(&Form::Date)
        && let Ok((written, _)) = consumed(|at| value::argument(&Form::Duration, reading, at))
            .parse(at)
            .map(|(_, found)| found)
    {
        let span = written.span();
        return kinds::BAD_VALUE
            .at(
                span,
                format!("expected {expected} after `{clause}`, found a length of time"),
            )
            .help("write the day; terms of an invoice stand in a line below, `terms: 30 days`");
    }
    if looks_like_digits_date(slot, found) {
        return wrong_date(at.word());
    }
    let found_other = kinds::BAD_VALUE.at(
        span,
        format!("expected {expected} after `{clause}`, found `{found}`"),
    );
    let found_other = common_mistakes::whole_share(slot.forms, at, found_other);
    near_word(found_other, slot.forms, found, span)
}

fn looks_like_digits_date(slot: &Slot, found: &str) -> bool {
    slot.forms.contains(&Form::Date) && found.starts_with(|c: char| c.is_ascii_digit())
}
