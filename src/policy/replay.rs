//! A debt told again by the law's order: money pays costs, then interest, then principal (NL: BW 6:44).
//!
//! A debt may fall due in parts. Each part is a debt of its own: its interest, then its principal, the part that
//! comes first in the list before the next (NL: BW 6:43, where the debtor named no part). Costs come before all.

use super::interest::{Fault, Run, Segment, Terms};
use super::jurisdiction::table::Stale;
use crate::value::money::Minor;
use chrono::NaiveDate;

/// One part of a debt: an instalment, or all of it.
#[derive(Clone, Copy, Debug)]
pub struct Debt {
    /// What was owed on the due date, VAT included.
    pub principal: Minor,
    /// The last day to pay without being late; `None` while it waits for an event without a date.
    pub due: Option<NaiveDate>,
    /// How interest on it is reckoned.
    pub terms: Terms,
}

/// What happened to a debt on a day, at its end. Amounts are above zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Costs are owed from this day on. Costs only announced are not: leave them out (NL: BW 6:96 lid 6).
    Costs(Minor),
    /// Interest is owed that is not reckoned here but was claimed as a sum.
    Interest(Minor),
    /// Money came in.
    Payment(Minor),
    /// A credit note, or principal given up: it lowers principal and nothing else.
    Credit(Minor),
    /// Costs are no longer claimed.
    WaivedCosts(Minor),
    /// Interest is no longer claimed.
    WaivedInterest(Minor),
    /// All that is left was given up.
    Quits,
    /// The payment at this place of the list bounced.
    Reversal(usize),
}

/// What happened, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    /// The day.
    pub date: NaiveDate,
    /// What happened.
    pub what: What,
}

/// How one payment, or another event that lowers the debt, was used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split {
    /// The place of the event in the list of events.
    pub event: usize,
    /// The day.
    pub date: NaiveDate,
    /// For costs.
    pub costs: Minor,
    /// For interest that was claimed as a sum.
    pub claimed: Minor,
    /// For each part, in the order of the parts.
    pub parts: Vec<Taken>,
    /// More than was owed.
    pub left: Minor,
    /// Whether it still counts: `None`, or the day it bounced.
    pub reversed: Option<NaiveDate>,
}

/// What one part of a debt took.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// For interest, to and including the day.
    pub interest: Minor,
    /// For principal.
    pub principal: Minor,
}

impl Split {
    /// For interest, to and including the day, of the first so many parts.
    pub fn interest(&self, parts: usize) -> Minor {
        let reckoned = self.parts.iter().take(parts).map(|taken| taken.interest);
        self.claimed + reckoned.sum::<Minor>()
    }

    /// For principal of the first so many parts.
    pub fn principal(&self, parts: usize) -> Minor {
        let principals = self.parts.iter().take(parts).map(|taken| taken.principal);
        principals.sum()
    }
}

/// How one part of a debt stands at the end of the day.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The days of interest; what is shown of each adds up to [`Standing::accrued`].
    pub segments: Vec<Segment>,
    /// Principal still open.
    pub principal: Minor,
    /// Interest still open, to and including the day.
    pub interest: Minor,
    /// All interest, paid or not.
    pub accrued: Minor,
    /// What each further day of interest adds, as things stand.
    pub per_day: Minor,
    /// To print beside the figures: the rates were not checked for days this late.
    pub stale: Option<Stale>,
}

/// What may be asked for a debt on a day, with all that it was made of.
#[derive(Clone, Debug)]
pub struct Claim {
    /// Each part, in the order given.
    pub parts: Vec<Standing>,
    /// How each payment was used, in the order of time.
    pub splits: Vec<Split>,
    /// Costs still open.
    pub costs: Minor,
    /// Interest still open of what was claimed as a sum.
    pub claimed: Minor,
    /// Money and credits beyond what was owed.
    pub left: Minor,
}

impl Claim {
    /// Principal still open, of all parts.
    pub fn principal(&self) -> Minor {
        self.parts.iter().map(|part| part.principal).sum()
    }

    /// Interest still open, of all parts.
    pub fn interest(&self) -> Minor {
        let reckoned: Minor = self.parts.iter().map(|part| part.interest).sum();
        self.claimed + reckoned
    }

    /// All that is owed.
    pub fn total(&self) -> Minor {
        self.principal() + self.costs + self.interest()
    }
}

