//! Reads one argument in one of its forms.

use super::dialect::Dialect;
use super::directive::DIRECTIVES;
use super::directive::declaration::CHANNELS;
use super::entry::{Amount, Value};
use super::grammar::{Form, Slot};
use super::kinds;
use super::number::{self, NumberFault, Plain};
use super::suggest;
use super::token;
use crate::text::diagnostic::Diagnostic;
use crate::text::edit::Edit;
use crate::text::span::Span;
use crate::value::calendar::{Duration, day, month_end};
use crate::value::currency::Currency;
use crate::value::share::Share;
use rust_decimal::Decimal;

/// What came of trying a form.
pub enum Attempt<'t> {
    /// The text does not look like it; another form may fit.
    No,
    /// It is one.
    Yes {
        /// What.
        value: Value,
        /// Where its letters stand.
        span: Span,
        /// The text behind it.
        rest: &'t str,
        /// A finding that does not keep it from being used.
        remark: Option<Box<Diagnostic>>,
    },
    /// It looks like one, but is wrong.
    Fault(Box<Diagnostic>),
}

/// Text from a word on, and the place of its first byte.
#[derive(Clone, Copy)]
pub struct At<'t> {
    /// The text, without leading blanks.
    pub text: &'t str,
    /// Its place.
    pub place: u32,
}

impl<'t> At<'t> {
    fn span(self, length: usize) -> Span {
        let length = u32::try_from(length).unwrap_or(u32::MAX);
        Span::new(self.place, self.place.saturating_add(length))
    }

    /// The word it starts with.
    pub fn word(self) -> &'t str {
        token::word(self.text).map_or("", |(_, word)| word)
    }

    /// Where that word stands.
    pub fn word_span(self) -> Span {
        self.span(self.word().len())
    }

    fn yes(self, value: Value, length: usize) -> Attempt<'t> {
        Attempt::Yes {
            value,
            span: self.span(length),
            rest: self.text.get(length..).unwrap_or_default(),
            remark: None,
        }
    }
}

fn fault<'t>(diagnostic: Diagnostic) -> Attempt<'t> {
    Attempt::Fault(Box::new(diagnostic))
}

/// Tries a form on the text.
pub fn attempt(form: Form, at: At<'_>, dialect: Dialect) -> Attempt<'_> {
    match form {
        Form::Invoice => id(at, '#', token::invoice, Value::Invoice),
        Form::Customer => id(at, '@', token::customer, Value::Customer),
        Form::Amount | Form::AmountOrZero | Form::Balance => amount(form, at, dialect),
        Form::Date => date(at),
        Form::Duration => duration(at, &DAYS),
        Form::Spent => duration(at, &MINUTES),
        Form::Share => share(at, dialect),
        Form::Yearly => yearly(at, dialect),
        Form::Word(list) => match list.iter().find(|word| **word == at.word()) {
            Some(word) => at.yes(Value::Word(word), word.len()),
            None => Attempt::No,
        },
        Form::Listed(list) => listed(at, list),
        Form::Name => whole_word(at, token::name, |_| Some(Value::Name)),
        Form::NewName if is_word_of_the_language(at.word()) => fault(taken_name(at)),
        Form::NewName => whole_word(at, token::name, |_| Some(Value::Name)),
        Form::Count => whole_word(at, token::count, |count| Some(Value::Count(count))),
        Form::Mark => match at.word() {
            "." => at.yes(Value::Mark('.'), 1),
            "," => at.yes(Value::Mark(','), 1),
            _ => Attempt::No,
        },
        Form::Currency => match Currency::from_code(at.word()) {
            Some(currency) => at.yes(Value::Currency(currency), 3),
            None => Attempt::No,
        },
        Form::Path if at.text.starts_with(['"', '\'']) => Attempt::No,
        Form::Path => at.yes(Value::Name, at.text.trim_end().len()),
        Form::Reference => at.yes(Value::Name, at.word().len()),
    }
}

/// A word up to the next comma or blank, and the comma behind it.
fn listed<'t>(at: At<'t>, list: &[&'static str]) -> Attempt<'t> {
    let word = at.text.split([' ', '\t', ',']).next().unwrap_or_default();
    let Some(known) = list.iter().find(|known| **known == word) else {
        return Attempt::No;
    };
    let behind = at.text.get(word.len()..).unwrap_or_default();
    let next = behind.trim_start_matches([' ', '\t']);
    let rest = match next.strip_prefix(',') {
        Some(further) if !further.trim_start_matches([' ', '\t']).is_empty() => further,
        _ => behind,
    };
    Attempt::Yes {
        value: Value::Word(known),
        span: at.span(word.len()),
        rest,
        remark: None,
    }
}

/// Whether a word means something by itself. `handover` is a keyword and the name of a stage.
fn is_word_of_the_language(word: &str) -> bool {
    let clause = |slot: &Slot| slot.clause == Some(word);
    let outcome = |slot: &Slot| matches!(slot.forms, [Form::Word(list)] if list.contains(&word));
    word != "handover"
        && (CHANNELS.contains(&word)
            || DIRECTIVES.iter().any(|known| {
                known.word == word || known.slots.iter().any(|slot| clause(slot) || outcome(slot))
            }))
}

fn taken_name(at: At<'_>) -> Diagnostic {
    let word = at.word();
    kinds::BAD_VALUE
        .at(
            at.word_span(),
            format!("expected a name of your own, found `{word}`, a word of the language"),
        )
        .help(format!("give it another name, such as `my-{word}`"))
}

fn whole_word<'t, T>(
    at: At<'t>,
    parser: impl Fn(&'t str) -> token::Parsed<'t, T>,
    value: impl Fn(T) -> Option<Value>,
) -> Attempt<'t> {
    let word = at.word();
    match parser(word) {
        Ok(("", read)) => value(read).map_or(Attempt::No, |value| at.yes(value, word.len())),
        _ => Attempt::No,
    }
}

fn id<'t>(
    at: At<'t>,
    sigil: char,
    parser: impl Fn(&'t str) -> token::Parsed<'t, &'t str>,
    value: Value,
) -> Attempt<'t> {
    if !at.text.starts_with(sigil) {
        return Attempt::No;
    }
    match parser(at.text) {
        Ok((rest, name)) if rest.is_empty() || rest.starts_with([' ', '\t']) => {
            at.yes(value, name.len() + 1)
        }
        _ => fault(wrong_id(at, sigil)),
    }
}

