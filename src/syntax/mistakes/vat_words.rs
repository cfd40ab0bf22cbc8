//! Amounts without VAT, and amounts of VAT, where a journal wants the amount with VAT and its rate.

use super::meaning_words::DUTCH_CODES;
use super::suggestion::nearest;
use super::unexpected_word::UnexpectedWord;
use crate::syntax::clause::Clause;
use crate::syntax::entry::{Amount, Argument, ArgumentValue};
use crate::syntax::input::Input;
use crate::syntax::kinds;
use crate::syntax::parse_context::ParseContext;
use crate::syntax::print::print_argument;
use crate::syntax::share::read_plain_number;
use crate::text::argument_form::ArgumentForm;
use crate::text::diagnostic::Diagnostic;
use crate::text::edit::Edit;
use crate::text::hint::Help;
use crate::text::problem::Wanted;
use crate::text::span::Span;
use crate::value::money::{Minor, Money};
use crate::value::rounding::{divide_rounded, share_of_amount};
use crate::value::share::{Share, decimal_from_digits};
use crate::value::vat_code::{Untaxed, ZeroRate};

/// The highest rate of VAT that any country of the Union has.
const HIGHEST_RATE: i128 = 27;

/// Words that say that an amount is without VAT.
const NET: [&str; 10] = [
    "ex",
    "exc",
    "excl",
    "exclusief",
    "exclusive",
    "excluding",
    "netto",
    "net",
    "plus",
    "+",
];
/// Words that say that it is with VAT.
const GROSS: [&str; 7] = [
    "inc",
    "incl",
    "inclusief",
    "inclusive",
    "including",
    "bruto",
    "gross",
];
/// Words for VAT.
pub const TAX: [&str; 3] = ["btw", "vat", "omzetbelasting"];

/// What the words behind an amount say of its VAT.
#[derive(Default)]
struct VatPhrase {
    is_net: bool,
    is_gross: bool,
    rate: Option<Share>,
    end: u32,
}

/// The finding about words such as `ex btw` or `incl. 21% btw` behind the amount of an invoice or a credit note.
pub fn amount_without_vat(misfit: &UnexpectedWord<'_>) -> Option<Diagnostic> {
    let has_vat = misfit.clauses().any(|clause| clause == Clause::Vat.word());
    if !has_vat || !misfit.is_header() {
        return None;
    }
    let phrase = read_phrase(misfit)?;
    let span = Span::new(misfit.input.place, phrase.end);
    let length = phrase.end.saturating_sub(misfit.input.place) as usize;
    let words = misfit.input.first(length).text;
    let found = kinds::UNEXPECTED_ARGUMENT.at(span, Wanted::AmountWithVat.but_found_word(words));
    let written = written_rate(misfit);
    let clause = match (phrase.rate, written) {
        (Some(rate), None) => format!("vat {}", print_argument(&rate, misfit.context.dialect)),
        _ => String::new(),
    };
    let taken_out = if clause.is_empty() {
        Edit::replace(Span::new(span.start.saturating_sub(1), span.end), "")
    } else {
        Edit::replace(span, clause.clone())
    };
    if phrase.is_gross {
        return Some(
            found
                .help(Help::AmountsIncludeVat)
                .suggested_fix(vec![taken_out]),
        );
    }
    let (amount, place) = written_amount(misfit.taken)?;
    match written
        .or(phrase.rate)
        .and_then(|rate| add_vat(amount, rate))
    {
        Some(gross) => {
            let gross = print_argument(&gross, misfit.context.dialect);
            let line = if clause.is_empty() {
                gross.clone()
            } else {
                format!("{gross} {clause}")
            };
            Some(
                found
                    .help(Help::WriteAmountWithVat(line.as_str().into()))
                    .suggested_fix(vec![Edit::replace(place, gross), taken_out]),
            )
        }
        None => Some(found.help(Help::AmountsIncludeVat)),
    }
}

/// Reads words about VAT up to the first other one; `None` where they do not say with or without.
fn read_phrase(misfit: &UnexpectedWord<'_>) -> Option<VatPhrase> {
    let mut phrase = VatPhrase::default();
    for word in misfit.input.words() {
        let small = word.text.to_lowercase();
        let all: Vec<&str> = small
            .split(|c: char| ".,-/()".contains(c))
            .filter(|part| !part.is_empty())
            .collect();
        if !read_words(&mut phrase, &all) {
            match read_rate(word, misfit.context) {
                Some(rate) if phrase.rate.is_none() => phrase.rate = Some(rate),
                None if small == "%" => {}
                _ => break,
            }
        }
        phrase.end = word.span().end;
    }
    (phrase.is_net || phrase.is_gross).then_some(phrase)
}

