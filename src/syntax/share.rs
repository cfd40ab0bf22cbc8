//! Shares and plain decimals, as arguments: `30%`, `2.5`.

use super::attempt::{At, Attempt, fault};
use super::dialect::Dialect;
use super::entry::Value;
use super::kinds;
use super::number::{self, NumberFault};
use super::wrong_number::{wrong_mark, wrong_number};
use crate::text::diagnostic::Diagnostic;
use crate::text::span::Span;
use crate::value::share::{self, Quantity, Share};

/// Reads a share.
pub fn share(at: At<'_>, dialect: Dialect) -> Attempt {
    let word = at.word();
    let Some(number) = word.strip_suffix('%') else {
        return Attempt::No;
    };
    let span = at.span(number.len());
    let (plain, remark) = match number::read(number, dialect.mark) {
        Ok(plain) => (plain, None),
        Err(NumberFault::OtherMark(plain)) => (
            plain,
            Some(Box::new(wrong_mark(number, span, dialect.mark))),
        ),
        Err(problem) => return fault(wrong_number(&problem, number, span, "a share such as 30%")),
    };
    match share::decimal(plain.digits, plain.decimals) {
        Some(value) if plain.decimals <= 4 => Attempt::Yes {
            value: Value::Share(Share(value)),
            length: word.len(),
            remark,
        },
        _ => fault(kinds::TOO_MANY_DECIMALS.at(
            span,
            format!("expected at most four decimals in a share, found `{number}`"),
        )),
    }
}

/// A plain decimal with at most six decimals: a quantity or a price per unit.
pub fn decimal(
    word: &str,
    span: Span,
    dialect: Dialect,
) -> Result<(Quantity, Option<Box<Diagnostic>>), Box<Diagnostic>> {
    let (plain, remark) = match number::read(word, dialect.mark) {
        Ok(plain) => (plain, None),
        Err(NumberFault::OtherMark(plain)) => {
            (plain, Some(Box::new(wrong_mark(word, span, dialect.mark))))
        }
        Err(problem) => {
            return Err(Box::new(wrong_number(
                &problem,
                word,
                span,
                "a number such as 12.50",
            )));
        }
    };
    match share::decimal(plain.digits, plain.decimals) {
        Some(value) if plain.decimals <= 6 => Ok((value, remark)),
        _ => Err(Box::new(kinds::TOO_MANY_DECIMALS.at(
            span,
            format!("expected at most six decimals here, found `{word}`"),
        ))),
    }
}
