//! A debt told again by the law's order: money pays costs, then interest, then principal (NL: BW 6:44).

use super::interest::{Fault, Run, Segment, Terms};
use super::jurisdiction::table::Stale;
use crate::value::money::Minor;
use chrono::NaiveDate;

/// One instalment of one invoice.
#[derive(Clone, Copy, Debug)]
pub struct Debt {
    /// What was owed on the due date, VAT included.
    pub principal: Minor,
    /// The last day to pay without being late.
    pub due: NaiveDate,
}

/// What happened to a debt on a day, at its end. Amounts are above zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Costs are owed from this day on. Costs only announced are not: leave them out (NL: BW 6:96 lid 6).
    Costs(Minor),
    /// Money came in.
    Payment(Minor),
    /// A credit note, or principal given up: it lowers principal and nothing else.
    Credit(Minor),
    /// The payment at this place of the list bounced.
    Reversal(usize),
}

/// What happened, and when.
#[derive(Clone, Copy, Debug)]
pub struct Event {
    /// The day.
    pub date: NaiveDate,
    /// What happened.
    pub what: What,
}

/// How one payment was used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Split {
    /// The place of the payment in the list of events.
    pub event: usize,
    /// The day.
    pub date: NaiveDate,
    /// For costs.
    pub costs: Minor,
    /// For interest, to and including the day.
    pub interest: Minor,
    /// For principal.
    pub principal: Minor,
    /// More than was owed.
    pub left: Minor,
    /// Whether it still counts: `None`, or the day it bounced.
    pub reversed: Option<NaiveDate>,
}

/// What may be asked for a debt on a day, with all that it was made of.
#[derive(Clone, Debug)]
pub struct Claim {
    /// The days of interest; what is shown of each adds up to [`Claim::accrued`].
    pub segments: Vec<Segment>,
    /// How each payment was used, in the order of time.
    pub splits: Vec<Split>,
    /// Principal still open.
    pub principal: Minor,
    /// Costs still open.
    pub costs: Minor,
    /// Interest still open, to and including the day.
    pub interest: Minor,
    /// All interest, paid or not.
    pub accrued: Minor,
    /// Money and credits beyond what was owed.
    pub left: Minor,
    /// What each further day of interest adds, as things stand.
    pub per_day: Minor,
    /// To print beside the figures: the rates were not checked for days this late.
    pub stale: Option<Stale>,
}

impl Claim {
    /// All that is owed.
    pub fn total(&self) -> Minor {
        self.principal + self.costs + self.interest
    }
}

/// Tells a debt again through a day. Events come by date; those of one day stay in the order given, and those
/// after the day are left out.
///
/// ```
/// use tegoed::policy::interest::Terms;
/// use tegoed::policy::replay::{Debt, Event, What, replay};
/// use tegoed::value::{calendar::day, money::Minor, rate::DayCount, share::Share};
/// let due = day(2026, 1, 31).ok_or("no such day")?;
/// let paid = day(2026, 2, 15).ok_or("no such day")?;
/// let terms = Terms::agreed(Share::from_hundredths(800), DayCount::Days365);
/// let events = [
///     Event { date: due, what: What::Costs(Minor(40_00)) },
///     Event { date: paid, what: What::Payment(Minor(500_00)) },
/// ];
/// let claim = replay(Debt { principal: Minor(1_000_00), due }, terms, &events, paid).map_err(|_| "no rate")?;
/// let split = claim.splits.first().ok_or("no payment")?;
/// assert_eq!((split.costs, split.interest, split.principal), (Minor(40_00), Minor(3_29), Minor(456_71)));
/// assert_eq!(claim.principal, Minor(543_29));
/// # Ok::<(), &str>(())
/// ```
pub fn replay(
    debt: Debt,
    terms: Terms,
    events: &[Event],
    through: NaiveDate,
) -> Result<Claim, Fault> {
    let mut story = Story {
        run: Run::new(terms, debt.due)?,
        principal: debt.principal.max(Minor::ZERO),
        costs: Minor::ZERO,
        left: Minor::ZERO,
        splits: Vec::new(),
    };
    let mut order: Vec<(usize, &Event)> = events.iter().enumerate().collect();
    order.sort_by_key(|(_, event)| event.date);
    order.retain(|(_, event)| event.date <= through);
    for (place, event) in order {
        story.happens(place, event)?;
    }
    story.run.advance(story.principal, through)?;
    story.close(terms)
}

struct Story {
    run: Run,
    principal: Minor,
    costs: Minor,
    left: Minor,
    splits: Vec<Split>,
}

impl Story {
    fn happens(&mut self, place: usize, event: &Event) -> Result<(), Fault> {
        self.run.advance(self.principal, event.date)?;
        match event.what {
            What::Costs(costs) => self.costs += costs,
            What::Credit(credit) => {
                let taken = credit.min(self.principal);
                self.principal -= taken;
                self.left += credit - taken;
            }
            What::Payment(money) => self.pay(place, event.date, money)?,
            What::Reversal(of) => self.reverse(of, event.date)?,
        }
        Ok(())
    }

    fn pay(&mut self, event: usize, date: NaiveDate, money: Minor) -> Result<(), Fault> {
        let costs = money.min(self.costs);
        let interest = self.run.pay(money - costs)?;
        let principal = (money - costs - interest).min(self.principal);
        let left = money - costs - interest - principal;
        self.costs -= costs;
        self.principal -= principal;
        self.left += left;
        self.splits.push(Split {
            event,
            date,
            costs,
            interest,
            principal,
            left,
            reversed: None,
        });
        Ok(())
    }

    fn reverse(&mut self, of: usize, date: NaiveDate) -> Result<(), Fault> {
        let mut splits = self.splits.iter_mut();
        let split = splits.find(|split| split.event == of && split.reversed.is_none());
        let split = split.ok_or(Fault::NoSuchPayment(of))?;
        split.reversed = Some(date);
        self.costs += split.costs;
        self.principal += split.principal;
        self.left -= split.left;
        self.run.reopen(split.interest)
    }

    fn close(self, terms: Terms) -> Result<Claim, Fault> {
        let last = self.run.segments.last();
        let stale = last.and_then(|segment| terms.stale(segment.through));
        Ok(Claim {
            interest: self.run.open()?,
            accrued: self.run.accrued()?,
            per_day: self.run.per_day(self.principal)?,
            segments: self.run.segments,
            splits: self.splits,
            principal: self.principal,
            costs: self.costs,
            left: self.left,
            stale,
        })
    }
}