/// Reads the parts of one word, such as `excl` and `btw` of `excl.btw`; answers whether all are about VAT.
fn read_words(phrase: &mut VatPhrase, parts: &[&str]) -> bool {
    let known = |part: &&str| {
        let glued = TAX.iter().find_map(|tax| part.strip_suffix(tax));
        let stem = glued.filter(|stem| !stem.is_empty()).unwrap_or(part);
        NET.contains(&stem) || GROSS.contains(&stem) || TAX.contains(&stem)
    };
    if parts.is_empty() || !parts.iter().all(known) {
        return false;
    }
    let says = |words: &[&str]| {
        parts.iter().any(|part| {
            words.contains(part)
                || TAX
                    .iter()
                    .filter_map(|tax| part.strip_suffix(tax))
                    .any(|stem| words.contains(&stem))
        })
    };
    phrase.is_net |= says(&NET);
    phrase.is_gross |= says(&GROSS);
    true
}

/// `21%` or `21`, as a rate that a country may have.
fn read_rate(word: Input<'_>, context: &ParseContext) -> Option<Share> {
    let digits = word.text.trim_matches(|c: char| "%()".contains(c));
    let start = word.text.find(digits)?;
    let digits = word.split(start).1.first(digits.len());
    let before = context.remark_count();
    let wanted = Wanted::Argument(&[ArgumentForm::Vat]);
    let number = read_plain_number(digits, context, &wanted).ok();
    context.truncate_remarks(before);
    let rate = number.and_then(|number| decimal_from_digits(number.digits, number.decimals))?;
    (rate <= HIGHEST_RATE.into()).then_some(Share(rate))
}

fn written_rate(misfit: &UnexpectedWord<'_>) -> Option<Share> {
    misfit
        .taken
        .iter()
        .find_map(|argument| match argument.value {
            ArgumentValue::Vat(code) if argument.clause == Some(Clause::Vat) => Some(code.rate()),
            _ => None,
        })
}

fn written_amount(taken: &[Argument]) -> Option<(Amount, Span)> {
    taken.iter().find_map(|argument| match argument.value {
        ArgumentValue::Amount(amount) if argument.clause.is_none() => Some((amount, argument.span)),
        _ => None,
    })
}

fn add_vat(amount: Amount, rate: Share) -> Option<Amount> {
    let net = Money::from(amount);
    let tax = share_of_amount(rate, net.minor)?;
    let gross = net.minor.0.checked_add(tax.0)?;
    Some(Money::new(Minor(gross), net.currency).into())
}

/// Words for supplies within the European Union, of which a person says whether they are goods or services.
pub const UNION_WORDS: [&str; 6] = [
    "icp",
    "icl",
    "icd",
    "intracommunautair",
    "intracommunautaire",
    "eu",
];

/// Names of rates: which rate they are depends on the country and the day.
const RATE_NAMES: [&str; 8] = [
    "laag", "hoog", "low", "high", "standard", "reduced", "algemeen", "verlaagd",
];

/// Words that say that there is no VAT, and not why.
const NO_VAT: [&str; 8] = [
    "geen", "nul", "nihil", "zonder", "no", "none", "zero", "nil",
];

/// The reason of 0% that one or two words mean, and where they stand: `verlegd`, `reverse charge`.
pub fn meant_reason(at: Input<'_>) -> Option<(&'static str, Span)> {
    let first = at.word();
    let second = at.split(first.text.len()).1.behind_blanks().word();
    let joined = format!("{}-{}", first.text, second.text).to_lowercase();
    let of_both = ZeroRate::from_word(&joined).map(ZeroRate::word);
    let of_both = of_both.or_else(|| dutch_reason(&joined));
    let both = of_both.map(|reason| (reason, Span::new(first.span().start, second.span().end)));
    both.or_else(|| Some((meant_zero_rate(first.text)?, first.span())))
}

fn dutch_reason(small: &str) -> Option<&'static str> {
    let dutch = DUTCH_CODES.iter().find(|(dutch, _)| *dutch == small);
    dutch.and_then(|(_, code)| code.strip_prefix("0% "))
}

/// The reason of 0% that a word means: the word itself, one in Dutch, or one with a slip.
fn meant_zero_rate(word: &str) -> Option<&'static str> {
    let small = word.to_lowercase();
    let dutch = dutch_reason(&small);
    let same = ZeroRate::from_word(&small).map(ZeroRate::word);
    let known = || nearest(&small, ZeroRate::WORDS.iter().copied());
    dutch.or(same).or_else(known)
}

