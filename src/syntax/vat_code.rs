//! What VAT an amount bears, as an argument: `21%`, `0% eu-goods`, `exempt`.

use super::combinators::{alt_of_words, map_res_cut, or_mistake};
use super::input::Input;
use super::kinds;
use super::mistakes::vat_words;
use super::parse_context::ParseContext;
use super::rule::{Expected, Parsed, Rule};
use super::share::share;
use super::token::{blanks, is_word_end};
use crate::text::diagnostic::Diagnostic;
use crate::text::edit::Edit;
use crate::text::hint::Help;
use crate::text::problem::Wanted;
use crate::value::share::Share;
use crate::value::vat_code::{Untaxed, VatCode, ZeroRate};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{consumed, map, opt};
use nom::sequence::preceded;

/// `vat-code = share , [ sp , zero-rate ] | untaxed ;` A reason stands behind 0% alone.
pub fn vat_code<'t>(context: &ParseContext, input: Input<'t>) -> Parsed<'t, VatCode> {
    alt((rated(context), map(untaxed(), VatCode::Untaxed))).parse(input)
}

fn rated<'t>(context: &ParseContext) -> impl Rule<'t, VatCode> {
    move |input| {
        let (rest, (written, rate)) = consumed(|rate| share(context, rate)).parse(input)?;
        if rate == Share::ZERO {
            let reason = or_mistake(zero_rate(), meant_reason);
            let mut code = map(opt(preceded(blanks, reason)), |reason| {
                reason.map_or(VatCode::Rate(0), VatCode::Zero)
            });
            return code.parse(rest);
        }
        let Some(code) = VatCode::from_percent(rate.0) else {
            let (kind, wanted) = if rate.0.normalize().scale() > 2 {
                (&kinds::TOO_MANY_DECIMALS, Wanted::VatRate)
            } else {
                (&kinds::BAD_VALUE, Wanted::SmallerVatRate)
            };
            let problem = wanted.but_found_word(written.text);
            return Expected::invalid(kind.at(written.span(), problem));
        };
        let misplaced = map_res_cut(preceded(blanks, consumed(zero_rate())), |(word, _)| {
            let problem = Wanted::ReasonBehindZero.but_found_word(word.text);
            Err(Box::new(kinds::BAD_VALUE.at(word.span(), problem)))
        });
        map(opt(misplaced), |none| none.unwrap_or(code)).parse(rest)
    }
}

/// Another word for a reason, or a slip in one, where the reason stands.
fn meant_reason(at: Input<'_>) -> Option<Diagnostic> {
    let (written, span) = vat_words::meant_reason(at)?;
    let length = span.end.saturating_sub(span.start) as usize;
    let problem = Wanted::ReasonBehindZero.but_found_word(at.first(length).text);
    let found = kinds::BAD_VALUE.at(span, problem);
    let fixed = found.help(Help::Write(written.into()));
    Some(fixed.suggested_fix(vec![Edit::replace(span, written)]))
}

/// `zero-rate = "reverse-charge" | "export" | "eu-goods" | "eu-services" | "eu-distance" ;`
fn zero_rate<'t>() -> impl Rule<'t, ZeroRate> {
    let words = ZeroRate::ALL.iter().copied();
    alt_of_words(words, |reason| Some(reason.word()), is_word_end)
}

/// `untaxed = "exempt" | "margin" | "abroad" ;`
fn untaxed<'t>() -> impl Rule<'t, Untaxed> {
    let words = Untaxed::ALL.iter().copied();
    alt_of_words(words, |word| Some(word.word()), is_word_end)
}
