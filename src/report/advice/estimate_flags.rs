//! Flags of `advice`: chances and prices that only a person can say.

use crate::insight::remedy::Remedy;
use crate::report::shared::report_flag::{FlagValue, ReportFlag, UsageError};
use crate::value::share::{Quantity, Share, decimal_from_digits};

/// Flags of `advice`.
pub static ESTIMATE_FLAGS: &[ReportFlag] = &[
    ReportFlag::new(
        "chance",
        "How likely it is that it works: 60% for all, or agency=70% for one; self, agency, lawyer, court",
        FlagValue::RepeatedWords("CHANCE", |options, words| {
            options.estimates.chances.push(parse_chance(words)?);
            Ok(())
        }),
    ),
    ReportFlag::new(
        "agency",
        "The share that a collection agency keeps: 15%",
        FlagValue::Words("SHARE", |options, words| {
            options.estimates.agency_share = Some(parse_share(words)?);
            Ok(())
        }),
    ),
    ReportFlag::new(
        "lawyer",
        "What a lawyer asks: 250",
        FlagValue::Words("AMOUNT", |options, words| {
            options.estimates.lawyer_fee = Some(parse_amount(words)?);
            Ok(())
        }),
    ),
    ReportFlag::new(
        "hour",
        "What an hour of your own is worth: 60",
        FlagValue::Words("AMOUNT", |options, words| {
            options.estimates.hourly_rate = Some(parse_amount(words)?);
            Ok(())
        }),
    ),
    ReportFlag::new(
        "time",
        "Time it will still take you: court=3h, self=45min [default for self: as long as so far]",
        FlagValue::RepeatedWords("TIME", |options, words| {
            options.estimates.minutes.push(parse_time(words)?);
            Ok(())
        }),
    ),
    ReportFlag::new(
        "threshold",
        "For less than this nobody else is asked: 250 [default: `self-below` of the policy]",
        FlagValue::Words("AMOUNT", |options, words| {
            options.estimates.threshold = Some(parse_amount(words)?);
            Ok(())
        }),
    ),
    ReportFlag::new(
        "person",
        "You are a natural person, such as a sole trader: courts ask less",
        FlagValue::Switch(|options| options.estimates.is_natural_person = true),
    ),
];

/// `60%`, or `agency=60%`.
fn parse_chance(words: &str) -> Result<(Option<Remedy>, Share), UsageError> {
    match words.split_once('=') {
        Some((whose, said)) => Ok((Some(parse_remedy(whose)?), parse_share(said)?)),
        None => Ok((None, parse_share(words)?)),
    }
}

/// `court=3h`, `self=45min`.
fn parse_time(words: &str) -> Result<(Remedy, u32), UsageError> {
    let wrong = || {
        UsageError::new(format!(
            "expected a remedy and a time such as court=3h or self=45min, found `{words}`"
        ))
    };
    let (whose, said) = words.split_once('=').ok_or_else(wrong)?;
    let units = [("min", 1), ("hours", 60), ("hour", 60), ("h", 60)];
    let found = units.iter().find_map(|(unit, minutes)| {
        let digits = said.strip_suffix(unit)?.trim_end();
        let count: u32 = digits.parse().ok()?;
        count.checked_mul(*minutes)
    });
    Ok((parse_remedy(whose)?, found.ok_or_else(wrong)?))
}

fn parse_remedy(word: &str) -> Result<Remedy, UsageError> {
    let mut all = Remedy::ALL.iter().filter(|it| **it != Remedy::Stop);
    all.find(|it| it.code() == word).copied().ok_or_else(|| {
        UsageError::new(format!(
            "expected self, agency, lawyer or court, found `{word}`"
        ))
    })
}

/// `15%` or `12.5%`; a comma will do, and the sign may be left out. At most all of it.
fn parse_share(words: &str) -> Result<Share, UsageError> {
    let digits = words.strip_suffix('%').unwrap_or(words).trim_end();
    let most = Share::from_hundredths(10_000);
    let share = parse_number(digits).map(Share);
    share.filter(|share| *share <= most).ok_or_else(|| {
        UsageError::new(format!("expected a share from 0% to 100%, found `{words}`"))
    })
}

/// `250` or `250.00`, in the currency of the invoice; a comma will do.
fn parse_amount(words: &str) -> Result<Quantity, UsageError> {
    parse_number(words).ok_or_else(|| UsageError {
        message: format!("expected an amount such as 250 or 250.00, found `{words}`"),
        help: Some("without the marks between thousands, in the currency of the invoice"),
    })
}

/// Digits, perhaps a mark and one or two digits behind it. Three might be a mark between thousands: that is asked,
/// not guessed.
fn parse_number(words: &str) -> Option<Quantity> {
    let (whole, part) = words.split_once(['.', ',']).unwrap_or((words, ""));
    let marked = whole.len() < words.len();
    let plain = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
    let sound = !whole.is_empty() && whole.len() <= 15 && plain(whole) && plain(part);
    let clear = !marked || matches!(part.len(), 1 | 2);
    if !sound || !clear {
        return None;
    }
    let digits: i128 = format!("{whole}{part}").parse().ok()?;
    decimal_from_digits(digits, u32::try_from(part.len()).ok()?)
}
