//! Days and periods as typed on the command line, where words such as `today` are allowed.

use crate::cli::exit::Failure;
use crate::value::calendar::date_from_ymd;
use crate::value::period::Period;
use chrono::{Datelike, Days, Months, NaiveDate};

/// A day: `2026-03-31`, `today`, `yesterday` or `tomorrow`.
pub fn read_day(words: &str, today: NaiveDate) -> Result<NaiveDate, Failure> {
    let found = match words {
        "today" => Some(today),
        "yesterday" => today.checked_sub_days(Days::new(1)),
        "tomorrow" => today.checked_add_days(Days::new(1)),
        written => parse_iso_day(written),
    };
    found.ok_or_else(|| {
        let stop = Failure::usage(format!(
            "expected a day such as 2026-03-31, today or yesterday, found `{words}`"
        ));
        match meant_day(words, today) {
            Some(day) => stop.with_help(format!("write {day}")),
            None => stop,
        }
    })
}

/// The day that somebody meant: in another order, of a whole month or year the last, or in Dutch.
fn meant_day(words: &str, today: NaiveDate) -> Option<String> {
    let english = match words.to_lowercase().as_str() {
        "vandaag" | "nu" | "now" => Some("today"),
        "gisteren" => Some("yesterday"),
        "morgen" => Some("tomorrow"),
        _ => None,
    };
    if let Some(english) = english {
        return Some(english.to_owned());
    }
    if let Ok(period) = read_period(words, today) {
        return Some(format!("{}, its last day", period.last));
    }
    let parts: Vec<&str> = words.split(['-', '/', '.', ' ']).collect();
    let [first, second, third] = parts.as_slice() else {
        return None;
    };
    let number = |digits: &str| digits.parse::<u32>().ok();
    let day = if first.len() == 4 {
        date_from_ymd(parse_year(first)?, number(second)?, number(third)?)
    } else {
        date_from_ymd(parse_year(third)?, number(second)?, number(first)?)
    };
    day.map(|day| day.to_string())
}

/// A period: `2026`, `2026-Q1`, `2026-03`, `2026-03-31`, `thisyear`, `lastquarter`, `thismonth` and so on; or from one of
/// these through another: `2025-10..2026-03`.
pub fn read_period(words: &str, today: NaiveDate) -> Result<Period, Failure> {
    let known =
        |words: &str| parse_relative_period(words, today).or_else(|| Period::from_text(words));
    let found = match words.split_once("..") {
        None => known(words),
        Some((from, through)) => known(from).zip(known(through)).and_then(|(from, through)| {
            let (first, last) = (from.first, through.last);
            (first <= last).then_some(Period { first, last })
        }),
    };
    found.ok_or_else(|| {
        Failure::usage(format!("expected a period, found `{words}`")).with_help(
            "write 2026, 2026-Q1, 2026-03, 2026-03-31, 2025-10..2026-03, or this or last with year, quarter or month (thisyear)",
        )
    })
}

fn parse_digits(digits: &str, length: usize) -> Option<u32> {
    let plain = digits.len() == length && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}

fn parse_year(digits: &str) -> Option<i32> {
    parse_digits(digits, 4).and_then(|year| i32::try_from(year).ok())
}

fn parse_iso_day(written: &str) -> Option<NaiveDate> {
    let mut parts = written.split('-');
    let (year, month, date) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    date_from_ymd(
        parse_year(year)?,
        parse_digits(month, 2)?,
        parse_digits(date, 2)?,
    )
}

fn parse_relative_period(words: &str, today: NaiveDate) -> Option<Period> {
    if let "today" | "yesterday" = words {
        let only = read_day(words, today).ok();
        return only.map(|only| Period {
            first: only,
            last: only,
        });
    }
    let (back, unit) = match words.strip_prefix("this") {
        Some(unit) => (0, unit),
        None => (1, words.strip_prefix("last")?),
    };
    let months_back = match unit {
        "year" => 12,
        "quarter" => 3,
        "month" => 1,
        _ => return None,
    };
    let then = today.checked_sub_months(Months::new(months_back * back))?;
    match unit {
        "year" => Period::year(then.year()),
        "quarter" => Period::quarter(then.year(), then.month().div_ceil(3)),
        _ => Period::month(then.year(), then.month()),
    }
}
