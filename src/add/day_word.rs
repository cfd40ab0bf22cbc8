//! Days as people say them: `yesterday`, `-2`, `2026-03-31`. A journal itself takes only the last.

use super::new_entry_error::NewEntryError;
use crate::syntax::dialect::Dialect;
use crate::syntax::table::ArgumentForm;
use crate::syntax::whole_argument::whole_argument;
use chrono::{Days, NaiveDate};

/// The day that some words mean: a date, `today`, `yesterday` or `tomorrow` in English or Dutch, or so many days behind
/// (`-2`) or ahead (`+7`).
///
/// # Errors
/// They mean none.
///
/// ```
/// use tegoed::add::day_word::read_day_word;
/// use tegoed::value::calendar::date_from_ymd;
/// let today = date_from_ymd(2026, 4, 1).unwrap();
/// let day = |words| read_day_word(words, today).unwrap().to_string();
/// assert_eq!(day("gisteren"), "2026-03-31");
/// assert_eq!(day("+7"), "2026-04-08");
/// assert_eq!(day("2026-04-07"), "2026-04-07");
/// assert!(read_day_word("7-4-2026", today).is_err());
/// ```
pub fn read_day_word(words: &str, today: NaiveDate) -> Result<NaiveDate, NewEntryError> {
    let relative = match words.to_lowercase().as_str() {
        "today" | "vandaag" => Some(0),
        "yesterday" | "gisteren" => Some(-1),
        "tomorrow" | "morgen" => Some(1),
        word => read_offset(word),
    };
    if let Some(days) = relative {
        let found = match u64::try_from(days) {
            Ok(ahead) => today.checked_add_days(Days::new(ahead)),
            Err(_) => today.checked_sub_days(Days::new(days.unsigned_abs())),
        };
        return found.ok_or_else(|| {
            NewEntryError::wrong(format!("no such day: {words}"), "write it as 2026-03-31")
        });
    }
    match whole_argument(ArgumentForm::Date, Dialect::default(), words) {
        Ok(Some(value)) => value.date().ok_or_else(|| no_day(words)),
        Ok(None) => Err(no_day(words)),
        Err(fault) => Err(NewEntryError::from(&*fault)),
    }
}

/// `+7`, `-2`.
fn read_offset(word: &str) -> Option<i64> {
    let digits = word.strip_prefix(['+', '-'])?;
    let is_short = (1..=4).contains(&digits.len()) && digits.bytes().all(|it| it.is_ascii_digit());
    is_short.then(|| word.parse().ok()).flatten()
}

fn no_day(words: &str) -> NewEntryError {
    NewEntryError::wrong(
        format!("expected a day, found `{words}`"),
        "write 2026-03-31, today, yesterday, -2 (two days ago) or +7 (in a week)",
    )
}