/// Tells a debt again through a day. Parts come in the order in which they are paid. Events come by date; those of
/// one day stay in the order given, and those after the day are left out.
///
/// # Errors
/// A day has no rate, a figure is too large, or a reversal names no payment that still counts.
///
/// ```
/// use tegoed::policy::interest::Terms;
/// use tegoed::policy::replay::{Debt, Event, What, replay};
/// use tegoed::value::{calendar::day, money::Minor, rate::DayCount, share::Share};
/// let due = day(2026, 1, 31).ok_or("no such day")?;
/// let paid = day(2026, 2, 15).ok_or("no such day")?;
/// let terms = Terms::agreed(Share::from_hundredths(800), DayCount::Days365);
/// let debt = Debt { principal: Minor(1_000_00), due: Some(due), terms };
/// let events = [
///     Event { date: due, what: What::Costs(Minor(40_00)) },
///     Event { date: paid, what: What::PaymentInstructions(Minor(500_00)) },
/// ];
/// let claim = replay(&[debt], &events, paid).map_err(|_| "no rate")?;
/// let split = claim.splits.first().ok_or("no payment")?;
/// assert_eq!((split.costs, split.interest(1), split.principal(1)), (Minor(40_00), Minor(3_29), Minor(456_71)));
/// assert_eq!(claim.principal(), Minor(543_29));
/// # Ok::<(), &str>(())
/// ```
pub fn replay(parts: &[Debt], events: &[Event], through: NaiveDate) -> Result<Claim, Fault> {
    let opened = parts.iter().map(Part::opened);
    let mut story = Story {
        parts: opened.collect::<Result<_, _>>()?,
        costs: Minor::ZERO,
        claimed: Minor::ZERO,
        left: Minor::ZERO,
        splits: Vec::new(),
    };
    let mut order: Vec<(usize, &Event)> = events.iter().enumerate().collect();
    order.sort_by_key(|(_, event)| event.date);
    order.retain(|(_, event)| event.date <= through);
    for (place, event) in order {
        story.happens(place, event)?;
    }
    story.advance(through)?;
    story.close()
}

/// One part of a debt while its story is told. Without a due date it bears no interest.
struct Part {
    run: Option<Run>,
    terms: Terms,
    principal: Minor,
}

impl Part {
    fn opened(debt: &Debt) -> Result<Self, Fault> {
        let run = debt.due.map(|due| Run::new(debt.terms, due));
        Ok(Self {
            run: run.transpose()?,
            terms: debt.terms,
            principal: debt.principal.max(Minor::ZERO),
        })
    }

    /// Interest not paid, in minor units.
    fn interest(&self) -> Result<Minor, Fault> {
        self.run.as_ref().map_or(Ok(Minor::ZERO), Run::open)
    }

    fn pay_interest(&mut self, money: Minor) -> Result<Minor, Fault> {
        self.run
            .as_mut()
            .map_or(Ok(Minor::ZERO), |run| run.pay(money))
    }

    fn pay_principal(&mut self, money: Minor) -> Minor {
        let taken = money.min(self.principal);
        self.principal -= taken;
        taken
    }

    fn standing(self) -> Result<Standing, Fault> {
        let Some(run) = self.run else {
            return Ok(Standing {
                segments: Vec::new(),
                principal: self.principal,
                interest: Minor::ZERO,
                accrued: Minor::ZERO,
                per_day: Minor::ZERO,
                stale: None,
            });
        };
        let last = run.segments.last();
        Ok(Standing {
            principal: self.principal,
            interest: run.open()?,
            accrued: run.accrued()?,
            per_day: run.per_day(self.principal)?,
            stale: last.and_then(|segment| self.terms.stale(segment.through)),
            segments: run.segments,
        })
    }
}

struct Story {
    parts: Vec<Part>,
    costs: Minor,
    claimed: Minor,
    left: Minor,
    splits: Vec<Split>,
}

impl Story {
    fn advance(&mut self, through: NaiveDate) -> Result<(), Fault> {
        for part in &mut self.parts {
            if let Some(run) = &mut part.run {
                run.advance(part.principal, through)?;
            }
        }
        Ok(())
    }

