//! An amount, as an argument: a number, perhaps with a sign and a currency.

use super::clause::Clause;
use super::combinators::{map_res_cut, or_mistake};
use super::date::looks_like_date;
use super::dialect::Dialect;
use super::entry::{Amount, ArgumentValue};
use super::input::Input;
use super::kinds;
use super::mistakes::wrong_number::wrong_number;
use super::number::{self, NumberFault, ParsedNumber};
use super::parse_context::ParseContext;
use super::rule::{Fault, Parsed};
use super::share::read_plain_number;
use super::token::{self, whole_word};
use crate::text::argument_form::ArgumentForm;
use crate::text::diagnostic::Diagnostic;
use crate::text::edit::Edit;
use crate::text::hint::Help;
use crate::text::problem::{Found, Wanted};
use crate::text::span::Span;
use crate::value::currency::Currency;
use crate::value::money::Minor64;
use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while};
use nom::character::complete::digit1;
use nom::combinator::{consumed, opt, peek, recognize, value, verify};
use nom::multi::many0_count;
use nom::sequence::{preceded, terminated};

/// What is wanted where an amount cannot be read.
const AN_AMOUNT: Wanted = Wanted::Argument(&[ArgumentForm::Amount]);

/// Reads an amount of this form (above zero, zero allowed, or negative allowed).
pub fn amount<'t>(
    form: ArgumentForm,
    context: &ParseContext,
    input: Input<'t>,
) -> Parsed<'t, ArgumentValue> {
    // A fast path for nearly every amount of a big journal. It takes a quarter of the instructions of the general path.
    if let Some((cents @ 1.., length)) = plain_euros(input.text, context.dialect) {
        let (minor, currency) = (Minor64(cents), Currency::EUR);
        let rest = input.split(length).1;
        return Ok((rest, ArgumentValue::Amount(Amount { minor, currency })));
    }
    any_amount(form, context, input)
}

/// What may stand before a number: whether there is a `€`, and the minus if there is one.
type Signs = (bool, bool);

/// Reads an amount in any notation. A function of its own, so that the fast path needs no stack space for it.
#[inline(never)]
fn any_amount<'t>(
    form: ArgumentForm,
    context: &ParseContext,
    input: Input<'t>,
) -> Parsed<'t, ArgumentValue> {
    let written = or_mistake(signed_number, |at| find_amount_mistake(at, context.dialect));
    map_res_cut(consumed(written), |(all, (signs, number, code))| {
        let (euro, negative) = signs;
        let currency = currency(euro, number, code, context.dialect)?;
        let minor = minor_units(number, currency, context)?;
        let minor = if negative {
            minor.saturating_neg()
        } else {
            minor
        };
        match refuse_sign(form, minor, negative, all.span()) {
            Some(refused) => Err(Box::new(refused)),
            None => Ok(ArgumentValue::Amount(Amount {
                minor: Minor64(minor),
                currency,
            })),
        }
    })
    .parse(input)
}

