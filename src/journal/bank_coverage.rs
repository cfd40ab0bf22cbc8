//! How far the bank data of a journal reach: `bank-through` lines, of one account or of several (SPEC.md 6.23).

use crate::text::span::Origin;
use crate::value::calendar::Duration;
use crate::value::money::Money;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A `bank-through` line: what an account of ours received up to its day is in the journal.
#[derive(Clone, Debug)]
pub struct BankThrough {
    /// The last day that is complete.
    pub date: NaiveDate,
    /// The account, as [`normalize_iban`] writes it; `None`: all accounts.
    pub iban: Option<Box<str>>,
    /// What the account holds at the end of the day; `None` where it is not written.
    pub balance: Option<Money>,
    /// Where it stands.
    pub origin: Origin,
}

/// The day that bank data should have reached on a day, where they are older than that; `None` where they are new enough,
/// or nothing is said of how old they may be (`bank-stale`).
pub fn missed_bank_day(
    through: NaiveDate,
    most: Option<Duration>,
    day: NaiveDate,
) -> Option<NaiveDate> {
    let oldest = most?.date_before(day)?;
    (through < oldest).then_some(oldest)
}

/// Up to which day bank data were complete, as known on any day.
#[derive(Clone, Debug)]
pub struct BankCoverage {
    /// The day of a statement, and the last day that is complete as known from then on; by day.
    complete_by_day: Vec<(NaiveDate, NaiveDate)>,
}

impl BankCoverage {
    /// The coverage that the `bank-through` lines of a journal declare.
    pub fn from_lines(lines: &[BankThrough]) -> Self {
        let mut statements: Vec<&BankThrough> = lines.iter().collect();
        statements.sort_by_key(|statement| statement.date);
        let mut accounts: BTreeMap<Option<&str>, NaiveDate> = BTreeMap::new();
        let mut known = Vec::with_capacity(statements.len());
        for statement in statements {
            accounts.insert(statement.iban.as_deref(), statement.date);
            known.extend(complete_through(&accounts).map(|day| (statement.date, day)));
        }
        Self {
            complete_by_day: known,
        }
    }

    /// The last day that bank data were complete to, as known on a day; `None` before the first `bank-through`.
    pub fn last_complete_day(&self, day: NaiveDate) -> Option<NaiveDate> {
        let later = self
            .complete_by_day
            .partition_point(|(from, _)| *from <= day);
        let (_, through) = self.complete_by_day.get(later.checked_sub(1)?)?;
        Some(*through)
    }
}

/// The account that lags behind decides. A line that names no account speaks of all of them.
fn complete_through(accounts: &BTreeMap<Option<&str>, NaiveDate>) -> Option<NaiveDate> {
    let named = accounts.iter().filter(|(account, _)| account.is_some());
    let slowest = named.map(|(_, day)| *day).min();
    slowest.max(accounts.get(&None).copied())
}

/// An account number as it is compared: without blanks, in capitals.
///
/// ```
/// use tegoed::journal::bank_coverage::normalize_iban;
/// assert_eq!(&*normalize_iban("nl91 abna 0417 1643 00"), "NL91ABNA0417164300");
/// ```
pub fn normalize_iban(written: &str) -> Box<str> {
    let signs = written.chars().filter(|sign| !sign.is_whitespace());
    let capitals: String = signs.map(|sign| sign.to_ascii_uppercase()).collect();
    capitals.into_boxed_str()
}
