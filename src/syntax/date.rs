//! A day, as an argument; and what to say when it is written otherwise.

use super::combinators::or_mistake;
use super::input::Input;
use super::kinds;
use super::rule::Parsed;
use super::token;
use super::value::alone;
use crate::text::diagnostic::Diagnostic;
use crate::text::edit::Edit;
use crate::text::span::Span;
use crate::value::calendar::{day, month_end};
use chrono::NaiveDate;
use nom::Parser;
use nom::combinator::all_consuming;

/// A `date` that is a word by itself.
pub fn date(input: Input<'_>) -> Parsed<'_, NaiveDate> {
    or_mistake(alone(token::date), |at| {
        let word = at.word();
        looks_like_date(word.text).then(|| wrong_date(word))
    })
    .parse(input)
}

/// Digits with two dashes, slashes or dots between, or eight digits alone.
pub fn looks_like_date(word: &str) -> bool {
    let parts: Vec<&str> = word.split(['-', '/', '.']).collect();
    let all_digits = |part: &&str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    parts.len() == 3 && parts.iter().all(all_digits) && !word.contains(',')
}

/// What to say about a word that should be a date.
pub fn wrong_date(word: Input<'_>) -> Diagnostic {
    let (span, word) = (word.span(), word.text);
    if let Ok((_, (year, month, number))) = all_consuming(token::date_shape).parse(word.into()) {
        return no_such_day(year, month, number, span);
    }
    if let Some(date) = other_order(word) {
        let found = kinds::DATE_ORDER_FORMAT.at(
            span,
            format!("expected a date as year-month-day, found `{word}`"),
        );
        return match month_first(word) {
            Some(other) => found
                .note(format!("is the day first? Else it is {other}"))
                .help(format!("write `{date}`"))
                .suggested_fix(vec![Edit::replace(span, date)]),
            None => found
                .help(format!("write `{date}`"))
                .safe_fix(vec![Edit::replace(span, date)]),
        };
    }
    let found = kinds::BAD_DATE.at(
        span,
        format!("expected a date such as 2026-01-31, found `{word}`"),
    );
    let stem = word.trim_end_matches([':', ',', ';', '.']);
    match all_consuming(token::date).parse(stem.into()) {
        Ok(_) => found
            .help(format!("write `{stem}`"))
            .suggested_fix(vec![Edit::replace(span, stem)]),
        _ => found,
    }
}

/// `3-4-2026` is 4 March to some: the day it is then, if it is another one.
fn month_first(word: &str) -> Option<NaiveDate> {
    let parts: Vec<&str> = word.split(['-', '/', '.']).collect();
    let [month, number, year] = *parts.as_slice() else {
        return None;
    };
    let (month, number) = (month.parse().ok()?, number.parse().ok()?);
    (year.len() == 4 && month != number)
        .then(|| day(year.parse().ok()?, month, number))
        .flatten()
}

fn no_such_day(year: u32, month: u32, number: u32, span: Span) -> Diagnostic {
    let written = i32::try_from(year).unwrap_or(0);
    let shown = format!("{year:04}-{month:02}-{number:02}");
    if day(written, 1, 1).is_none() {
        return kinds::BAD_DATE.at(
            span,
            format!("expected a year from 1900 to 2200, found `{shown}`"),
        );
    }
    let found = kinds::BAD_DATE.at(
        span,
        format!("expected a day of the calendar, found `{shown}`"),
    );
    match month_end(written, month) {
        Some(last) if number > 0 => found
            .note(format!("this month ends on {last}"))
            .help(format!("write the day that is meant, for example `{last}`"))
            .suggested_fix(vec![Edit::replace(span, last.to_string())]),
        Some(_) => found.note("days count from 01"),
        None => found.note("months go from 01 to 12"),
    }
}

/// `31-01-2026`, `2026/01/31`, `2026-1-31`, `20260131`: which day it can only be.
fn other_order(word: &str) -> Option<String> {
    let parts: Vec<&str> = word.split(['-', '/', '.']).collect();
    let (year, month, number) = match *parts.as_slice() {
        [y, m, d] if y.len() == 4 => (y, m, d),
        [d, m, y] if y.len() == 4 => (y, m, d),
        [all] if all.len() == 8 => (all.get(..4)?, all.get(4..6)?, all.get(6..)?),
        _ => return None,
    };
    day(
        year.parse().ok()?,
        month.parse().ok()?,
        number.parse().ok()?,
    )
    .map(|date| date.to_string())
}
