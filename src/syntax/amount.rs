//! An amount, as an argument: digits, perhaps a currency.

use super::attempt::{At, Attempt, fault};
use super::day::looks_like_date;
use super::dialect::Dialect;
use super::entry::{Amount, Value};
use super::grammar::Form;
use super::kinds;
use super::number::{self, NumberFault, Plain};
use super::token;
use super::wrong_number::{wrong_mark, wrong_number};
use crate::text::diagnostic::Diagnostic;
use crate::text::edit::Edit;
use crate::text::span::Span;
use crate::value::currency::Currency;

/// Reads an amount: a sign only where the form allows it, a currency where one is written.
pub fn amount(form: Form, at: At<'_>, dialect: Dialect) -> Attempt {
    // Nearly every amount of a big journal, in one step: a quarter of the instructions of what follows.
    if let Some((minor @ 1.., length)) = plain_euros(at.text, dialect) {
        let currency = Currency::EUR;
        return Attempt::yes(Value::Amount(Amount { minor, currency }), length);
    }
    any_amount(form, at, dialect)
}

/// An amount in any way to write one. A function of its own, so that plain ones need not make room for it.
#[inline(never)]
fn any_amount(form: Form, at: At<'_>, dialect: Dialect) -> Attempt {
    let euro = at
        .text
        .strip_prefix('€')
        .map(|rest| rest.trim_start_matches(' '));
    let behind_sign = euro.unwrap_or(at.text);
    let negative = behind_sign.starts_with(['-', '−']);
    let unsigned = behind_sign.trim_start_matches(['-', '−']);
    let Ok((rest, number)) = token::number(unsigned) else {
        return strange_amount(at);
    };
    let before = at.text.len().saturating_sub(unsigned.len());
    let place = at.place.saturating_add(u32::try_from(before).unwrap_or(0));
    let inner = At {
        text: unsigned,
        place,
    };
    if !(rest.is_empty() || rest.starts_with([' ', '\t'])) {
        return not_an_amount(inner, number, rest, euro.is_some() || negative);
    }
    let (rest, currency) = match written_currency(rest, euro.is_some(), dialect, &inner, number) {
        Ok(found) => found,
        Err(diagnostic) => return Attempt::Fault(diagnostic),
    };
    let length = at.text.len().saturating_sub(rest.len());
    let (minor, remark) = match minor_units(number, inner.span(number.len()), currency, dialect) {
        Ok(found) => found,
        Err(diagnostic) => return Attempt::Fault(diagnostic),
    };
    let minor = if negative {
        minor.saturating_neg()
    } else {
        minor
    };
    if let Some(refused) = refuse_sign(form, minor, negative, at.span(length)) {
        return fault(refused);
    }
    Attempt::Yes {
        value: Value::Amount(Amount { minor, currency }),
        length,
        remark,
    }
}

fn strange_amount(at: At<'_>) -> Attempt {
    let word = at.word();
    if word.starts_with(['$', '£', '¥', '€', '+']) || word == "-" {
        return fault(
            kinds::BAD_VALUE
                .at(
                    at.word_span(),
                    format!("expected an amount such as 1210.00, found `{word}`"),
                )
                .help("write the currency as three capitals behind the amount, as in `100.00 USD`"),
        );
    }
    Attempt::No
}

fn not_an_amount(inner: At<'_>, number: &str, rest: &str, sure: bool) -> Attempt {
    let word = inner.word();
    let span = inner.word_span();
    if let Some(dash) = rest.strip_prefix('-')
        && number.ends_with([',', '.'])
        && (dash.is_empty() || dash.starts_with([' ', '-']))
    {
        let whole = number.trim_end_matches([',', '.']);
        let mark = number.get(whole.len()..).unwrap_or(".");
        let mended = if whole.contains(mark) {
            whole.to_owned()
        } else {
            format!("{whole}{mark}00")
        };
        return fault(
            kinds::BAD_VALUE
                .at(
                    span,
                    format!("expected an amount such as 1210.00, found `{word}`"),
                )
                .help(format!("write the cents: `{mended}`"))
                .suggested_fix(vec![Edit::replace(span, mended)]),
        );
    }
    if sure || word.chars().any(char::is_alphabetic) && !looks_like_date(word) {
        return fault(kinds::BAD_VALUE.at(
            span,
            format!("expected an amount such as 1210.00, found `{word}`"),
        ));
    }
    Attempt::No
}

