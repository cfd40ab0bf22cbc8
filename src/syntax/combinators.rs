//! Combinators that nom lacks: a finding where a rule fails, and alternatives that stand in a table.

use super::input::Input;
use super::kinds;
use super::rule::{Expected, Fault, Parsed, Rule};
use crate::text::diagnostic::Diagnostic;
use crate::text::problem::Wanted;
use crate::text::span::{Span, Spanned};
use nom::Err;

/// Where a rule does not match, checks whether a typical mistake stands there, and fails with the finding about it.
#[inline]
pub fn or_mistake<'t, T>(
    mut rule: impl Rule<'t, T>,
    mistake: impl Fn(Input<'t>) -> Option<Diagnostic>,
) -> impl Rule<'t, T> {
    move |input| match rule.parse(input) {
        Err(Err::Error(expected)) => match mistake(input) {
            Some(found) => Expected::invalid(found),
            None => Err(Err::Error(expected)),
        },
        answer => answer,
    }
}

/// nom's `cut`, with a finding: where the rule does not match, no other rule is tried.
#[inline]
pub fn cut_with<'t, T>(
    rule: impl Rule<'t, T>,
    fault: impl Fn(Input<'t>) -> Diagnostic,
) -> impl Rule<'t, T> {
    or_mistake(rule, move |input| Some(fault(input)))
}

/// nom's `map_res`, but an error of `check` is final: the input is of this kind and wrong, so no other rule is tried.
#[inline]
pub fn map_res_cut<'t, T, U>(
    mut rule: impl Rule<'t, T>,
    check: impl Fn(T) -> Result<U, Fault>,
) -> impl Rule<'t, U> {
    move |input| {
        let (rest, read) = rule.parse(input)?;
        match check(read) {
            Ok(value) => Ok((rest, value)),
            Err(fault) => Err(Err::Failure(Expected::Invalid(fault))),
        }
    }
}

/// nom's `consumed` for callers that need only the place; it does not slice the text.
#[inline]
pub fn spanned<'t, T>(mut rule: impl Rule<'t, T>) -> impl Rule<'t, Spanned<T>> {
    move |input: Input<'t>| {
        let (rest, node) = rule.parse(input)?;
        let span = Span::new(input.place, rest.place);
        Ok((rest, Spanned { node, span }))
    }
}

/// nom's `alt` for a table: the answer of the first rule that matches or fails for good.
#[inline]
pub fn first_of<'t, T, R>(
    entries: impl IntoIterator<Item = R>,
    mut rule: impl FnMut(R, Input<'t>) -> Parsed<'t, T>,
    input: Input<'t>,
) -> Parsed<'t, T> {
    for entry in entries {
        match rule(entry, input) {
            Err(Err::Error(_)) => {}
            answer => return answer,
        }
    }
    Expected::no_match()
}

/// nom's `alt` of a `tag` for each entry of a table of words. Returns the entry whose word stands here, followed by an
/// allowed character. The first letter is compared first, because most words differ there; that saves two thirds of the
/// instructions in a table of forty.
#[inline]
pub fn alt_of_words<'t, T>(
    table: impl Iterator<Item = T> + Clone,
    word: impl Fn(&T) -> Option<&'static str>,
    may_follow: impl Fn(Option<u8>) -> bool,
) -> impl Rule<'t, T> {
    move |input: Input<'t>| {
        let found = table.clone().find_map(|entry| {
            let word = word(&entry)?;
            begins_with(input.text, word, &may_follow).then_some((entry, word.len()))
        });
        match found {
            Some((entry, length)) => Ok((input.split(length).1, entry)),
            None => Expected::no_match(),
        }
    }
}

/// Whether a text begins with a word that is followed by an allowed character. The first letter is compared first,
/// because most words differ there.
#[inline]
fn begins_with(text: &str, word: &str, may_follow: impl Fn(Option<u8>) -> bool) -> bool {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    text.first() == word.first()
        && text
            .strip_prefix(word)
            .is_some_and(|behind| may_follow(behind.first().copied()))
}

/// The answer of a rule that always has a value or a finding, as a plain result.
pub fn finish<T>(answer: Parsed<'_, T>) -> Result<(Input<'_>, T), Fault> {
    answer.map_err(|error| match error {
        Err::Failure(Expected::Invalid(fault)) | Err::Error(Expected::Invalid(fault)) => fault,
        Err::Failure(Expected::NoMatch) | Err::Error(Expected::NoMatch) | Err::Incomplete(_) => {
            Box::new(kinds::UNEXPECTED_ARGUMENT.at(Span::new(0, 0), Wanted::SomethingElse))
        }
    })
}
