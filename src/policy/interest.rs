//! Late interest, computed in segments of days with one base and one rate. Fractions of a cent are kept within a
//! computation.
//!
//! The first day that counts is the day after the due date, the last is the day of payment (NL: BW 6:119a lid 1). By
//! law the interest of each full year is added to the base (6:119 lid 2, 6:119a lid 3). Years run from the first day;
//! the anniversary of 29 February is the 28th, and the 29th in leap years.

use super::jurisdiction::citation::Citation;
use super::jurisdiction::dated_table::{BeforeTableStart, DatedTable, StaleTable};
use super::jurisdiction::law::{Debtor, Law};
use crate::value::calendar::{Duration, days_between};
use crate::value::exact_amount::{DayCount, ExactAmount, accrue_interest};
use crate::value::money::Minor;
use crate::value::share::Share;
use chrono::NaiveDate;

/// The rate of interest.
#[derive(Clone, Copy, Debug)]
pub enum InterestRate {
    /// The statutory rate of each day.
    Statutory(&'static DatedTable<Share>),
    /// An agreed percentage a year.
    Agreed(Share),
}

/// Whether interest bears interest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compounding {
    /// Interest never bears interest.
    Simple,
    /// The interest of each full year is added to the base.
    Yearly,
}

/// How interest is computed.
#[derive(Clone, Copy, Debug)]
pub struct InterestMethod {
    /// The rate of interest.
    pub rate: InterestRate,
    /// Whether interest bears interest.
    pub compounding: Compounding,
    /// How days become parts of a year.
    pub day_count: DayCount,
}

impl InterestMethod {
    /// The method of the law, for a debt due on a day.
    pub fn statutory(law: &'static Law, debtor: Debtor, due: NaiveDate, count: DayCount) -> Self {
        let grows = due.succ_opt() >= Some(*law.yearly_capitalisation.value());
        let growth = if grows {
            Compounding::Yearly
        } else {
            Compounding::Simple
        };
        let rate = InterestRate::Statutory(law.interest_table(debtor));
        Self {
            rate,
            compounding: growth,
            day_count: count,
        }
    }

    /// The method for a rate agreed in a contract: simple interest.
    pub const fn agreed(yearly: Share, count: DayCount) -> Self {
        Self {
            rate: InterestRate::Agreed(yearly),
            compounding: Compounding::Simple,
            day_count: count,
        }
    }

    /// The percentage that holds on a day, its source (`None` for an agreed rate), and the day on which the next rate
    /// begins.
    fn rate_on(&self, day: NaiveDate) -> Result<RateOnDay, InterestError> {
        match self.rate {
            InterestRate::Agreed(yearly) => Ok((yearly, None, None)),
            InterestRate::Statutory(table) => {
                let row = table.row_on(day).map_err(InterestError::TooEarly)?;
                let change = table.next_change_after(day);
                Ok((*row.cited.value(), Some(row.cited.citation()), change))
            }
        }
    }

    /// The warning that the table was not checked up to this day; `None` where it was, or the rate was agreed.
    pub fn staleness_on(&self, through: NaiveDate) -> Option<StaleTable> {
        match self.rate {
            InterestRate::Agreed(_) => None,
            InterestRate::Statutory(table) => table.stale_on(through),
        }
    }
}

type RateOnDay = (Share, Option<Citation>, Option<NaiveDate>);

/// Why interest cannot be computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InterestError {
    /// The table has no rate for a day. The nearest rate is never used instead.
    TooEarly(BeforeTableStart),
    /// The amounts or the dates are outside the supported range.
    TooLarge,
    /// The reversal at this index of the events refers to no payment that still counts.
    NoSuchPayment(usize),
}

/// Consecutive days with one base and one rate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InterestSegment {
    /// The first day, included.
    pub from: NaiveDate,
    /// The last day, included.
    pub through: NaiveDate,
    /// The number of days.
    pub days: i64,
    /// The amount that bears interest: open principal, and interest that was added to it.
    pub base: ExactAmount,
    /// The percentage a year.
    pub rate: Share,
    /// The source of the rate; `None` where it was agreed.
    pub citation: Option<Citation>,
    /// The interest, not rounded.
    pub amount: ExactAmount,
    /// The interest in minor units, rounded so that all segments add up to the rounded total.
    pub rounded_amount: Minor,
}