fn wrong_id(at: At<'_>, sigil: char) -> Diagnostic {
    let word = at.word();
    let span = at.word_span();
    if let Some((place, strange)) = word.char_indices().find(|(_, c)| !c.is_ascii()) {
        let place = span.start.saturating_add(u32::try_from(place).unwrap_or(0));
        let length = u32::try_from(strange.len_utf8()).unwrap_or(1);
        let looks = suggest::ascii_twin(strange)
            .map_or(String::new(), |twin| format!(", which looks like `{twin}`"));
        return kinds::LOOK_ALIKE
            .at(
                Span::new(place, place.saturating_add(length)),
                format!(
                    "expected letters a to z and digits in an id, found U+{:04X}{looks}",
                    strange as u32
                ),
            )
            .help("type the character again from the keyboard");
    }
    let (what, example) = if sigil == '#' {
        (
            "an invoice number of letters, digits, dots, dashes and slashes",
            "#2026-001",
        )
    } else {
        (
            "a customer id of small letters, digits, dots and dashes",
            "@jansen",
        )
    };
    let found = kinds::BAD_VALUE.at(
        span,
        format!("expected {what} such as {example}, found `{word}`"),
    );
    let small = word.to_ascii_lowercase();
    if sigil == '@' && matches!(token::customer(&small), Ok(("", _))) {
        return found
            .help(format!("write `{small}`"))
            .suggested_fix(vec![Edit::replace(span, small)]);
    }
    found
}

// Days ------------------------------------------------------------------------------------------------------

fn date(at: At<'_>) -> Attempt<'_> {
    if let Ok((rest, date)) = token::date(at.text)
        && (rest.is_empty() || rest.starts_with([' ', '\t']))
    {
        return at.yes(Value::Date(date), 10);
    }
    if looks_like_date(at.word()) {
        return fault(wrong_date(at.word(), at.word_span()));
    }
    Attempt::No
}

/// Digits with two dashes, slashes or dots between, or eight digits alone.
fn looks_like_date(word: &str) -> bool {
    let parts: Vec<&str> = word.split(['-', '/', '.']).collect();
    let all_digits = |part: &&str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    parts.len() == 3 && parts.iter().all(all_digits) && !word.contains(',')
}

/// What to say about a word that should be a date.
pub fn wrong_date(word: &str, span: Span) -> Diagnostic {
    if let Ok(("", (year, month, number))) = token::date_shape(word) {
        return no_such_day(year, month, number, span);
    }
    if let Some(date) = other_order(word) {
        return kinds::DATE_ORDER_FORMAT
            .at(
                span,
                format!("expected a date as year-month-day, found `{word}`"),
            )
            .help(format!("write `{date}`"))
            .safe_fix(vec![Edit::replace(span, date)]);
    }
    kinds::BAD_DATE.at(
        span,
        format!("expected a date such as 2026-01-31, found `{word}`"),
    )
}

fn no_such_day(year: u32, month: u32, number: u32, span: Span) -> Diagnostic {
    let written = i32::try_from(year).unwrap_or(0);
    let shown = format!("{year:04}-{month:02}-{number:02}");
    if day(written, 1, 1).is_none() {
        return kinds::BAD_DATE.at(
            span,
            format!("expected a year from 1900 to 2200, found `{shown}`"),
        );
    }
    let found = kinds::BAD_DATE.at(
        span,
        format!("expected a day of the calendar, found `{shown}`"),
    );
    match month_end(written, month) {
        Some(last) if number > 0 => found
            .note(format!("this month ends on {last}"))
            .help(format!("write the day that is meant, for example `{last}`"))
            .suggested_fix(vec![Edit::replace(span, last.to_string())]),
        Some(_) => found.note("days count from 01"),
        None => found.note("months go from 01 to 12"),
    }
}

/// `31-01-2026`, `2026/01/31`, `2026-1-31`, `20260131`: which day it can only be.
fn other_order(word: &str) -> Option<String> {
    let parts: Vec<&str> = word.split(['-', '/', '.']).collect();
    let (year, month, number) = match *parts.as_slice() {
        [y, m, d] if y.len() == 4 => (y, m, d),
        [d, m, y] if y.len() == 4 => (y, m, d),
        [all] if all.len() == 8 => (all.get(..4)?, all.get(4..6)?, all.get(6..)?),
        _ => return None,
    };
    day(
        year.parse().ok()?,
        month.parse().ok()?,
        number.parse().ok()?,
    )
    .map(|date| date.to_string())
}

// Lengths of time ----------------------------------------------------------------------------------------------

type Unit = (&'static [&'static str], fn(u32) -> Option<Duration>);

