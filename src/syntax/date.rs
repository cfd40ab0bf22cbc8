//! A date, as an argument, and the findings about dates that are written otherwise.

use super::combinators::or_mistake;
use super::input::Input;
use super::kinds;
use super::rule::Parsed;
use super::token::{self, whole_word};
use crate::text::argument_form::ArgumentForm;
use crate::text::diagnostic::Diagnostic;
use crate::text::edit::Edit;
use crate::text::hint::{Help, Note};
use crate::text::problem::Wanted;
use crate::text::span::Span;
use crate::value::calendar::{date_from_ymd, month_end};
use chrono::NaiveDate;
use nom::Parser;
use nom::combinator::all_consuming;

/// Reads a `date` that is a word by itself.
pub fn date(input: Input<'_>) -> Parsed<'_, NaiveDate> {
    or_mistake(whole_word(token::date), |at| {
        let word = at.word();
        looks_like_date(word.text).then(|| wrong_date(word))
    })
    .parse(input)
}

/// Whether a word consists of three groups of digits separated by dashes, slashes or dots.
pub fn looks_like_date(word: &str) -> bool {
    let parts: Vec<&str> = word.split(['-', '/', '.']).collect();
    let all_digits = |part: &&str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    parts.len() == 3 && parts.iter().all(all_digits) && !word.contains(',')
}

/// The finding about a word that should be a date.
pub fn wrong_date(word: Input<'_>) -> Diagnostic {
    let (span, word) = (word.span(), word.text);
    if let Ok((_, (year, month, number))) = all_consuming(token::date_shape).parse(word.into()) {
        return no_such_day(word, (year, month, number), span);
    }
    if let Some(date) = other_order(word) {
        let other = other_reading(word).filter(|other| *other != date);
        let date = date.to_string();
        let found = kinds::DATE_ORDER_FORMAT
            .at(span, Wanted::DateInOrder.but_found_word(word))
            .help(Help::Write(date.as_str().into()));
        let edits = vec![Edit::replace(span, date)];
        return match other {
            Some(other) => found.note(Note::DayFirst(other)).suggested_fix(edits),
            None => found.safe_fix(edits),
        };
    }
    let date = Wanted::Argument(&[ArgumentForm::Date]);
    let found = kinds::BAD_DATE.at(span, date.but_found_word(word));
    let stem = word.trim_end_matches([':', ',', ';', '.']);
    match all_consuming(token::date).parse(stem.into()) {
        Ok(_) => found
            .help(Help::Write(stem.into()))
            .suggested_fix(vec![Edit::replace(span, stem)]),
        _ => found,
    }
}

/// Takes away a mend that puts a day before the one of its entry, behind a word that looks ahead: what is due, promised or
/// held is so later.
pub fn refuse_earlier_day(found: Diagnostic, line: Input<'_>, entry: NaiveDate) -> Diagnostic {
    let written = found.fix.as_ref().and_then(|fix| fix.edits.first());
    let day = written.and_then(|edit| edit.text.parse::<NaiveDate>().ok());
    let length = found.primary.span.start.saturating_sub(line.place) as usize;
    let word = line.first(length).words().last();
    let word = word.map_or("", |word| word.text.trim_end_matches(':'));
    let ahead = ["due", "by", "until", "on", "deadline", "follow-up"].contains(&word);
    if !ahead || day.is_none_or(|day| day >= entry) {
        return found;
    }
    found.without_fix().help(Help::WriteDayFrom(entry))
}

/// The date that `3-4-2026` is if the month stands first, and `17-2-26` if the year does; `None` where that is no date.
fn other_reading(word: &str) -> Option<NaiveDate> {
    let parts: Vec<&str> = word.split(['-', '/', '.']).collect();
    let [first, second, last] = *parts.as_slice() else {
        return None;
    };
    match last.len() {
        4 => day_of(last.parse().ok()?, first, second),
        2 => short_year(first, second, last),
        _ => None,
    }
}

fn no_such_day(word: &str, (year, month, number): (u32, u32, u32), span: Span) -> Diagnostic {
    let year = i32::try_from(year).unwrap_or(0);
    if date_from_ymd(year, 1, 1).is_none() {
        return kinds::BAD_DATE.at(span, Wanted::Year.but_found_word(word));
    }
    let found = kinds::BAD_DATE.at(span, Wanted::CalendarDay.but_found_word(word));
    match month_end(year, month) {
        Some(last) if number > 0 => found
            .note(Note::MonthEnds(last))
            .help(Help::WriteDay(last))
            .deciding_fix(vec![Edit::replace(span, last.to_string())]),
        Some(_) => found.note(Note::DaysFrom1),
        None => found.note(Note::MonthsTo12),
    }
}

/// The day that a word means, in any order that leaves one; `None` where it is no day.
pub fn read_day(word: &str) -> Option<NaiveDate> {
    let word = word.trim_end_matches([':', ',', ';', '.']);
    let written = all_consuming(token::date).parse(word.into());
    written.map_or_else(|_| other_order(word), |(_, day)| Some(day))
}

/// The date that `31-01-2026`, `2026/01/31`, `2026-1-31`, `20260131` or `31-1-26` is. Of two digits for the year the day
/// stands first, unless only the other order gives a year of our time.
fn other_order(word: &str) -> Option<NaiveDate> {
    let parts: Vec<&str> = word.split(['-', '/', '.']).collect();
    let (year, month, number) = match *parts.as_slice() {
        [y, m, d] if y.len() == 4 => (y, m, d),
        [d, m, y] if y.len() == 4 => (y, m, d),
        [first, m, last] if last.len() == 2 && first.len() <= 2 => {
            return short_year(last, m, first).or_else(|| short_year(first, m, last));
        }
        [all] if all.len() == 8 => (all.get(..4)?, all.get(4..6)?, all.get(6..)?),
        _ => return None,
    };
    day_of(year.parse().ok()?, month, number)
}

/// The day of a year of two digits, from 2010 to 2049.
fn short_year(year: &str, month: &str, number: &str) -> Option<NaiveDate> {
    let year: i32 = year.parse().ok()?;
    (10..50)
        .contains(&year)
        .then(|| day_of(year.saturating_add(2000), month, number))
        .flatten()
}

fn day_of(year: i32, month: &str, number: &str) -> Option<NaiveDate> {
    date_from_ymd(year, month.parse().ok()?, number.parse().ok()?)
}

/// Months as people write them; the first three letters tell them apart, in Dutch and English.
const MONTHS: [&[&str]; 12] = [
    &["januari", "january", "jan"],
    &["februari", "february", "feb"],
    &["maart", "march", "mrt", "mar"],
    &["april", "apr"],
    &["mei", "may"],
    &["juni", "june", "jun"],
    &["juli", "july", "jul"],
    &["augustus", "august", "aug"],
    &["september", "sept", "sep"],
    &["oktober", "october", "okt", "oct"],
    &["november", "nov"],
    &["december", "dec"],
];

/// The finding about a day with the name of its month, such as `1 februari 2026` or `1-feb-2026`.
pub fn day_in_words(at: Input<'_>) -> Option<Diagnostic> {
    let mut parts = at.text.splitn(4, [' ', '-', '/']);
    let written = [parts.next()?, parts.next()?, parts.next()?];
    let [number, name, year] = written;
    let small = name.trim_end_matches('.').to_lowercase();
    let mut months = MONTHS.iter().zip(1_u32..);
    let (_, month) = months.find(|(names, _)| names.contains(&small.as_str()))?;
    let number = number.trim_end_matches(['.', 'e']).parse().ok()?;
    let year_number = year.parse().ok().filter(|_| year.len() == 4)?;
    let day = date_from_ymd(year_number, month, number)?.to_string();
    let length = written.iter().map(|part| part.len()).sum::<usize>();
    let written = at.first(length.saturating_add(2));
    let problem = Wanted::DateInOrder.but_found_word(written.text);
    Some(
        kinds::DATE_ORDER_FORMAT
            .at(written.span(), problem)
            .help(Help::Write(day.as_str().into()))
            .safe_fix(vec![Edit::replace(written.span(), day)]),
    )
}
