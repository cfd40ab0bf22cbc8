//! Late interest, in segments of one base and one rate. Nothing is rounded inside.
//!
//! The first day that counts is the day after the due date, the last is the day of payment (NL: BW 6:119a lid 1).
//! By law the interest of each full year joins the base (6:119 lid 2, 6:119a lid 3); years run from the first day,
//! and a first day of 29 February has its anniversary on the 28th, in leap years on the 29th.

use super::jurisdiction::cited::Citation;
use super::jurisdiction::law::{Debtor, Law};
use super::jurisdiction::table::{Stale, Table, TooEarly};
use crate::value::calendar::{Duration, days_between};
use crate::value::exact_amount::{DayCount, ExactAmount, accrue_interest};
use crate::value::money::Minor;
use crate::value::share::Share;
use chrono::NaiveDate;

/// What share per year.
#[derive(Clone, Copy, Debug)]
pub enum Rate {
    /// That of the law, day by day.
    Statutory(&'static Table<Share>),
    /// One that was agreed.
    Agreed(Share),
}

/// Whether interest bears interest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Growth {
    /// Never.
    Simple,
    /// That of each full year joins the base.
    Yearly,
}

/// How interest is reckoned.
#[derive(Clone, Copy, Debug)]
pub struct Terms {
    /// What share per year.
    pub rate: Rate,
    /// Whether interest bears interest.
    pub growth: Growth,
    /// How days become parts of a year.
    pub count: DayCount,
}

impl Terms {
    /// Those of the law, for a debt due on a day.
    pub fn statutory(law: &'static Law, debtor: Debtor, due: NaiveDate, count: DayCount) -> Self {
        let grows = due.succ_opt() >= Some(*law.yearly_capitalisation.value());
        let growth = if grows {
            Growth::Yearly
        } else {
            Growth::Simple
        };
        let rate = Rate::Statutory(law.interest(debtor));
        Self {
            rate,
            growth,
            count,
        }
    }

    /// Those of a contract that names a rate: simple.
    pub const fn agreed(yearly: Share, count: DayCount) -> Self {
        Self {
            rate: Rate::Agreed(yearly),
            growth: Growth::Simple,
            count,
        }
    }

    /// The share that holds on a day, where it is written, and the day on which another one begins.
    fn on(&self, day: NaiveDate) -> Result<RateOfDay, Fault> {
        match self.rate {
            Rate::Agreed(yearly) => Ok((yearly, None, None)),
            Rate::Statutory(table) => {
                let row = table.at(day).map_err(Fault::TooEarly)?;
                let change = table.next_change(day);
                Ok((*row.cited.value(), Some(row.cited.citation()), change))
            }
        }
    }

    /// The warning that belongs to interest through a day.
    pub fn stale(&self, through: NaiveDate) -> Option<Stale> {
        match self.rate {
            Rate::Agreed(_) => None,
            Rate::Statutory(table) => table.stale(through),
        }
    }
}

type RateOfDay = (Share, Option<Citation>, Option<NaiveDate>);

/// Why interest cannot be reckoned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// No rate is known for a day. The nearest one is never taken instead.
    TooEarly(TooEarly),
    /// The figures or the days are beyond what can be reckoned.
    TooLarge,
    /// A reversal names no payment that is still there.
    NoSuchPayment(usize),
}

/// A stretch of days with one base and one rate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub through: NaiveDate,
    /// How many days.
    pub days: i64,
    /// On what: open principal and the interest that joined it.
    pub base: ExactAmount,
    /// At what share per year.
    pub rate: Share,
    /// Where the rate is written; `None` where it was agreed.
    pub citation: Option<Citation>,
    /// What it yields, not rounded.
    pub amount: ExactAmount,
    /// What it yields, in minor units that add up to the total of all segments.
    pub shown: Minor,
}

/// Interest that runs: where it stands after the last day taken in.
#[derive(Debug)]
pub(super) struct Run {
    terms: Terms,
    first: NaiveDate,
    next: NaiveDate,
    years: u32,
    anniversary: NaiveDate,
    /// Interest of full years, which bears interest.
    joined: ExactAmount,
    /// Interest of the year that runs.
    running: ExactAmount,
    /// All interest so far, paid or not.
    accrued: ExactAmount,
    shown: Minor,
    /// Segments before this one end with a booking and do not grow.
    closed: usize,
    pub(super) segments: Vec<Segment>,
}

impl Run {
    /// Interest on a debt due on a day.
    pub(super) fn new(terms: Terms, due: NaiveDate) -> Result<Self, Fault> {
        let first = due.succ_opt().ok_or(Fault::TooLarge)?;
        Ok(Self {
            terms,
            first,
            next: first,
            years: 1,
            anniversary: anniversary(first, 1)?,
            joined: ExactAmount::ZERO,
            running: ExactAmount::ZERO,
            accrued: ExactAmount::ZERO,
            shown: Minor::ZERO,
            closed: 0,
            segments: Vec::new(),
        })
    }

    /// Takes in all days through this one, with this much principal open.
    pub(super) fn advance(&mut self, principal: Minor, through: NaiveDate) -> Result<(), Fault> {
        while self.next <= through {
            let base = ExactAmount::from_minor(principal)
                .and_then(|principal| principal.checked_add(self.joined))
                .ok_or(Fault::TooLarge)?;
            let end = self.take_piece(base, through)?;
            self.next = end.succ_opt().ok_or(Fault::TooLarge)?;
            if self.next == self.anniversary {
                self.turn_year()?;
            }
        }
        Ok(())
    }

