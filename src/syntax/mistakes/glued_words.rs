//! Clause words that are glued to their value, and values whose clause word is missing.

use super::dutch_words::from_dutch;
use super::unexpected_word::UnexpectedWord;
use crate::syntax::clause::Clause;
use crate::syntax::input::Input;
use crate::syntax::kinds;
use crate::syntax::parse_context::ParseContext;
use crate::syntax::rule::Parsed;
use crate::syntax::table::Slot;
use crate::syntax::value;
use crate::text::argument_form::ArgumentForm;
use crate::text::diagnostic::Diagnostic;
use crate::text::edit::Edit;
use crate::text::hint::Help;
use crate::text::problem::Wanted;
use crate::text::span::Span;

/// The finding about a clause word without a blank behind it: `vat21%`, `due:2026-01-20`, `btw21%`.
pub fn glued_clause(misfit: &UnexpectedWord<'_>) -> Option<Diagnostic> {
    let word = misfit.input.word();
    let (length, clause) = leading_clause(word.text, misfit)?;
    let (written, behind) = word.split(length);
    let value = behind.text.trim_start_matches([':', '=']);
    let is_mark = value.len() < behind.text.len();
    let place = word.text.len().saturating_sub(value.len());
    let slot = misfit
        .open_slots
        .slots
        .iter()
        .find(|slot| slot.clause.map(Clause::word) == Some(clause))?;
    let (_, rest) = misfit.input.split(place);
    let begins = value.starts_with(|c: char| c.is_ascii_digit() || "#@€".contains(c));
    if value.is_empty() || !(begins || is_mark && fits(slot, misfit.context, rest)) {
        return None;
    }
    let wanted = Wanted::ClauseOf(misfit.open_slots.owner);
    let whole = format!("{clause} {value}");
    let marks = Span::new(written.place, rest.place);
    Some(
        kinds::UNKNOWN_CLAUSE
            .at(word.span(), wanted.but_found_word(word.text))
            .help(Help::Write(whole.as_str().into()))
            .suggested_fix(vec![Edit::replace(marks, format!("{clause} "))]),
    )
}

/// The longest clause word, also a Dutch one, that a word begins with, and its length there.
fn leading_clause(word: &str, misfit: &UnexpectedWord<'_>) -> Option<(usize, &'static str)> {
    let is_end = |(at, c): (usize, char)| (!c.is_alphabetic() && c != '/').then_some(at);
    let end = word.char_indices().find_map(is_end)?;
    let stem = word.get(..end).filter(|stem| !stem.is_empty())?;
    let small = stem.to_lowercase();
    let english = misfit.clauses().find(|clause| *clause == small);
    let clause = english.or_else(|| from_dutch(&small, misfit.clauses()))?;
    Some((end, clause))
}

/// The clause word that a value lacks, where exactly one can stand before it: `2026-01-20` for `due 2026-01-20`.
pub fn missing_clause_word(misfit: &UnexpectedWord<'_>) -> Option<&'static str> {
    let takes = |slot: &&'static Slot| fits(slot, misfit.context, misfit.input);
    let mut fitting = misfit.waiting_clauses().filter(takes);
    let clause = fitting.next()?.clause?;
    fitting.next().is_none().then(|| clause.word())
}

/// Whether a value of one of the forms of a slot stands here. Names are no sign of anything.
fn fits(slot: &Slot, context: &ParseContext, input: Input<'_>) -> bool {
    let before = context.remark_count();
    let is_value = |form: &ArgumentForm| -> bool {
        let telling = !matches!(
            form,
            ArgumentForm::Name | ArgumentForm::Path | ArgumentForm::Count | ArgumentForm::Mark
        );
        // A whole number may as well be a count of something.
        let is_amount = matches!(
            form,
            ArgumentForm::Amount | ArgumentForm::AmountOrZero | ArgumentForm::Balance
        );
        let counts = is_amount && input.word().text.bytes().all(|byte| byte.is_ascii_digit());
        let read: Parsed<'_, _> = value::value_of_form(form, context, input);
        telling && !counts && read.is_ok()
    };
    let fitting = slot.forms.iter().any(is_value);
    context.truncate_remarks(before);
    fitting
}