/// Adds the fix for a word where a rate should stand: the reason of 0% alone, a Dutch word, or a slip.
pub fn add_code_fix(forms: &[ArgumentForm], word: Input<'_>, found: Diagnostic) -> Diagnostic {
    if !forms.contains(&ArgumentForm::Vat) {
        return found;
    }
    let small = word.text.to_lowercase();
    if UNION_WORDS.contains(&&*small) {
        return found.help(Help::NameUnionSupply);
    }
    if RATE_NAMES.contains(&&*small) {
        return found.help(Help::WriteRate);
    }
    if NO_VAT.contains(&&*small) {
        return found.help(Help::SayWhyNoVat);
    }
    if small == "kor" {
        return found.help(Help::SchemeOfBusiness);
    }
    let dutch = DUTCH_CODES.iter().find(|(dutch, _)| *dutch == small);
    let untaxed = || nearest(&small, Untaxed::WORDS.iter().copied());
    let reason = || meant_zero_rate(&small).map(|reason| format!("0% {reason}"));
    let written = dutch
        .map(|(_, code)| (*code).to_owned())
        .or_else(|| untaxed().map(str::to_owned))
        .or_else(reason);
    match written {
        Some(written) => found
            .help(Help::Write(written.as_str().into()))
            .suggested_fix(vec![Edit::replace(word.span(), written)]),
        None => found,
    }
}

/// Adds the fix for a number where a rate should stand: `vat 21`, `vat 21 %`, or the amount of VAT.
pub fn add_rate_fix(
    forms: &[ArgumentForm],
    at: Input<'_>,
    taken: &[Argument],
    context: &ParseContext,
    found: Diagnostic,
) -> Diagnostic {
    let digits = at.word().text;
    let is_number = digits.starts_with(|c: char| c.is_ascii_digit())
        && digits
            .chars()
            .all(|c| c.is_ascii_digit() || ".,".contains(c));
    if !forms.contains(&ArgumentForm::Vat) || !is_number {
        return found;
    }
    let behind = at.text.get(digits.len()..).unwrap_or_default();
    let sign = behind.trim_start().starts_with('%');
    let blanks = behind.len().saturating_sub(behind.trim_start().len());
    let length = if sign {
        digits.len().saturating_add(blanks).saturating_add(1)
    } else {
        digits.len()
    };
    let from_amount = || rate_of_vat_amount(at.word(), taken, context).filter(|_| !sign);
    let whole = match from_amount() {
        Some(rate) => format!("{rate}%"),
        None if is_likely_rate(at.word(), context) => format!("{digits}%"),
        None => return found.help(Help::WriteRateNotAmount),
    };
    found
        .help(Help::Write(whole.as_str().into()))
        .suggested_fix(vec![Edit::replace(at.first(length).span(), whole)])
}

/// Whether a number is a rate rather than an amount: not above the highest, and no cents.
fn is_likely_rate(word: Input<'_>, context: &ParseContext) -> bool {
    let Some(Share(rate)) = read_rate(word, context) else {
        return false;
    };
    let marks = |c: char| c == '.' || c == ',';
    let decimals = word
        .text
        .rsplit_once(marks)
        .map_or(0, |(_, decimals)| decimals.len());
    decimals < 2 || rate.is_integer()
}

/// The rate, in whole per cent, of which this is the amount of VAT in the amount of the line; `None` where there is no
/// such rate or more than one.
fn rate_of_vat_amount(word: Input<'_>, taken: &[Argument], context: &ParseContext) -> Option<i128> {
    let (gross, _) = written_amount(taken)?;
    let gross = Money::from(gross);
    let before = context.remark_count();
    let number = read_plain_number(word, context, &Wanted::Number).ok();
    context.truncate_remarks(before);
    let number = number.filter(|number| number.decimals > 0)?;
    let behind = gross.currency.decimals().checked_sub(number.decimals)?;
    let vat = number.digits.checked_mul(10_i128.checked_pow(behind)?)?;
    let is_rate = |rate: &i128| {
        let part = gross.minor.0.checked_mul(*rate);
        let part = part.and_then(|part| divide_rounded(part, rate.saturating_add(100)));
        part == Some(vat)
    };
    let mut rates = (1..=HIGHEST_RATE).filter(is_rate);
    let rate = rates.next()?;
    rates.next().is_none().then_some(rate)
}
