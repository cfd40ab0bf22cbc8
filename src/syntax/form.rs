//! Reads one argument in one of its forms.

use super::amount::amount;
use super::attempt::{At, Attempt, fault};
use super::day::date;
use super::dialect::Dialect;
use super::entry::Value;
use super::grammar::Form;
use super::kinds;
use super::length::{DAYS, MINUTES, duration};
use super::share::share;
use super::suggest;
use super::token;
use crate::text::diagnostic::Diagnostic;
use crate::text::edit::Edit;
use crate::text::span::Span;
use crate::value::currency::Currency;

/// Tries a form on the text.
pub fn attempt(form: &Form, at: At<'_>, dialect: Dialect) -> Attempt {
    match *form {
        Form::Invoice => id(at, '#', token::invoice, Value::Invoice),
        Form::Customer => id(at, '@', token::customer, Value::Customer),
        Form::Amount | Form::AmountOrZero | Form::Balance => amount(*form, at, dialect),
        Form::Date => date(at),
        Form::Duration => duration(at, &DAYS),
        Form::Spent => duration(at, &MINUTES),
        Form::Share => share(at, dialect),
        Form::Word(list) => {
            let written = |word: &&&str| token::begins_with_word(at.text, word);
            match list.iter().find(written) {
                Some(word) => Attempt::yes(Value::Word(word), word.len()),
                None => Attempt::No,
            }
        }
        Form::List(list) => {
            let word = at.word();
            if word.split(',').all(|each| list.contains(&each)) {
                Attempt::yes(Value::Name, word.len())
            } else {
                Attempt::No
            }
        }
        Form::Name => whole_word(at, token::name, |_| Some(Value::Name)),
        Form::Count => whole_word(at, token::count, |count| Some(Value::Count(count))),
        Form::Mark => match at.word() {
            "." => Attempt::yes(Value::Mark('.'), 1),
            "," => Attempt::yes(Value::Mark(','), 1),
            _ => Attempt::No,
        },
        Form::Currency => match Currency::from_code(at.word()) {
            Some(currency) => Attempt::yes(Value::Currency(currency), 3),
            None => Attempt::No,
        },
        Form::Path if at.text.starts_with(['"', '\'']) => Attempt::No,
        Form::Path => Attempt::yes(Value::Name, at.text.trim_end().len()),
        Form::Reference => Attempt::yes(Value::Name, at.word().len()),
    }
}

fn whole_word<'t, T>(
    at: At<'t>,
    parser: impl Fn(&'t str) -> token::Parsed<'t, T>,
    value: impl Fn(T) -> Option<Value>,
) -> Attempt {
    let word = at.word();
    match parser(word) {
        Ok(("", read)) => value(read).map_or(Attempt::No, |value| Attempt::yes(value, word.len())),
        _ => Attempt::No,
    }
}

fn id<'t>(
    at: At<'t>,
    sigil: char,
    parser: impl Fn(&'t str) -> token::Parsed<'t, &'t str>,
    value: Value,
) -> Attempt {
    if !at.text.starts_with(sigil) {
        return Attempt::No;
    }
    match parser(at.text) {
        Ok((rest, name)) if rest.is_empty() || rest.starts_with([' ', '\t']) => {
            Attempt::yes(value, name.len() + 1)
        }
        _ => fault(wrong_id(at, sigil)),
    }
}

fn wrong_id(at: At<'_>, sigil: char) -> Diagnostic {
    let word = at.word();
    let span = at.word_span();
    if let Some((place, strange)) = word.char_indices().find(|(_, c)| !c.is_ascii()) {
        let place = span.start.saturating_add(u32::try_from(place).unwrap_or(0));
        let length = u32::try_from(strange.len_utf8()).unwrap_or(1);
        let looks = suggest::ascii_twin(strange)
            .map_or(String::new(), |twin| format!(", which looks like `{twin}`"));
        return kinds::LOOK_ALIKE
            .at(
                Span::new(place, place.saturating_add(length)),
                format!(
                    "expected letters a to z and digits in an id, found U+{:04X}{looks}",
                    strange as u32
                ),
            )
            .help("type the character again from the keyboard");
    }
    let (what, example) = if sigil == '#' {
        (
            "an invoice number of letters, digits, dots, dashes and slashes",
            "#2026-001",
        )
    } else {
        (
            "a customer id of small letters, digits, dots and dashes",
            "@jansen",
        )
    };
    let found = kinds::BAD_VALUE.at(
        span,
        format!("expected {what} such as {example}, found `{word}`"),
    );
    let small = word.to_ascii_lowercase();
    if sigil == '@' && matches!(token::customer(&small), Ok(("", _))) {
        return found
            .help(format!("write `{small}`"))
            .suggested_fix(vec![Edit::replace(span, small)]);
    }
    found
}
