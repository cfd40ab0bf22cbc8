//! Public holidays, computed rather than listed, and the working days between them.

use super::citation::Citation;
use crate::value::calendar::date_from_ymd;
use chrono::{Datelike, Days, NaiveDate, TimeDelta, Weekday};

/// How the day of a holiday in a year is computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HolidayRule {
    /// The same month and day each year.
    Fixed(u32, u32),
    /// The same month and day each year, but the Saturday before where that is a Sunday.
    NotOnSunday(u32, u32),
    /// A number of days after Easter Sunday; before it where negative.
    Easter(i64),
}

/// A public holiday.
#[derive(Debug)]
pub struct Holiday {
    /// The name of the holiday.
    pub name: &'static str,
    /// How its day is computed.
    pub rule: HolidayRule,
    /// The first year in which it is a holiday.
    pub first_year: i32,
    /// The last year in which it is a holiday; `None` where it still is.
    pub last_year: Option<i32>,
    /// The law that makes it a holiday.
    pub citation: Citation,
}

/// The holidays of a country. Saturdays and Sundays are non-working days in every country here.
#[derive(Debug)]
pub struct HolidayCalendar {
    /// Every public holiday.
    pub holidays: &'static [Holiday],
    /// The days of the week on which ordinary post is not delivered.
    pub days_without_post: &'static [Weekday],
    /// The law that extends a term which ends on a non-working day.
    pub roll_citation: Citation,
}

impl Holiday {
    /// The date of the holiday in a year; `None` where it is no holiday that year.
    fn day_in_year(&self, year: i32) -> Option<NaiveDate> {
        if year < self.first_year || self.last_year.is_some_and(|last| year > last) {
            return None;
        }
        match self.rule {
            HolidayRule::Fixed(month, number) => date_from_ymd(year, month, number),
            HolidayRule::NotOnSunday(month, number) => {
                let fixed = date_from_ymd(year, month, number)?;
                match fixed.weekday() {
                    Weekday::Sun => fixed.pred_opt(),
                    _ => Some(fixed),
                }
            }
            HolidayRule::Easter(days) => {
                easter_sunday(year)?.checked_add_signed(TimeDelta::try_days(days)?)
            }
        }
    }
}

impl HolidayCalendar {
    /// The holiday on a date; `None` where it is none.
    pub fn holiday_on(&self, on: NaiveDate) -> Option<&'static Holiday> {
        let mut holidays = self.holidays.iter();
        holidays.find(|holiday| holiday.day_in_year(on.year()) == Some(on))
    }

    /// Whether a date is a working day: no Saturday, Sunday or holiday.
    pub fn is_working_day(&self, on: NaiveDate) -> bool {
        !matches!(on.weekday(), Weekday::Sat | Weekday::Sun) && self.holiday_on(on).is_none()
    }

    /// Whether ordinary post is delivered on a date: no holiday, and no day of the week without post.
    pub fn is_delivery_day(&self, on: NaiveDate) -> bool {
        !self.days_without_post.contains(&on.weekday()) && self.holiday_on(on).is_none()
    }

    /// The date itself, or the next working day (NL: Algemene termijnenwet art. 1). `None` past the end of the
    /// calendar.
    pub fn roll_to_working_day(&self, on: NaiveDate) -> Option<NaiveDate> {
        let mut days = on.iter_days();
        days.find(|candidate| self.is_working_day(*candidate))
    }

    /// The date after `count` delivery days; the first of them is the one after `start`.
    pub fn delivery_days_after(&self, start: NaiveDate, count: u32) -> Option<NaiveDate> {
        nth_matching_day_after(start, count, |on| self.is_delivery_day(on))
    }
}

fn nth_matching_day_after(
    start: NaiveDate,
    count: u32,
    counts: impl Fn(NaiveDate) -> bool,
) -> Option<NaiveDate> {
    let Some(further) = count.checked_sub(1) else {
        return Some(start);
    };
    let next = start.checked_add_days(Days::new(1))?;
    let mut days = next.iter_days().filter(|on| counts(*on));
    days.nth(usize::try_from(further).ok()?)
}

/// The date of Easter Sunday in the Gregorian calendar, by the algorithm of Meeus, Jones and Butcher.
///
/// ```
/// use tegoed::policy::jurisdiction::holidays::easter_sunday;
/// use tegoed::value::calendar::date_from_ymd;
/// assert_eq!(easter_sunday(2026), date_from_ymd(2026, 4, 5));
/// assert_eq!(easter_sunday(2038), date_from_ymd(2038, 4, 25));
/// ```
#[allow(
    clippy::arithmetic_side_effects,
    clippy::many_single_char_names,
    reason = "each figure stays below ten thousand, and the letters are those of the printed rule"
)]
pub fn easter_sunday(year: i32) -> Option<NaiveDate> {
    let year_in_range = u32::try_from(date_from_ymd(year, 1, 1)?.year()).ok()?;
    let a = year_in_range % 19;
    let (b, c) = (year_in_range / 100, year_in_range % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l + 90 - 7 * m) / 25;
    let number = (h + l + 33 * month + 19 - 7 * m) % 32;
    date_from_ymd(year, month, number)
}