/// `amount = signs , number , [ sp , code ] ;`
fn signed_number(input: Input<'_>) -> Parsed<'_, (Signs, Input<'_>, Option<Input<'_>>)> {
    (
        signs,
        whole_word(token::number_letters),
        opt(preceded(token::blanks, code)),
    )
        .parse(input)
}

/// `signs = minus , euro | [ euro ] , [ minus ] ;`
fn signs(input: Input<'_>) -> Parsed<'_, Signs> {
    let minus_first = value((true, true), (minus, euro));
    let euro_first = (opt(euro), opt(minus));
    let euro_first = euro_first.map(|(euro, minus)| (euro.is_some(), minus.is_some()));
    alt((minus_first, euro_first)).parse(input)
}

/// `euro = "€" , { " " } ;`
fn euro(input: Input<'_>) -> Parsed<'_, Input<'_>> {
    terminated(tag("€"), take_while(|byte| byte == b' ')).parse(input)
}

/// `minus = "-" | "−" ;`
fn minus(input: Input<'_>) -> Parsed<'_, Input<'_>> {
    alt((tag("-"), tag("−"))).parse(input)
}

/// `code = capital , capital , capital ;`
fn code(input: Input<'_>) -> Parsed<'_, Input<'_>> {
    let capitals = |word: &Input<'_>| {
        word.text.len() == 3 && word.text.bytes().all(|byte| byte.is_ascii_uppercase())
    };
    verify(token::word, capitals).parse(input)
}

/// The finding about something that is no amount, but was meant as one; `None` where it was not.
fn find_amount_mistake(at: Input<'_>, dialect: Dialect) -> Option<Diagnostic> {
    let (number, (euro, negative)) = signs(at).ok()?;
    match token::number_letters(number) {
        Ok((rest, digits)) => cents_left_out(number.word(), digits, rest, dialect)
            .or_else(|| not_an_amount(number.word(), digits, euro || negative)),
        Err(_) => second_minus(at, number).or_else(|| strange_amount(at.word())),
    }
}

/// Reports a second minus behind the signs: `--5.00`, `€ -−5.00`, `-€ -5.00`.
fn second_minus(at: Input<'_>, behind: Input<'_>) -> Option<Diagnostic> {
    let more = (minus, many0_count(alt((minus, euro))));
    let (number, _) = terminated(recognize(more), peek(digit1))
        .parse(behind)
        .ok()?;
    let letters = number.word().span().end.saturating_sub(at.place);
    Some(no_amount(at.first(letters as usize)).help(Help::WriteOneMinus))
}

fn no_amount(word: Input<'_>) -> Diagnostic {
    kinds::BAD_VALUE.at(word.span(), AN_AMOUNT.but_found_word(word.text))
}

fn strange_amount(word: Input<'_>) -> Option<Diagnostic> {
    // A plus by itself adds VAT to the amount before it.
    let strange = word.text.starts_with(['$', '£', '¥', '€', '+']) && word.text != "+";
    let strange = strange || word.text == "-";
    strange.then(|| no_amount(word).help(Help::WriteCodeBehindAmount))
}

/// The finding about a currency without a blank before it: `300.00EUR`.
fn glued_currency(word: Input<'_>, number: Input<'_>) -> Option<Diagnostic> {
    let code = word.text.get(number.text.len()..)?;
    Currency::from_code(&code.to_ascii_uppercase())?;
    let mended = format!("{} {}", number.text, code.to_ascii_uppercase());
    Some(
        no_amount(word)
            .help(Help::Write(mended.as_str().into()))
            .suggested_fix(vec![Edit::replace(word.span(), mended)]),
    )
}

/// The finding about a dash for the cents: `1.210,-`.
fn cents_left_out(
    word: Input<'_>,
    number: Input<'_>,
    rest: Input<'_>,
    dialect: Dialect,
) -> Option<Diagnostic> {
    let dash = rest.text.strip_prefix('-')?;
    let number = number.text;
    if !number.ends_with([',', '.']) || !(dash.is_empty() || dash.starts_with([' ', '-'])) {
        return None;
    }
    let whole = number.trim_end_matches([',', '.']);
    let behind = number.get(whole.len()..)?;
    let mended = if whole.contains(behind) {
        whole.to_owned()
    } else {
        let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
        format!("{digits}{}00", dialect.mark.unwrap_or('.'))
    };
    Some(
        no_amount(word)
            .help(Help::WriteCents(mended.as_str().into()))
            .suggested_fix(vec![Edit::replace(word.span(), mended)]),
    )
}

fn not_an_amount(word: Input<'_>, number: Input<'_>, sure: bool) -> Option<Diagnostic> {
    if let Some(found) = glued_currency(word, number) {
        return Some(found);
    }
    let likely = word.text.chars().any(char::is_alphabetic) && !looks_like_date(word.text);
    (sure || likely).then(|| no_amount(word))
}

/// The currency that the `€` gives, or the code, or else the declared currency of the journal.
fn currency(
    euro: bool,
    number: Input<'_>,
    code: Option<Input<'_>>,
    dialect: Dialect,
) -> Result<Currency, Fault> {
    let Some(code) = code else {
        return Ok(if euro {
            Currency::EUR
        } else {
            dialect.currency
        });
    };
    let (written, span) = (code.text, code.span());
    match Currency::from_code(written) {
        Some(currency) if !euro || currency == Currency::EUR => Ok(currency),
        Some(_) => {
            let (number, code) = (number.text.into(), written.into());
            let problem = Wanted::OneCurrency.but_found(Found::TwoCurrencies { number, code });
            Err(Box::new(kinds::BAD_VALUE.at(span, problem)))
        }
        None if matches!(written, "VAT" | "BTW" | "DUE") => {
            let clause = if written == "DUE" {
                Clause::Due
            } else {
                Clause::Vat
            };
            let problem = Wanted::CurrencyOfIso.but_found_word(written);
            let found = kinds::BAD_VALUE.at(span, problem);
            Err(Box::new(
                found
                    .help(Help::DidYouMean(clause.word()))
                    .suggested_fix(vec![Edit::replace(span, clause.word())]),
            ))
        }
        None => {
            let found = kinds::BAD_VALUE.at(span, Wanted::CurrencyOfIso.but_found_word(written));
            Err(Box::new(found.help(Help::UseIsoCode)))
        }
    }
}

fn minor_units(
    number: Input<'_>,
    currency: Currency,
    context: &ParseContext,
) -> Result<i64, Fault> {
    let plain = read_plain_number(number, context, &AN_AMOUNT)?;
    let (span, number) = (number.span(), number.text);
    let decimals = currency.decimals();
    if plain.decimals > decimals {
        let wanted = Wanted::Decimals {
            most: decimals,
            currency: currency.code().into(),
        };
        let found = kinds::TOO_MANY_DECIMALS.at(span, wanted.but_found_word(number));
        return Err(Box::new(found.help(Help::RoundAmount)));
    }
    let too_large = || wrong_number(&NumberFault::TooLarge, number, span, &AN_AMOUNT);
    to_minor(plain, decimals).ok_or_else(|| Box::new(too_large()))
}

/// Reads `1210.00`, without sign, group marks or currency, in a journal of euros. Returns the amount in cents and its
/// length in bytes.
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

/// The number with one more digit behind it. Wraps only with more digits than the fast path takes.
const fn with_digit(number: i64, digit: u8) -> i64 {
    let digit = digit.wrapping_sub(b'0') as i64;
    number.wrapping_mul(10).wrapping_add(digit)
}

fn to_minor(plain: ParsedNumber, decimals: u32) -> Option<i64> {
    let scale = 10_i128.checked_pow(decimals.checked_sub(plain.decimals)?)?;
    i64::try_from(plain.digits.checked_mul(scale)?).ok()
}

/// `amount-or-zero = amount ;` may be zero, and `balance-amount = amount ;` below zero; any other amount may not.
fn refuse_sign(form: ArgumentForm, minor: i64, negative: bool, span: Span) -> Option<Diagnostic> {
    let refused = match form {
        ArgumentForm::Balance => false,
        ArgumentForm::AmountOrZero => negative,
        _ => negative || minor == 0,
    };
    if !refused {
        return None;
    }
    let (found, help) = if negative {
        (Found::Minus, Help::UseOtherKeyword)
    } else {
        (Found::Zero, Help::WriteAmount)
    };
    let problem = Wanted::AmountAboveZero.but_found(found);
    Some(kinds::ZERO_OR_NEGATIVE.at(span, problem).help(help))
}