/// The running computation of interest on one debt, up to the last day included so far.
#[derive(Debug)]
pub(super) struct InterestAccrual {
    method: InterestMethod,
    first: NaiveDate,
    next: NaiveDate,
    years: u32,
    anniversary: NaiveDate,
    /// Unpaid interest of full years, which bears interest.
    capitalised: ExactAmount,
    /// Unpaid interest of the current year, which does not.
    current_year: ExactAmount,
    /// All interest so far, paid or not.
    accrued: ExactAmount,
    rounded_total: Minor,
    /// Segments before this index end at a payment or a reversal and are not extended.
    closed_segments: usize,
    pub(super) segments: Vec<InterestSegment>,
}

impl InterestAccrual {
    /// Starts the computation for a debt with this due date.
    pub(super) fn new(terms: InterestMethod, due: NaiveDate) -> Result<Self, InterestError> {
        let first = due.succ_opt().ok_or(InterestError::TooLarge)?;
        Ok(Self {
            method: terms,
            first,
            next: first,
            years: 1,
            anniversary: nth_anniversary(first, 1)?,
            capitalised: ExactAmount::ZERO,
            current_year: ExactAmount::ZERO,
            accrued: ExactAmount::ZERO,
            rounded_total: Minor::ZERO,
            closed_segments: 0,
            segments: Vec::new(),
        })
    }

    /// Includes all days through this one, with `principal` open.
    pub(super) fn accrue_through(
        &mut self,
        principal: Minor,
        through: NaiveDate,
    ) -> Result<(), InterestError> {
        while self.next <= through {
            let base = ExactAmount::from_minor(principal)
                .and_then(|principal| principal.checked_add(self.capitalised))
                .ok_or(InterestError::TooLarge)?;
            let end = self.accrue_segment(base, through)?;
            self.next = end.succ_opt().ok_or(InterestError::TooLarge)?;
            if self.next == self.anniversary {
                self.capitalise_year()?;
            }
        }
        Ok(())
    }

    /// Includes days with one rate within one year of interest. Returns the last day included.
    fn accrue_segment(
        &mut self,
        base: ExactAmount,
        through: NaiveDate,
    ) -> Result<NaiveDate, InterestError> {
        let before = |day: NaiveDate| day.pred_opt().ok_or(InterestError::TooLarge);
        let end = through.min(before(self.anniversary)?);
        if base <= ExactAmount::ZERO {
            return Ok(end);
        }
        let (rate, citation, change) = self.method.rate_on(self.next)?;
        let end = match change {
            Some(change) => end.min(before(change)?),
            None => end,
        };
        let segment = self.new_segment(base, rate, citation, end)?;
        self.add_segment(segment)?;
        Ok(end)
    }

    fn new_segment(
        &self,
        base: ExactAmount,
        rate: Share,
        citation: Option<Citation>,
        through: NaiveDate,
    ) -> Result<InterestSegment, InterestError> {
        let from = self.next;
        Ok(InterestSegment {
            from,
            through,
            days: days_between(from, through).saturating_add(1),
            base,
            rate,
            citation,
            amount: accrue_interest(base, rate, from, through, self.method.day_count)
                .ok_or(InterestError::TooLarge)?,
            rounded_amount: Minor::ZERO,
        })
    }

    /// Adds a segment, or extends the last one where neither base nor rate changed.
    fn add_segment(&mut self, mut segment: InterestSegment) -> Result<(), InterestError> {
        let large = InterestError::TooLarge;
        self.current_year = self.current_year.checked_add(segment.amount).ok_or(large)?;
        self.accrued = self.accrued.checked_add(segment.amount).ok_or(large)?;
        segment.rounded_amount = self.accrued.to_minor().ok_or(large)? - self.rounded_total;
        self.rounded_total += segment.rounded_amount;
        let open = self.segments.len() > self.closed_segments;
        match self.segments.last_mut() {
            Some(last) if open && last.rate == segment.rate && last.base == segment.base => {
                last.through = segment.through;
                last.days = last.days.saturating_add(segment.days);
                last.amount = last.amount.checked_add(segment.amount).ok_or(large)?;
                last.rounded_amount += segment.rounded_amount;
            }
            _ => self.segments.push(segment),
        }
        Ok(())
    }