static DAYS: [Unit; 4] = [
    (&["days", "day", "d"], |n| Some(Duration::Days(n))),
    (&["weeks", "week", "w"], |n| {
        n.checked_mul(7).map(Duration::Days)
    }),
    (&["months", "month"], |n| Some(Duration::Months(n))),
    (&["years", "year"], |n| {
        n.checked_mul(12).map(Duration::Months)
    }),
];
static MINUTES: [Unit; 2] = [
    (&["min", "minutes", "minute"], |n| {
        Some(Duration::Minutes(n))
    }),
    (&["hours", "hour", "h"], |n| {
        n.checked_mul(60).map(Duration::Minutes)
    }),
];
const LONGEST: u32 = 36_500;

fn duration<'t>(at: At<'t>, units: &[Unit]) -> Attempt<'t> {
    let Ok((rest, count)) = token::count(at.text) else {
        return Attempt::No;
    };
    let Ok((behind, unit)) = token::word(rest) else {
        return Attempt::No;
    };
    let attached = !rest.starts_with([' ', '\t']);
    let known = units.iter().find(|(names, _)| names.contains(&unit));
    let Some((_, make)) = known else {
        if attached {
            return Attempt::No;
        }
        return Attempt::No;
    };
    let length = at.text.len().saturating_sub(behind.len());
    match make(count).filter(|_| count <= LONGEST) {
        Some(duration) => at.yes(Value::Duration(duration), length),
        None => fault(kinds::BAD_VALUE.at(
            at.span(length),
            format!("expected a length of time of at most a hundred years, found `{count} {unit}`"),
        )),
    }
}

// Shares and amounts -------------------------------------------------------------------------------------------