    fn happens(&mut self, place: usize, event: &Event) -> Result<(), Fault> {
        self.advance(event.date)?;
        let mut split = self.split(place, event.date);
        match event.what {
            What::Costs(costs) => {
                self.costs += costs;
                return Ok(());
            }
            What::Interest(interest) => {
                self.claimed += interest;
                return Ok(());
            }
            What::Reversal(of) => return self.reverse(of, event.date),
            What::Payment(money) => {
                let rest = money - self.pay_costs(&mut split, money);
                let rest = rest - self.pay_claimed(&mut split, rest);
                split.left = self.pay_parts(&mut split, rest)?;
            }
            What::Credit(credit) => split.left = self.pay_principals(&mut split, credit),
            What::WaivedCosts(costs) => {
                self.pay_costs(&mut split, costs);
            }
            What::WaivedInterest(interest) => {
                let rest = interest - self.pay_claimed(&mut split, interest);
                self.pay_interest(&mut split, rest)?;
            }
            What::Quits => self.quit(&mut split)?,
        }
        self.left += split.left;
        self.splits.push(split);
        Ok(())
    }

    fn split(&self, event: usize, date: NaiveDate) -> Split {
        Split {
            event,
            date,
            costs: Minor::ZERO,
            claimed: Minor::ZERO,
            parts: vec![Taken::default(); self.parts.len()],
            left: Minor::ZERO,
            reversed: None,
        }
    }

    fn pay_costs(&mut self, split: &mut Split, money: Minor) -> Minor {
        let taken = money.min(self.costs);
        self.costs -= taken;
        split.costs += taken;
        taken
    }

    fn pay_claimed(&mut self, split: &mut Split, money: Minor) -> Minor {
        let taken = money.min(self.claimed);
        self.claimed -= taken;
        split.claimed += taken;
        taken
    }

    /// Part by part: its interest, then its principal. Answers what is left of the money.
    fn pay_parts(&mut self, split: &mut Split, money: Minor) -> Result<Minor, Fault> {
        let mut rest = money;
        for (part, taken) in self.parts.iter_mut().zip(&mut split.parts) {
            if !rest.is_positive() {
                break;
            }
            taken.interest = part.pay_interest(rest)?;
            rest -= taken.interest;
            taken.principal = part.pay_principal(rest);
            rest -= taken.principal;
        }
        Ok(rest)
    }

    fn pay_principals(&mut self, split: &mut Split, money: Minor) -> Minor {
        let mut rest = money;
        for (part, taken) in self.parts.iter_mut().zip(&mut split.parts) {
            taken.principal = part.pay_principal(rest);
            rest -= taken.principal;
        }
        rest
    }

    fn pay_interest(&mut self, split: &mut Split, money: Minor) -> Result<(), Fault> {
        let mut rest = money;
        for (part, taken) in self.parts.iter_mut().zip(&mut split.parts) {
            if rest.is_positive() {
                taken.interest = part.pay_interest(rest)?;
                rest -= taken.interest;
            }
        }
        Ok(())
    }

    fn quit(&mut self, split: &mut Split) -> Result<(), Fault> {
        let (costs, claimed) = (self.costs, self.claimed);
        self.pay_costs(split, costs);
        self.pay_claimed(split, claimed);
        for (part, taken) in self.parts.iter_mut().zip(&mut split.parts) {
            taken.interest = part.interest()?;
            part.pay_interest(taken.interest)?;
            taken.principal = part.pay_principal(part.principal);
        }
        Ok(())
    }

    fn reverse(&mut self, of: usize, date: NaiveDate) -> Result<(), Fault> {
        let mut splits = self.splits.iter_mut();
        let split = splits.find(|split| split.event == of && split.reversed.is_none());
        let split = split.ok_or(Fault::NoSuchPayment(of))?;
        split.reversed = Some(date);
        self.costs += split.costs;
        self.claimed += split.claimed;
        self.left -= split.left;
        for (part, taken) in self.parts.iter_mut().zip(&split.parts) {
            part.principal += taken.principal;
            if let Some(run) = part.run.as_mut().filter(|_| taken.interest.is_positive()) {
                run.reopen(taken.interest)?;
            }
        }
        Ok(())
    }

    fn close(self) -> Result<Claim, Fault> {
        let parts = self.parts.into_iter().map(Part::standing);
        Ok(Claim {
            parts: parts.collect::<Result<_, _>>()?,
            splits: self.splits,
            costs: self.costs,
            claimed: self.claimed,
            left: self.left,
        })
    }
}