    fn capitalise_year(&mut self) -> Result<(), InterestError> {
        if self.method.compounding == Compounding::Yearly {
            self.capitalised = self
                .capitalised
                .checked_add(self.current_year)
                .ok_or(InterestError::TooLarge)?;
            self.current_year = ExactAmount::ZERO;
        }
        self.years = self.years.saturating_add(1);
        self.anniversary = nth_anniversary(self.first, self.years)?;
        Ok(())
    }

    fn unpaid_exact(&self) -> Result<ExactAmount, InterestError> {
        self.capitalised
            .checked_add(self.current_year)
            .ok_or(InterestError::TooLarge)
    }

    /// The interest that is not paid, rounded to minor units.
    pub(super) fn unpaid(&self) -> Result<Minor, InterestError> {
        self.unpaid_exact()?
            .to_minor()
            .ok_or(InterestError::TooLarge)
    }

    /// All interest so far, paid or not, rounded to minor units.
    pub(super) fn accrued(&self) -> Result<Minor, InterestError> {
        self.accrued.to_minor().ok_or(InterestError::TooLarge)
    }

    /// Pays interest, that of full years first, and returns how much of the money was used. Interest that is paid in
    /// full is paid to the cent: this is the only step inside the computation that drops a fraction of a cent.
    pub(super) fn pay_interest(&mut self, money: Minor) -> Result<Minor, InterestError> {
        self.closed_segments = self.segments.len();
        let large = InterestError::TooLarge;
        let open = self.unpaid_exact()?;
        let cents = open.to_minor().ok_or(large)?;
        if money >= cents {
            let whole = ExactAmount::from_minor(cents).ok_or(large)?;
            let lost = open.checked_sub(whole).ok_or(large)?;
            self.accrued = self.accrued.checked_sub(lost).ok_or(large)?;
            self.capitalised = ExactAmount::ZERO;
            self.current_year = ExactAmount::ZERO;
            return Ok(cents);
        }
        let paid = ExactAmount::from_minor(money).ok_or(large)?;
        let oldest = paid.min(self.capitalised);
        let rest = paid.checked_sub(oldest).ok_or(large)?;
        self.capitalised = self.capitalised.checked_sub(oldest).ok_or(large)?;
        self.current_year = self.current_year.checked_sub(rest).ok_or(large)?;
        Ok(money)
    }

    /// Adds paid interest back to the unpaid interest, after a payment was reversed.
    pub(super) fn reopen_interest(&mut self, paid: Minor) -> Result<(), InterestError> {
        self.closed_segments = self.segments.len();
        let paid = ExactAmount::from_minor(paid).ok_or(InterestError::TooLarge)?;
        self.current_year = self
            .current_year
            .checked_add(paid)
            .ok_or(InterestError::TooLarge)?;
        Ok(())
    }

    /// The interest that each further day adds while nothing changes, in minor units.
    pub(super) fn daily_interest(&self, principal: Minor) -> Result<ExactAmount, InterestError> {
        let large = InterestError::TooLarge;
        let principal = ExactAmount::from_minor(principal).ok_or(large)?;
        let base = principal.checked_add(self.capitalised).ok_or(large)?;
        if base <= ExactAmount::ZERO {
            return Ok(ExactAmount::ZERO);
        }
        let (rate, ..) = self.method.rate_on(self.next)?;
        let day = accrue_interest(base, rate, self.next, self.next, self.method.day_count);
        day.ok_or(large)
    }
}

fn nth_anniversary(first: NaiveDate, years: u32) -> Result<NaiveDate, InterestError> {
    let months = years.checked_mul(12).ok_or(InterestError::TooLarge)?;
    Duration::Months(months)
        .date_after(first)
        .ok_or(InterestError::TooLarge)
}
