//! What VAT an amount bears, as an argument: `21%`, `0% eu-goods`, `exempt`.

use super::combinators::{alt_of_words, map_res_cut};
use super::input::Input;
use super::kinds;
use super::parse_context::ParseContext;
use super::rule::{Parsed, Rule};
use super::share::share;
use super::token::{blanks, is_word_end};
use crate::text::problem::{Found, Wanted};
use crate::value::share::Share;
use crate::value::vat_code::{Untaxed, VatCode, ZeroRate};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{consumed, map, opt};
use nom::sequence::{pair, preceded};

/// `vat-code = share , [ sp , zero-rate ] | untaxed ;` A reason stands behind 0% alone.
pub fn vat_code<'t>(context: &ParseContext, input: Input<'t>) -> Parsed<'t, VatCode> {
    alt((rated(context), map(untaxed(), VatCode::Untaxed))).parse(input)
}

fn rated<'t>(context: &ParseContext) -> impl Rule<'t, VatCode> {
    let rate = consumed(|input| share(context, input));
    let reason = opt(preceded(blanks, consumed(zero_rate())));
    map_res_cut(pair(rate, reason), |((written, rate), reason)| {
        let code = VatCode::from_percent(rate.0).ok_or_else(|| {
            let problem = Wanted::VatRate.but_found_word(written.text);
            Box::new(kinds::TOO_MANY_DECIMALS.at(written.span(), problem))
        })?;
        match reason {
            None => Ok(code),
            Some((_, reason)) if rate == Share::ZERO => Ok(VatCode::Zero(reason)),
            Some((word, _)) => {
                let found = Found::Word(word.text.into());
                let problem = Wanted::ReasonBehindZero.but_found(found);
                Err(Box::new(kinds::BAD_VALUE.at(word.span(), problem)))
            }
        }
    })
}

/// `zero-rate = "reverse-charge" | "export" | "eu-goods" | "eu-services" | "eu-distance" ;`
fn zero_rate<'t>() -> impl Rule<'t, ZeroRate> {
    let words = ZeroRate::ALL.iter().copied();
    alt_of_words(words, |reason| Some(reason.word()), is_word_end)
}

/// `untaxed = "exempt" | "margin" ;`
fn untaxed<'t>() -> impl Rule<'t, Untaxed> {
    let words = Untaxed::ALL.iter().copied();
    alt_of_words(words, |word| Some(word.word()), is_word_end)
}
