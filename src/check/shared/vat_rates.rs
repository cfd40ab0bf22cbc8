//! What the checks know about VAT: who charges it, and the rates of the Netherlands by day.

use crate::journal::model::Journal;
use crate::value::calendar::date_from_ymd;
use crate::value::key_name::KeyName;
use chrono::NaiveDate;

/// A rate in hundredths of a per cent, its first day and the day it ended.
type VatRatePeriod = (u16, Option<(i32, u32, u32)>, Option<(i32, u32, u32)>);

const DUTCH_RATES: [VatRatePeriod; 6] = [
    (0, None, None),
    (2100, Some((2012, 10, 1)), None),
    (900, Some((2019, 1, 1)), None),
    (1900, Some((2001, 1, 1)), Some((2012, 10, 1))),
    (600, None, Some((2019, 1, 1))),
    (1750, None, Some((2001, 1, 1))),
];

/// Whether a rate existed on a day.
pub fn is_rate_on(rate: u16, on: NaiveDate) -> bool {
    let reached = |date: Option<(i32, u32, u32)>| {
        date.and_then(|(year, month, number)| date_from_ymd(year, month, number))
            .map(|limit| on >= limit)
    };
    DUTCH_RATES.iter().any(|(known, first, end)| {
        *known == rate && reached(*first).unwrap_or(true) && !reached(*end).unwrap_or(false)
    })
}

/// A rate in hundredths of a per cent, for people: `21%`, `17.5%`.
pub fn format_rate(rate: u16) -> String {
    let (whole, rest) = (rate / 100, rate % 100);
    if rest == 0 {
        return format!("{whole}%");
    }
    format!("{whole}.{}%", format!("{rest:02}").trim_end_matches('0'))
}

/// Whether the business is in the Netherlands, as it is where nothing else is written.
pub fn is_dutch_business(journal: &Journal) -> bool {
    journal
        .business_value(KeyName::Country)
        .is_none_or(|country| country.eq_ignore_ascii_case("NL"))
}