/// A share, then the word that says it is one a year.
fn yearly(at: At<'_>, dialect: Dialect) -> Attempt<'_> {
    match share(at, dialect) {
        Attempt::Yes {
            value,
            span,
            rest,
            remark,
        } => match token::word(rest) {
            Ok((rest, "yearly")) => Attempt::Yes {
                value,
                span,
                rest,
                remark,
            },
            _ => fault(
                kinds::MISSING_ARGUMENT
                    .at(
                        Span::new(span.end, span.end),
                        "expected `yearly` after the rate, found none",
                    )
                    .help("write for example `interest: 8% yearly`"),
            ),
        },
        other => other,
    }
}

fn share(at: At<'_>, dialect: Dialect) -> Attempt<'_> {
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
    match Decimal::try_from_i128_with_scale(plain.digits, plain.decimals) {
        Ok(value) if plain.decimals <= 4 => Attempt::Yes {
            value: Value::Share(Share(value.normalize())),
            span: at.span(word.len()),
            rest: at.text.get(word.len()..).unwrap_or_default(),
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
) -> Result<(Decimal, Option<Box<Diagnostic>>), Box<Diagnostic>> {
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
    match Decimal::try_from_i128_with_scale(plain.digits, plain.decimals) {
        Ok(value) if plain.decimals <= 6 => Ok((value, remark)),
        _ => Err(Box::new(kinds::TOO_MANY_DECIMALS.at(
            span,
            format!("expected at most six decimals here, found `{word}`"),
        ))),
    }
}

fn amount(form: Form, at: At<'_>, dialect: Dialect) -> Attempt<'_> {
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
        span: at.span(length),
        rest,
        remark,
    }
}

fn strange_amount(at: At<'_>) -> Attempt<'_> {
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

fn not_an_amount<'t>(inner: At<'t>, number: &str, rest: &str, sure: bool) -> Attempt<'t> {
    let word = inner.word();
    let span = inner.word_span();
    if let Some(dash) = rest.strip_prefix('-')
        && number.ends_with([',', '.'])
        && (dash.is_empty() || dash.starts_with([' ', '-']))
    {
        let whole = number.trim_end_matches([',', '.']);
        return fault(
            kinds::BAD_VALUE
                .at(
                    span,
                    format!("expected an amount such as 1210.00, found `{word}`"),
                )
                .help(format!(
                    "write the cents: `{whole}{}00`",
                    number.get(whole.len()..).unwrap_or(".")
                ))
                .suggested_fix(vec![Edit::replace(
                    span,
                    format!("{whole}{}00", number.get(whole.len()..).unwrap_or(".")),
                )]),
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
    if dialect.mark != Some(',')
        && currency == Currency::EUR
        && let Some(minor) = plain_cents(number, b'.')
    {
        return Ok((minor, None));
    }
    if dialect.mark == Some(',')
        && currency == Currency::EUR
        && let Some(minor) = plain_cents(number, b',')
    {
        return Ok((minor, None));
    }
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
        return Err(Box::new(
            kinds::TOO_MANY_DECIMALS
                .at(
                    span,
                    format!(
                        "expected at most {decimals} decimals in {}, found `{number}`",
                        currency.code()
                    ),
                )
                .help("round the amount to what is really owed"),
        ));
    }
    to_minor(plain, decimals)
        .map(|minor| (minor, remark))
        .ok_or_else(|| Box::new(wrong_number(&NumberFault::TooLarge, number, span, "")))
}

/// `1210.00`: digits, the mark, two digits. Nearly every amount of a big journal.
fn plain_cents(number: &str, mark: u8) -> Option<i64> {
    let bytes = number.as_bytes();
    let (whole, part) = bytes.split_at_checked(bytes.len().checked_sub(3)?)?;
    let [point, tens, ones] = *part else {
        return None;
    };
    if point != mark || whole.is_empty() || whole.len() > number::MAX_WHOLE_DIGITS {
        return None;
    }
    whole
        .iter()
        .chain(&[tens, ones])
        .try_fold(0_i64, |sum, digit| {
            digit.is_ascii_digit().then(|| {
                sum.wrapping_mul(10)
                    .wrapping_add(i64::from(digit.wrapping_sub(b'0')))
            })
        })
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
    let found = if negative { "a minus" } else { "nothing" };
    Some(
        kinds::ZERO_OR_NEGATIVE
            .at(span, format!("expected an amount above zero, found {found}"))
            .help("say what happened with another keyword: `credit` lowers an invoice, `refund` pays money back"),
    )
}

fn wrong_mark(number: &str, span: Span, mark: Option<char>) -> Diagnostic {
    if let Some(mark) = mark {
        let other = number::other(mark);
        let mended: String = number
            .chars()
            .map(|c| match c {
                c if c == mark => other,
                c if c == other => mark,
                c => c,
            })
            .collect();
        return kinds::WRONG_DECIMAL_MARK
            .at(
                span,
                format!("expected `{mark}` before the decimals, found `{number}`"),
            )
            .note(format!("this journal declares `decimal-mark {mark}`"))
            .help(format!("write `{mended}`"))
            .safe_fix(vec![Edit::replace(span, mended)]);
    }
    kinds::WRONG_DECIMAL_MARK
        .at(
            span,
            format!("expected `.` before the decimals, found `{number}`"),
        )
        .note("the first amount that can only be read with a comma")
        .help("declare `decimal-mark ,` in the root file")
}

fn wrong_number(problem: &NumberFault, number: &str, span: Span, expected: &str) -> Diagnostic {
    match problem {
        NumberFault::Ambiguous { whole, decimal } => kinds::AMBIGUOUS_AMOUNT
            .at(span, format!("expected an amount with one reading, found `{number}`"))
            .note(format!("is it {whole}, or {decimal}?"))
            .help(format!(
                "declare `decimal-mark ,` or `decimal-mark .` in the root file, or write `{whole}.00`"
            ))
            .suggested_fix(vec![Edit::replace(span, format!("{whole}.00"))]),
        NumberFault::Grouping => kinds::BAD_GROUPING
            .at(span, format!("expected groups of three digits, found `{number}`"))
            .help("leave the group marks out"),
        NumberFault::TooLarge => kinds::AMOUNT_TOO_LARGE
            .at(span, format!("expected at most fifteen digits before the decimals, found `{number}`")),
        NumberFault::OtherMark(_) | NumberFault::NotANumber => {
            kinds::BAD_VALUE.at(span, format!("expected {expected}, found `{number}`"))
        }
    }
}