    /// Takes in days with one rate inside one year; answers the last of them.
    fn take_piece(&mut self, base: ExactAmount, through: NaiveDate) -> Result<NaiveDate, Fault> {
        let before = |day: NaiveDate| day.pred_opt().ok_or(Fault::TooLarge);
        let end = through.min(before(self.anniversary)?);
        if base <= ExactAmount::ZERO {
            return Ok(end);
        }
        let (rate, citation, change) = self.terms.on(self.next)?;
        let end = match change {
            Some(change) => end.min(before(change)?),
            None => end,
        };
        let segment = self.segment(base, rate, citation, end)?;
        self.add(segment)?;
        Ok(end)
    }

    fn segment(
        &self,
        base: ExactAmount,
        rate: Share,
        citation: Option<Citation>,
        through: NaiveDate,
    ) -> Result<Segment, Fault> {
        let from = self.next;
        Ok(Segment {
            from,
            through,
            days: days_between(from, through).saturating_add(1),
            base,
            rate,
            citation,
            amount: accrue_interest(base, rate, from, through, self.terms.count)
                .ok_or(Fault::TooLarge)?,
            shown: Minor::ZERO,
        })
    }

    /// Adds a segment, or lengthens the last one where neither base nor rate changed.
    fn add(&mut self, mut segment: Segment) -> Result<(), Fault> {
        let large = Fault::TooLarge;
        self.running = self.running.checked_add(segment.amount).ok_or(large)?;
        self.accrued = self.accrued.checked_add(segment.amount).ok_or(large)?;
        segment.shown = self.accrued.to_minor().ok_or(large)? - self.shown;
        self.shown += segment.shown;
        let open = self.segments.len() > self.closed;
        match self.segments.last_mut() {
            Some(last) if open && last.rate == segment.rate && last.base == segment.base => {
                last.through = segment.through;
                last.days = last.days.saturating_add(segment.days);
                last.amount = last.amount.checked_add(segment.amount).ok_or(large)?;
                last.shown += segment.shown;
            }
            _ => self.segments.push(segment),
        }
        Ok(())
    }

    fn turn_year(&mut self) -> Result<(), Fault> {
        if self.terms.growth == Growth::Yearly {
            self.joined = self
                .joined
                .checked_add(self.running)
                .ok_or(Fault::TooLarge)?;
            self.running = ExactAmount::ZERO;
        }
        self.years = self.years.saturating_add(1);
        self.anniversary = anniversary(self.first, self.years)?;
        Ok(())
    }

    fn open_exact(&self) -> Result<ExactAmount, Fault> {
        self.joined.checked_add(self.running).ok_or(Fault::TooLarge)
    }

    /// Interest not paid, in minor units.
    pub(super) fn open(&self) -> Result<Minor, Fault> {
        self.open_exact()?.to_minor().ok_or(Fault::TooLarge)
    }

    /// All interest so far, paid or not, in minor units.
    pub(super) fn accrued(&self) -> Result<Minor, Fault> {
        self.accrued.to_minor().ok_or(Fault::TooLarge)
    }

    /// Books money on the interest; answers how much it took. What is paid in full is paid to the cent: a booking
    /// is the only place inside where a part of a cent disappears. Interest of full years is paid first.
    pub(super) fn pay(&mut self, money: Minor) -> Result<Minor, Fault> {
        self.closed = self.segments.len();
        let large = Fault::TooLarge;
        let open = self.open_exact()?;
        let cents = open.to_minor().ok_or(large)?;
        if money >= cents {
            let whole = ExactAmount::from_minor(cents).ok_or(large)?;
            let lost = open.checked_sub(whole).ok_or(large)?;
            self.accrued = self.accrued.checked_sub(lost).ok_or(large)?;
            self.joined = ExactAmount::ZERO;
            self.running = ExactAmount::ZERO;
            return Ok(cents);
        }
        let paid = ExactAmount::from_minor(money).ok_or(large)?;
        let oldest = paid.min(self.joined);
        let rest = paid.checked_sub(oldest).ok_or(large)?;
        self.joined = self.joined.checked_sub(oldest).ok_or(large)?;
        self.running = self.running.checked_sub(rest).ok_or(large)?;
        Ok(money)
    }

    /// Interest that was paid is open again.
    pub(super) fn reopen(&mut self, paid: Minor) -> Result<(), Fault> {
        self.closed = self.segments.len();
        let paid = ExactAmount::from_minor(paid).ok_or(Fault::TooLarge)?;
        self.running = self.running.checked_add(paid).ok_or(Fault::TooLarge)?;
        Ok(())
    }

    /// What each further day adds, as things stand.
    pub(super) fn per_day(&self, principal: Minor) -> Result<Minor, Fault> {
        let large = Fault::TooLarge;
        let principal = ExactAmount::from_minor(principal).ok_or(large)?;
        let base = principal.checked_add(self.joined).ok_or(large)?;
        if base <= ExactAmount::ZERO {
            return Ok(Minor::ZERO);
        }
        let (rate, ..) = self.terms.on(self.next)?;
        let day = accrue_interest(base, rate, self.next, self.next, self.terms.count);
        day.and_then(ExactAmount::to_minor).ok_or(large)
    }
}

fn anniversary(first: NaiveDate, years: u32) -> Result<NaiveDate, Fault> {
    let months = years.checked_mul(12).ok_or(Fault::TooLarge)?;
    Duration::Months(months)
        .date_after(first)
        .ok_or(Fault::TooLarge)
}
