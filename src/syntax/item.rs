//! A line of an invoice: how many, of what, for how much.

use super::attempt::{At, Attempt};
use super::dialect::Dialect;
use super::entry::{Argument, Value};
use super::form::attempt;
use super::grammar::Form;
use super::kinds;
use super::lines::bar;
use super::part::Part;
use super::share;
use super::strange;
use super::words::Fault;
use crate::text::span::Span;
use crate::value::share::Quantity;

/// Reads `[QTY [UNIT] x] PRICE [vat RATE] | text` into arguments; returns where the text stands. `plain`: it stands
/// in a line of printable ASCII.
///
/// # Errors
/// The first word that does not belong there, or what is missing.
pub fn read(
    value: Part<'_>,
    plain: bool,
    dialect: Dialect,
    arguments: &mut Vec<Argument>,
    remarks: &mut Vec<Fault>,
) -> Result<Option<Span>, Fault> {
    let (head, text) = match bar(value.text) {
        Some(at) => {
            let (head, text) = value.split(at);
            (head.trimmed(), Some(text.behind_first().trimmed().span()))
        }
        None => (value, None),
    };
    if !plain {
        strange::refuse(head)?;
    }
    let mut line = Item {
        head,
        dialect,
        arguments,
        remarks,
    };
    let mut words = head.words();
    if let Some(times) = head.words().position(|word| word.text == "x") {
        line.quantity(words.by_ref().take(times))?;
        words.next();
    }
    line.price(words)?;
    Ok(text)
}

/// The words in front of the text, and where what they say goes.
struct Item<'t, 'a> {
    head: Part<'t>,
    dialect: Dialect,
    arguments: &'a mut Vec<Argument>,
    remarks: &'a mut Vec<Fault>,
}

impl<'t> Item<'t, '_> {
    /// The words before `x`. A line that is nothing but `x` lacks a price, no quantity.
    fn quantity(&mut self, mut words: impl Iterator<Item = Part<'t>>) -> Result<(), Fault> {
        match (words.next(), words.next(), words.next()) {
            (None, ..) if self.head.text == "x" => Ok(()),
            (Some(quantity), unit, None) => {
                let value = self.decimal(quantity)?;
                self.push(None, Value::Quantity(value), quantity.span());
                if let Some(unit) = unit {
                    self.push(Some("unit"), Value::Name, unit.span());
                }
                Ok(())
            }
            _ => Err(Box::new(
                kinds::BAD_VALUE
                    .at(
                        self.head.span(),
                        "expected a quantity, one word as unit, then `x` and a price",
                    )
                    .help("write for example `5 hours x 80.00 | advice`"),
            )),
        }
    }

    /// The words behind `x`, or all of them.
    fn price(&mut self, mut words: impl Iterator<Item = Part<'t>>) -> Result<(), Fault> {
        let Some(price) = words.next() else {
            let end = self.head.span().end;
            return Err(Box::new(kinds::MISSING_ARGUMENT.at(
                Span::new(end, end),
                "expected a price such as 100.00, found the end of the line",
            )));
        };
        let value = self.decimal(price)?;
        self.push(None, Value::Price(value), price.span());
        let Some(word) = words.next() else {
            return Ok(());
        };
        match (words.next(), words.next()) {
            (Some(rate), None) if word.text == "vat" => self.rate(rate),
            _ => Err(Box::new(
                kinds::BAD_VALUE
                    .at(
                        word.span(),
                        format!(
                            "expected `vat` and a rate, or ` | ` and a text, found `{}`",
                            word.text
                        ),
                    )
                    .help("the text of a line stands behind ` | `"),
            )),
        }
    }

    fn rate(&mut self, rate: Part<'t>) -> Result<(), Fault> {
        let at = At {
            text: rate.text,
            place: rate.place,
        };
        match attempt(&Form::Share, at, self.dialect) {
            Attempt::Yes { value, remark, .. } => {
                self.remarks.extend(remark);
                self.push(Some("vat"), value, rate.span());
                Ok(())
            }
            Attempt::Fault(fault) => Err(fault),
            Attempt::No => Err(Box::new(kinds::BAD_VALUE.at(
                rate.span(),
                format!(
                    "expected a share such as 21% after `vat`, found `{}`",
                    rate.text
                ),
            ))),
        }
    }

    fn decimal(&mut self, word: Part<'t>) -> Result<Quantity, Fault> {
        let (value, remark) = share::decimal(word.text, word.span(), self.dialect)?;
        self.remarks.extend(remark);
        Ok(value)
    }

    fn push(&mut self, clause: Option<&'static str>, value: Value, span: Span) {
        self.arguments.push(Argument {
            clause,
            value,
            span,
        });
    }
}
