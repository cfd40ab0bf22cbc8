//! Reads one argument of a given form.

use super::amount::amount;
use super::combinators::{cut_with, first_of, map_res_cut, or_mistake};
use super::date::date;
use super::duration::{DATE_UNITS, TIME_UNITS, duration, terms};
use super::entry::ArgumentValue;
use super::input::Input;
use super::kinds;
use super::mistakes::look_alike::ascii_twin;
use super::number::mark;
use super::parse_context::ParseContext;
use super::rule::{Parsed, Rule};
use super::share::share;
use super::table::ArgumentForm;
use super::token::{self, blanks, exact_word, whole_word, word};
use super::vat_code::vat_code;
use crate::text::diagnostic::Diagnostic;
use crate::text::edit::Edit;
use crate::text::hint::Help;
use crate::text::problem::{Found, Wanted};
use crate::text::span::Span;
use crate::value::currency::Currency;
use crate::value::period::Period;
use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{tag, take, take_till1, take_while_m_n};
use nom::combinator::{consumed, map, map_opt, not, recognize, value, verify};
use nom::multi::many0_count;
use nom::sequence::{preceded, terminated};

/// The word before the name of a milestone.
pub const MILESTONE: &str = "milestone";
/// The most parts that a rule of a plan makes.
const MAX_REPETITIONS: u32 = 520;

/// `value = invoice | customer | amount | date | duration | terms | spent | share | vat-code | period
/// | vat-box | account | choice | list | name | named-milestone | count | repetitions | mark | code | path ;` of this form.
pub fn value_of_form<'t>(
    form: &ArgumentForm,
    context: &ParseContext,
    input: Input<'t>,
) -> Parsed<'t, ArgumentValue> {
    match *form {
        ArgumentForm::Invoice => {
            value(ArgumentValue::Invoice, id("#", token::invoice)).parse(input)
        }
        ArgumentForm::Customer => {
            value(ArgumentValue::Customer, id("@", token::customer)).parse(input)
        }
        ArgumentForm::Amount | ArgumentForm::AmountOrZero | ArgumentForm::Balance => {
            amount(*form, context, input)
        }
        ArgumentForm::Date => map(date, ArgumentValue::Date).parse(input),
        ArgumentForm::Duration => map(duration(&DATE_UNITS), ArgumentValue::Duration).parse(input),
        ArgumentForm::Terms => map(terms, ArgumentValue::Terms).parse(input),
        ArgumentForm::Spent => map(duration(&TIME_UNITS), ArgumentValue::Duration).parse(input),
        ArgumentForm::Share => {
            map(|input| share(context, input), ArgumentValue::Share).parse(input)
        }
        ArgumentForm::Vat => map(|input| vat_code(context, input), ArgumentValue::Vat).parse(input),
        ArgumentForm::Period => map(period, ArgumentValue::Period).parse(input),
        ArgumentForm::VatBox => value(ArgumentValue::Name, whole_word(vat_box)).parse(input),
        ArgumentForm::LedgerAccount => {
            value(ArgumentValue::Name, whole_word(token::account)).parse(input)
        }
        ArgumentForm::Word(list) => map(choice(list), ArgumentValue::Word).parse(input),
        ArgumentForm::List(list) => value(ArgumentValue::Name, choice_list(list)).parse(input),
        ArgumentForm::Name => value(ArgumentValue::Name, whole_word(token::name)).parse(input),
        ArgumentForm::Milestone => value(ArgumentValue::Name, named_milestone).parse(input),
        ArgumentForm::Count => map(whole_word(token::count), ArgumentValue::Count).parse(input),
        ArgumentForm::Repetitions => map(repetitions(), ArgumentValue::Count).parse(input),
        ArgumentForm::Mark => map(whole_word(mark), ArgumentValue::Mark).parse(input),
        ArgumentForm::Currency => map_opt(word, currency).parse(input),
        ArgumentForm::Path => value(ArgumentValue::Name, path).parse(input),
    }
}

/// Reads an id. After its sigil nothing else can be meant, so that a wrong id is final.
fn id<'t>(sigil: &'static str, letters: impl Rule<'t, Input<'t>>) -> impl Rule<'t, Input<'t>> {
    or_mistake(whole_word(letters), move |word| {
        word.text.starts_with(sigil).then(|| wrong_id(word, sigil))
    })
}

/// `choice = word ;` One of a closed list.
fn choice<'t>(list: &'static [&'static str]) -> impl Rule<'t, &'static str> {
    move |input| first_of(list, |each, input| exact_word(each).parse(input), input)
}

