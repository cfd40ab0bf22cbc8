//! A length of time, as an argument: `30 days`, `20 min`.

use super::combinators::map_res_cut;
use super::input::Input;
use super::kinds;
use super::rule::{Parsed, Rule};
use super::token::{blanks, count, exact_word, word};
use crate::text::problem::{Found, Wanted};
use crate::value::calendar::{Duration, PaymentTerms};
use nom::Parser;
use nom::combinator::{consumed, map, map_opt, opt};
use nom::sequence::{pair, preceded, separated_pair};

/// The words for a unit, and the function that makes a length of time of a number of these units.
pub type Unit = (&'static [&'static str], fn(u32) -> Option<Duration>);

/// The units of terms, gaps and deadlines: `unit` of the grammar.
pub static DATE_UNITS: [Unit; 4] = [
    (&["days", "day", "d"], |n| Some(Duration::Days(n))),
    (&["weeks", "week", "w"], |n| {
        n.checked_mul(7).map(Duration::Days)
    }),
    (&["months", "month"], |n| Some(Duration::Months(n))),
    (&["years", "year"], |n| {
        n.checked_mul(12).map(Duration::Months)
    }),
];
/// The units of time spent: `time-unit` of the grammar.
pub static TIME_UNITS: [Unit; 2] = [
    (&["min", "minutes", "minute"], |n| {
        Some(Duration::Minutes(n))
    }),
    (&["hours", "hour", "h"], |n| {
        n.checked_mul(60).map(Duration::Minutes)
    }),
];
/// The largest number that may stand before any unit: a hundred years of days.
pub const MAX_COUNT: u32 = 36_500;

/// `duration = count , [ sp ] , unit ;` and `spent = count , [ sp ] , time-unit ;`, by the table of its units.
pub fn duration<'t>(units: &'static [Unit]) -> impl Rule<'t, Duration> {
    let written = consumed(separated_pair(count, blanks, unit(units)));
    map_res_cut(written, |(written, (count, (make, unit)))| {
        make(count).filter(|_| count <= MAX_COUNT).ok_or_else(|| {
            let unit = unit.into();
            let found = Found::DurationOf { count, unit };
            let problem = Wanted::DurationOfHundredYears.but_found(found);
            Box::new(kinds::BAD_VALUE.at(written.span(), problem))
        })
    })
}

/// `terms = duration , [ sp , "end" , sp , "of" , sp , "month" ] ;`
pub fn terms(input: Input<'_>) -> Parsed<'_, PaymentTerms> {
    let word = |word| preceded(blanks, exact_word(word));
    let month_end = (word("end"), word("of"), word("month"));
    let terms = pair(duration(&DATE_UNITS), opt(month_end));
    map(terms, |(time, month_end)| PaymentTerms {
        time,
        runs_to_month_end: month_end.is_some(),
    })
    .parse(input)
}

/// Reads a word of the table. Returns the function for its unit, and the word.
fn unit<'t>(units: &'static [Unit]) -> impl Rule<'t, (fn(u32) -> Option<Duration>, &'t str)> {
    map_opt(word, |word: Input<'t>| {
        let known = units.iter().find(|(names, _)| names.contains(&word.text))?;
        Some((known.1, word.text))
    })
}
