//! A length of time, as an argument: `30 days`, `20 min`.

use super::attempt::{At, Attempt, fault};
use super::entry::Value;
use super::kinds;
use super::token;
use crate::value::calendar::Duration;

/// The words for a unit, and the length of so many of it.
pub type Unit = (&'static [&'static str], fn(u32) -> Option<Duration>);

/// Units of terms, gaps and deadlines.
pub static DAYS: [Unit; 4] = [
    (&["days", "day", "d"], |n| Some(Duration::Days(n))),
    (&["weeks", "week", "w"], |n| {
        n.checked_mul(7).map(Duration::Days)
    }),
    (&["months", "month"], |n| Some(Duration::Months(n))),
    (&["years", "year"], |n| {
        n.checked_mul(12).map(Duration::Months)
    }),
];
/// Units of time spent.
pub static MINUTES: [Unit; 2] = [
    (&["min", "minutes", "minute"], |n| {
        Some(Duration::Minutes(n))
    }),
    (&["hours", "hour", "h"], |n| {
        n.checked_mul(60).map(Duration::Minutes)
    }),
];
const LONGEST: u32 = 36_500;

/// Reads a length of time in one of the units.
pub fn duration(at: At<'_>, units: &[Unit]) -> Attempt {
    let Ok((rest, count)) = token::count(at.text) else {
        return Attempt::No;
    };
    let Ok((behind, unit)) = token::word(rest) else {
        return Attempt::No;
    };
    let known = units.iter().find(|(names, _)| names.contains(&unit));
    let Some((_, make)) = known else {
        return Attempt::No;
    };
    let length = at.text.len().saturating_sub(behind.len());
    match make(count).filter(|_| count <= LONGEST) {
        Some(duration) => Attempt::yes(Value::Duration(duration), length),
        None => fault(kinds::BAD_VALUE.at(
            at.span(length),
            format!("expected a length of time of at most a hundred years, found `{count} {unit}`"),
        )),
    }
}