fn written_currency<'t>(
    rest: &'t str,
    euro: bool,
    dialect: Dialect,
    inner: &At<'t>,
    number: &str,
) -> Result<(&'t str, Currency), Box<Diagnostic>> {
    let Ok((behind, code)) = token::word(rest) else {
        return Ok((
            rest,
            if euro {
                Currency::EUR
            } else {
                dialect.currency
            },
        ));
    };
    let three_capitals = code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase());
    if !three_capitals {
        return Ok((
            rest,
            if euro {
                Currency::EUR
            } else {
                dialect.currency
            },
        ));
    }
    let start = inner
        .text
        .len()
        .saturating_sub(behind.len())
        .saturating_sub(3);
    let place = inner
        .place
        .saturating_add(u32::try_from(start).unwrap_or(0));
    let span = Span::new(place, place.saturating_add(3));
    match Currency::from_code(code) {
        Some(currency) if !euro || currency == Currency::EUR => Ok((behind, currency)),
        Some(_) => Err(Box::new(kinds::BAD_VALUE.at(
            span,
            format!("expected one currency, found `€ {number}` in `{code}`"),
        ))),
        None => Err(Box::new(
            kinds::BAD_VALUE
                .at(
                    span,
                    format!("expected a currency of ISO 4217 such as EUR, found `{code}`"),
                )
                .help("use the code that banks use, three capitals"),
        )),
    }
}

fn minor_units(
    number: &str,
    span: Span,
    currency: Currency,
    dialect: Dialect,
) -> Result<(i64, Option<Box<Diagnostic>>), Box<Diagnostic>> {
    let (plain, remark) = match number::read(number, dialect.mark) {
        Ok(plain) => (plain, None),
        Err(NumberFault::OtherMark(plain)) => (
            plain,
            Some(Box::new(wrong_mark(number, span, dialect.mark))),
        ),
        Err(problem) => {
            return Err(Box::new(wrong_number(
                &problem,
                number,
                span,
                "an amount such as 1210.00",
            )));
        }
    };
    let decimals = currency.decimals();
    if plain.decimals > decimals {
        let most = match decimals {
            0 => "no decimals".to_owned(),
            some => format!("at most {some} decimals"),
        };
        return Err(Box::new(
            kinds::TOO_MANY_DECIMALS
                .at(
                    span,
                    format!("expected {most} in {}, found `{number}`", currency.code()),
                )
                .help("round the amount to what is really owed"),
        ));
    }
    to_minor(plain, decimals)
        .map(|minor| (minor, remark))
        .ok_or_else(|| Box::new(wrong_number(&NumberFault::TooLarge, number, span, "")))
}

/// `1210.00` in a journal of euros, and no sign, group or currency: in minor units, and how many bytes it has.
fn plain_euros(text: &str, dialect: Dialect) -> Option<(i64, usize)> {
    let bytes = text.as_bytes();
    let (mut minor, mut digits) = (0_i64, 0_usize);
    while let Some(digit @ b'0'..=b'9') = bytes.get(digits) {
        minor = with_digit(minor, *digit);
        digits = digits.saturating_add(1);
    }
    let [mark, tens, ones, behind @ ..] = bytes.get(digits..)? else {
        return None;
    };
    let alone = match behind {
        [] | [b' '] => true,
        [b' ', next, ..] => !matches!(next, b' ' | b'\t' | b'A'..=b'Z'),
        _ => false,
    };
    let plain = alone
        && dialect.currency == Currency::EUR
        && *mark
            == if dialect.mark == Some(',') {
                b','
            } else {
                b'.'
            }
        && (1..=number::MAX_WHOLE_DIGITS).contains(&digits)
        && (tens.is_ascii_digit() && ones.is_ascii_digit());
    plain.then(|| {
        let minor = with_digit(with_digit(minor, *tens), *ones);
        (minor, digits.saturating_add(3))
    })
}

/// A number with one more digit. It wraps only where there are more digits than a plain amount has.
const fn with_digit(number: i64, digit: u8) -> i64 {
    let digit = digit.wrapping_sub(b'0') as i64;
    number.wrapping_mul(10).wrapping_add(digit)
}

fn to_minor(plain: Plain, decimals: u32) -> Option<i64> {
    let scale = 10_i128.checked_pow(decimals.checked_sub(plain.decimals)?)?;
    i64::try_from(plain.digits.checked_mul(scale)?).ok()
}

fn refuse_sign(form: Form, minor: i64, negative: bool, span: Span) -> Option<Diagnostic> {
    let refused = match form {
        Form::Balance => false,
        Form::AmountOrZero => negative,
        _ => negative || minor == 0,
    };
    if !refused {
        return None;
    }
    let (found, help) = if negative {
        (
            "a minus",
            "say what happened with another keyword: `credit` lowers an invoice, `refund` pays money back",
        )
    } else {
        ("zero", "write the amount, or leave the entry out")
    };
    Some(
        kinds::ZERO_OR_NEGATIVE
            .at(
                span,
                format!("expected an amount above zero, found {found}"),
            )
            .help(help),
    )
}
