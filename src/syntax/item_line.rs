//! A line of an invoice: quantity, unit, price, rate of VAT and description.

use super::clause::Clause;
use super::combinators::{cut_with, finish, map_res_cut, or_mistake};
use super::entry::{Argument, ArgumentValue};
use super::input::Input;
use super::kinds;
use super::lines::{split_at_bar, text_behind_bar};
use super::mistakes::unusual_char;
use super::parse_context::ParseContext;
use super::rule::{Fault, Rule};
use super::share::read_decimal;
use super::token::{blanks, exact_word, word};
use super::vat_code::vat_code;
use crate::text::diagnostic::Diagnostic;
use crate::text::hint::Help;
use crate::text::problem::{Found, Wanted};
use crate::text::span::Span;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{all_consuming, consumed, eof, map, opt, value, verify};
use nom::sequence::{preceded, terminated};

/// `item-line = [ quantity , sp ] , price , [ sp , vat ] , [ sp , free-text ] ;` into arguments; returns where the text
/// stands. `plain`: it stands in a line of printable ASCII.
///
/// The first word that does not belong there, or what is missing.
pub fn read(
    line: Input<'_>,
    plain: bool,
    context: &ParseContext,
    taken: &mut Vec<Argument>,
) -> Result<Option<Span>, Fault> {
    let (head, free) = split_at_bar(line);
    let text = text_behind_bar(free);
    let head = head.without_blanks_behind();
    if !plain {
        unusual_char::refuse_misplaced_chars(head)?;
    }
    let parts = (opt(quantity(context)), price(context), vat(context)).parse(head);
    let (_, (quantity, price, vat)) = finish(parts)?;
    let (many, unit) = quantity.flatten().unzip();
    let all = [many, unit.flatten(), Some(price), vat];
    taken.extend(all.into_iter().flatten());
    Ok(text)
}

/// `quantity = number , [ sp , word ] , sp , "x" ;`
///
/// A lone `x` has no quantity before it, so that the missing price is reported.
fn quantity<'t>(context: &ParseContext) -> impl Rule<'t, Option<(Argument, Option<Argument>)>> {
    let other = || verify(word, |word: &Input<'t>| word.text != "x");
    let counted = (other(), opt(preceded(blanks, other())));
    let counted = terminated(counted, (blanks, exact_word("x"), blanks));
    let known = map_res_cut(counted, |(number, unit)| {
        let many = argument(
            None,
            ArgumentValue::Quantity(read_decimal(number, context)?),
            number,
        );
        let unit = unit.map(|unit| argument(None, ArgumentValue::Unit, unit));
        Ok(Some((many, unit)))
    });
    let lone = value(None, all_consuming(exact_word("x")));
    or_mistake(alt((known, lone)), |head| {
        let times = head.words().any(|word| word.text == "x");
        times.then(|| no_quantity(head))
    })
}

/// `price = number ;`
fn price<'t>(context: &ParseContext) -> impl Rule<'t, Argument> {
    let number = cut_with(terminated(word, blanks), no_price);
    map_res_cut(number, |number| {
        Ok(argument(
            None,
            ArgumentValue::Price(read_decimal(number, context)?),
            number,
        ))
    })
}

/// `vat = "vat" , sp , vat-code ;` or nothing, and then nothing more.
fn vat<'t>(context: &ParseContext) -> impl Rule<'t, Option<Argument>> {
    let code = cut_with(consumed(|rest| vat_code(context, rest)), no_rate);
    let clause = preceded((exact_word("vat"), blanks), terminated(code, blanks));
    let argument = map(clause, |(written, code)| {
        argument(Some(Clause::Vat), ArgumentValue::Vat(code), written)
    });
    cut_with(terminated(opt(argument), eof), |rest| no_more(rest.word()))
}

const fn argument(clause: Option<Clause>, value: ArgumentValue, written: Input<'_>) -> Argument {
    Argument {
        clause,
        value,
        span: written.span(),
    }
}

fn no_quantity(head: Input<'_>) -> Diagnostic {
    kinds::BAD_VALUE
        .at(head.span(), Wanted::Quantity)
        .help(Help::WriteItemLine)
}

fn no_price(end: Input<'_>) -> Diagnostic {
    kinds::MISSING_ARGUMENT.at(end.span(), Wanted::Price.but_found(Found::EndOfLine))
}

fn no_rate(at: Input<'_>) -> Diagnostic {
    let word = at.word();
    kinds::BAD_VALUE.at(word.span(), Wanted::VatRate.but_found_word(word.text))
}

fn no_more(word: Input<'_>) -> Diagnostic {
    kinds::BAD_VALUE
        .at(word.span(), Wanted::VatOrText.but_found_word(word.text))
        .help(Help::TextBehindBar)
}
