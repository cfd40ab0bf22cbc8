//! Percentages and plain decimals, as arguments: `30%`, `2.5`.

use super::combinators::map_res_cut;
use super::input::Input;
use super::kinds;
use super::mistakes::wrong_number::{wrong_mark, wrong_number};
use super::number::{self, NumberFault, ParsedNumber};
use super::parse_context::ParseContext;
use super::rule::{Fault, Parsed};
use super::token::word;
use crate::text::argument_form::ArgumentForm;
use crate::text::problem::Wanted;
use crate::value::share::{Quantity, Share, decimal_from_digits as exact};
use nom::Parser;
use nom::combinator::map_opt;

/// `share = number , "%" ;` What ends in `%` is meant as one.
pub fn share<'t>(context: &ParseContext, input: Input<'t>) -> Parsed<'t, Share> {
    let number = map_opt(word, |word: Input<'t>| {
        let number = word.text.strip_suffix('%')?;
        Some(word.first(number.len()))
    });
    map_res_cut(number, |number| {
        let plain = read_plain_number(number, context, &Wanted::Argument(&[ArgumentForm::Share]))?;
        let value = exact(plain.digits, plain.decimals).filter(|_| plain.decimals <= 4);
        value.map(Share).ok_or_else(|| {
            let problem = Wanted::FourDecimals.but_found_word(number.text);
            Box::new(kinds::TOO_MANY_DECIMALS.at(number.span(), problem))
        })
    })
    .parse(input)
}

/// Reads a plain decimal with at most six decimals: a quantity or a price per unit.
pub fn read_decimal(number: Input<'_>, context: &ParseContext) -> Result<Quantity, Fault> {
    let plain = read_plain_number(number, context, &Wanted::Number)?;
    let value = exact(plain.digits, plain.decimals).filter(|_| plain.decimals <= 6);
    value.ok_or_else(|| {
        let problem = Wanted::SixDecimals.but_found_word(number.text);
        Box::new(kinds::TOO_MANY_DECIMALS.at(number.span(), problem))
    })
}

/// Reads a number in the notation of this journal. A number with the other decimal mark is accepted with a remark.
pub fn read_plain_number(
    number: Input<'_>,
    context: &ParseContext,
    wanted: &Wanted,
) -> Result<ParsedNumber, Fault> {
    let mark = context.dialect.mark;
    match number::read(number.text, mark) {
        Ok(plain) => Ok(plain),
        Err(NumberFault::OtherMark(plain)) => {
            context.add_remark(wrong_mark(number.text, number.span(), mark));
            Ok(plain)
        }
        Err(problem) => Err(Box::new(wrong_number(
            &problem,
            number.text,
            number.span(),
            wanted,
        ))),
    }
}