/// `list = choice , { "," , choice } ;`
fn choice_list<'t>(list: &'static [&'static str]) -> impl Rule<'t, Input<'t>> {
    let known = move || {
        let each = take_till1(|byte| matches!(byte, b',' | b' ' | b'\t'));
        verify(each, |word: &Input<'t>| list.contains(&word.text))
    };
    whole_word(recognize((
        known(),
        many0_count(preceded(tag(","), known())),
    )))
}

fn currency(code: Input<'_>) -> Option<ArgumentValue> {
    Currency::from_code(code.text).map(ArgumentValue::Currency)
}

/// `named-milestone = "milestone" , sp , name ;`
fn named_milestone(input: Input<'_>) -> Parsed<'_, Input<'_>> {
    let word = terminated(exact_word(MILESTONE), blanks);
    let name = cut_with(whole_word(token::name), |at| {
        let wanted = Wanted::ValueBehind {
            clause: MILESTONE,
            forms: &[ArgumentForm::Name],
        };
        if at.text.is_empty() {
            return kinds::MISSING_ARGUMENT.at(at.span(), wanted.but_found(Found::EndOfLine));
        }
        kinds::BAD_VALUE.at(at.word().span(), wanted.but_found_word(at.word().text))
    });
    preceded(word, name).parse(input)
}

/// `repetitions = count ;` from one to as many weeks as there are in ten years.
fn repetitions<'t>() -> impl Rule<'t, u32> {
    let written = consumed(whole_word(token::count));
    map_res_cut(written, |(written, count): (Input<'_>, u32)| {
        let is_some = (1..=MAX_REPETITIONS).contains(&count);
        is_some.then_some(count).ok_or_else(|| {
            let problem = Wanted::Repetitions(MAX_REPETITIONS).but_found_word(written.text);
            Box::new(kinds::BAD_VALUE.at(written.span(), problem))
        })
    })
}

/// `period = digit , digit , digit , digit , [ "-" , ( "Q" | "q" ) , digit | "-" , digit , digit , [ "-" , digit , digit ] ] ;`
fn period(input: Input<'_>) -> Parsed<'_, Period> {
    let period = map_opt(word, |written: Input<'_>| Period::from_text(written.text));
    or_mistake(period, |at| {
        let found = at.word();
        let wanted = Wanted::Argument(&[ArgumentForm::Period]);
        let examples = ["2026-Q1", "2026-03", "2026"].map(Into::into);
        let wrong = kinds::BAD_VALUE.at(found.span(), wanted.but_found_word(found.text));
        (!found.text.is_empty()).then(|| wrong.help(Help::ForExample(Box::new(examples))))
    })
    .parse(input)
}

/// `vat-box = digit , small ;`
fn vat_box(input: Input<'_>) -> Parsed<'_, Input<'_>> {
    let one = |is: fn(u8) -> bool| take_while_m_n(1, 1, is);
    let digit = one(|byte| byte.is_ascii_digit());
    recognize((digit, one(|byte| byte.is_ascii_lowercase()))).parse(input)
}

/// `path = text ;` unless it is quoted.
fn path(input: Input<'_>) -> Parsed<'_, Input<'_>> {
    let (input, ()) = not(alt((tag("\""), tag("'")))).parse(input)?;
    take(input.text.trim_end().len())(input)
}

/// Whether a text is one token and nothing else.
fn is_whole<'w, T>(mut token: impl Rule<'w, T>, text: &'w str) -> bool {
    token
        .parse(text.into())
        .is_ok_and(|(rest, _)| rest.text.is_empty())
}

fn wrong_id(at: Input<'_>, sigil: &str) -> Diagnostic {
    let word = at.word().text;
    let span = at.word().span();
    if let Some((place, strange)) = word.char_indices().find(|(_, c)| !c.is_ascii()) {
        let place = span.start.saturating_add(u32::try_from(place).unwrap_or(0));
        let length = u32::try_from(strange.len_utf8()).unwrap_or(1);
        let found = match ascii_twin(strange) {
            Some(twin) => Found::LookAlike {
                character: strange,
                lookalike: twin,
            },
            None => Found::Character(strange),
        };
        let span = Span::new(place, place.saturating_add(length));
        return kinds::LOOK_ALIKE
            .at(span, Wanted::IdLetters.but_found(found))
            .help(Help::TypeCharacterAgain);
    }
    let wanted = if sigil == "#" {
        Wanted::InvoiceNumber
    } else {
        Wanted::CustomerId
    };
    let found = kinds::BAD_VALUE.at(span, wanted.but_found_word(word));
    let is_sigil = |c: char| c == '#' || c == '@';
    if let Some(second) = word.rfind(is_sigil).filter(|second| *second > 0) {
        let place = at.word().first(second).span().end;
        let (one, other) = word.split_at_checked(second).unwrap_or((word, ""));
        return found
            .help(Help::Write(format!("{one} {other}").as_str().into()))
            .suggested_fix(vec![Edit::replace(Span::new(place, place), " ")]);
    }
    let small = word.to_ascii_lowercase();
    if sigil == "@" && is_whole(token::customer, &small) {
        return found
            .help(Help::Write(small.as_str().into()))
            .suggested_fix(vec![Edit::replace(span, small)]);
    }
    found
}
