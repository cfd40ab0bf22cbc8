//! Replays the events of a debt in the statutory order: a payment covers costs, then interest, then principal (NL: BW
//! 6:44).
//!
//! A debt may fall due in parts, each of which is a debt of its own: its interest is paid before its principal, and an
//! earlier part of the list before a later one (NL: BW 6:43, where the debtor named no part). Costs are paid before all
//! parts.

use super::interest::{InterestAccrual, InterestError, InterestMethod, InterestSegment};
use super::jurisdiction::dated_table::StaleTable;
use crate::value::exact_amount::ExactAmount;
use crate::value::money::Minor;
use chrono::NaiveDate;

/// One part of a debt: an instalment, or the whole.
#[derive(Clone, Copy, Debug)]
pub struct Debt {
    /// The principal owed on the due date, VAT included, in minor units.
    pub principal: Minor,
    /// The last day to pay without being late; `None` while it depends on an event without a date.
    pub due: Option<NaiveDate>,
    /// How interest on it is computed.
    pub interest_method: InterestMethod,
}

/// A change to a debt, which counts at the end of its day. Amounts are above zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DebtChange {
    /// Costs are owed from this day on. Leave out costs that were only announced (NL: BW 6:96 lid 6).
    Costs(Minor),
    /// Interest is owed that was claimed as a sum instead of being computed here.
    Interest(Minor),
    /// A payment came in.
    Payment(Minor),
    /// A credit note, or principal that was given up. It lowers principal only.
    Credit(Minor),
    /// Costs are no longer claimed.
    CostsWaiver(Minor),
    /// Interest is no longer claimed.
    InterestWaiver(Minor),
    /// All that is still owed was given up.
    Remission,
    /// The payment at this index of the events was reversed.
    Reversal(usize),
}

/// A change to a debt, and its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DebtEvent {
    /// The day of the change.
    pub date: NaiveDate,
    /// The change.
    pub change: DebtChange,
}

/// How one payment, or another change that lowers the debt, was divided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaymentSplit {
    /// The index of the change in the list of events.
    pub event_index: usize,
    /// The day of the change.
    pub date: NaiveDate,
    /// The part that covered costs.
    pub costs: Minor,
    /// The part that covered interest claimed as a sum.
    pub claimed_interest: Minor,
    /// The parts that covered interest and principal, one entry for each part of the debt, in order.
    pub parts: Vec<PartAllocation>,
    /// The rest, which exceeds what was owed.
    pub surplus: Minor,
    /// The day on which the payment was reversed; `None` where it still counts.
    pub reversed_on: Option<NaiveDate>,
}

/// What one part of a debt received.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PartAllocation {
    /// The amount that covered interest, up to and including the day.
    pub interest: Minor,
    /// The amount that covered principal.
    pub principal: Minor,
}

impl PaymentSplit {
    /// The amount that covered interest of the first `parts` parts.
    pub fn interest_of_first(&self, parts: usize) -> Minor {
        let reckoned = self.parts.iter().take(parts).map(|taken| taken.interest);
        self.claimed_interest + reckoned.sum::<Minor>()
    }

    /// The amount that covered principal of the first `parts` parts.
    pub fn principal_of_first(&self, parts: usize) -> Minor {
        let principals = self.parts.iter().take(parts).map(|taken| taken.principal);
        principals.sum()
    }
}

/// One part of a debt at the end of the day.
#[derive(Clone, Debug)]
pub struct PartBalance {
    /// The segments of interest; their rounded amounts add up to [`PartBalance::accrued`].
    pub segments: Vec<InterestSegment>,
    /// The open principal.
    pub principal: Minor,
    /// The open interest, up to and including the day.
    pub interest: Minor,
    /// All interest, paid or not.
    pub accrued: Minor,
    /// The interest that each further day adds while nothing changes, before it is rounded.
    pub per_day: ExactAmount,
    /// The warning that the rates were not checked up to the day; `None` where they were.
    pub stale: Option<StaleTable>,
}

/// What is owed on a debt on a day, with all that it consists of.
#[derive(Clone, Debug)]
pub struct DebtBalance {
    /// The parts, in the order given.
    pub parts: Vec<PartBalance>,
    /// How each payment was divided, in order of time.
    pub splits: Vec<PaymentSplit>,
    /// The open costs.
    pub costs: Minor,
    /// The open interest that was claimed as a sum.
    pub claimed_interest: Minor,
    /// Payments and credits beyond what was owed.
    pub surplus: Minor,
}

impl DebtBalance {
    /// The open principal of all parts.
    pub fn total_principal(&self) -> Minor {
        self.parts.iter().map(|part| part.principal).sum()
    }

    /// The open interest of all parts, including that claimed as a sum.
    pub fn total_interest(&self) -> Minor {
        let reckoned: Minor = self.parts.iter().map(|part| part.interest).sum();
        self.claimed_interest + reckoned
    }

    /// All that is owed: costs, interest and principal.
    pub fn total(&self) -> Minor {
        self.total_principal() + self.costs + self.total_interest()
    }
}

/// Replays a debt through a day. `parts` come in the order in which they are paid. `events` come in order of date;
/// events of one day keep the order given, and events after the day are left out.
///
/// # Errors
/// The table has no rate for a day, a figure is too large, or a reversal refers to no payment that still counts.
///
/// ```
/// use tegoed::policy::interest::InterestMethod;
/// use tegoed::policy::replay::{Debt, DebtEvent, DebtChange, replay_debt};
/// use tegoed::value::{calendar::date_from_ymd, money::Minor, exact_amount::DayCount, share::Share};
/// let due = date_from_ymd(2026, 1, 31).ok_or("no such day")?;
/// let paid = date_from_ymd(2026, 2, 15).ok_or("no such day")?;
/// let interest_method = InterestMethod::agreed(Share::from_hundredths(800), DayCount::Days365);
/// let debt = Debt { principal: Minor(1_000_00), due: Some(due), interest_method };
/// let events = [
///     DebtEvent { date: due, change: DebtChange::Costs(Minor(40_00)) },
///     DebtEvent { date: paid, change: DebtChange::Payment(Minor(500_00)) },
/// ];
/// let claim = replay_debt(&[debt], &events, paid).map_err(|_| "no rate")?;
/// let split = claim.splits.first().ok_or("no payment")?;
/// assert_eq!((split.costs, split.interest_of_first(1)), (Minor(40_00), Minor(3_29)));
/// assert_eq!(split.principal_of_first(1), Minor(456_71));
/// assert_eq!(claim.total_principal(), Minor(543_29));
/// # Ok::<(), &str>(())
/// ```
pub fn replay_debt(
    parts: &[Debt],
    events: &[DebtEvent],
    through: NaiveDate,
) -> Result<DebtBalance, InterestError> {
    let opened = parts.iter().map(PartState::from_debt);
    let mut story = Replay {
        parts: opened.collect::<Result<_, _>>()?,
        costs: Minor::ZERO,
        claimed_interest: Minor::ZERO,
        surplus: Minor::ZERO,
        splits: Vec::new(),
    };
    let mut order: Vec<(usize, &DebtEvent)> = events.iter().enumerate().collect();
    order.sort_by_key(|(_, event)| event.date);
    order.retain(|(_, event)| event.date <= through);
    for (place, event) in order {
        story.apply(place, event)?;
    }
    story.advance_to(through)?;
    story.into_balance()
}

/// One part of a debt during the replay. Without a due date it bears no interest.
struct PartState {
    accrual: Option<InterestAccrual>,
    interest_method: InterestMethod,
    principal: Minor,
}

impl PartState {
    fn from_debt(debt: &Debt) -> Result<Self, InterestError> {
        let run = debt
            .due
            .map(|due| InterestAccrual::new(debt.interest_method, due));
        Ok(Self {
            accrual: run.transpose()?,
            interest_method: debt.interest_method,
            principal: debt.principal.max(Minor::ZERO),
        })
    }

    /// The interest that is not paid, in minor units.
    fn unpaid_interest(&self) -> Result<Minor, InterestError> {
        self.accrual
            .as_ref()
            .map_or(Ok(Minor::ZERO), InterestAccrual::unpaid)
    }

    fn pay_interest(&mut self, money: Minor) -> Result<Minor, InterestError> {
        self.accrual
            .as_mut()
            .map_or(Ok(Minor::ZERO), |run| run.pay_interest(money))
    }

    fn pay_principal(&mut self, money: Minor) -> Minor {
        let taken = money.min(self.principal);
        self.principal -= taken;
        taken
    }

    fn into_balance(self) -> Result<PartBalance, InterestError> {
        let Some(run) = self.accrual else {
            return Ok(PartBalance {
                segments: Vec::new(),
                principal: self.principal,
                interest: Minor::ZERO,
                accrued: Minor::ZERO,
                per_day: ExactAmount::ZERO,
                stale: None,
            });
        };
        let last = run.segments.last();
        Ok(PartBalance {
            principal: self.principal,
            interest: run.unpaid()?,
            accrued: run.accrued()?,
            per_day: run.daily_interest(self.principal)?,
            stale: last.and_then(|segment| self.interest_method.staleness_on(segment.through)),
            segments: run.segments,
        })
    }
}

struct Replay {
    parts: Vec<PartState>,
    costs: Minor,
    claimed_interest: Minor,
    surplus: Minor,
    splits: Vec<PaymentSplit>,
}

impl Replay {
    fn advance_to(&mut self, through: NaiveDate) -> Result<(), InterestError> {
        for part in &mut self.parts {
            if let Some(run) = &mut part.accrual {
                run.accrue_through(part.principal, through)?;
            }
        }
        Ok(())
    }

    fn apply(&mut self, place: usize, event: &DebtEvent) -> Result<(), InterestError> {
        self.advance_to(event.date)?;
        let mut split = self.new_split(place, event.date);
        match event.change {
            DebtChange::Costs(costs) => {
                self.costs += costs;
                return Ok(());
            }
            DebtChange::Interest(interest) => {
                self.claimed_interest += interest;
                return Ok(());
            }
            DebtChange::Reversal(of) => return self.reverse_payment(of, event.date),
            DebtChange::Payment(money) => {
                let rest = money - self.pay_costs(&mut split, money);
                let rest = rest - self.pay_claimed_interest(&mut split, rest);
                split.surplus = self.pay_parts(&mut split, rest)?;
            }
            DebtChange::Credit(credit) => split.surplus = self.pay_principals(&mut split, credit),
            DebtChange::CostsWaiver(costs) => {
                self.pay_costs(&mut split, costs);
            }
            DebtChange::InterestWaiver(interest) => {
                let rest = interest - self.pay_claimed_interest(&mut split, interest);
                self.pay_interest(&mut split, rest)?;
            }
            DebtChange::Remission => self.remit_all(&mut split)?,
        }
        self.surplus += split.surplus;
        self.splits.push(split);
        Ok(())
    }

    fn new_split(&self, event: usize, date: NaiveDate) -> PaymentSplit {
        PaymentSplit {
            event_index: event,
            date,
            costs: Minor::ZERO,
            claimed_interest: Minor::ZERO,
            parts: vec![PartAllocation::default(); self.parts.len()],
            surplus: Minor::ZERO,
            reversed_on: None,
        }
    }

    fn pay_costs(&mut self, split: &mut PaymentSplit, money: Minor) -> Minor {
        let taken = money.min(self.costs);
        self.costs -= taken;
        split.costs += taken;
        taken
    }

    fn pay_claimed_interest(&mut self, split: &mut PaymentSplit, money: Minor) -> Minor {
        let taken = money.min(self.claimed_interest);
        self.claimed_interest -= taken;
        split.claimed_interest += taken;
        taken
    }

    /// Pays the interest and then the principal of each part in turn. Returns the money that is left.
    fn pay_parts(
        &mut self,
        split: &mut PaymentSplit,
        money: Minor,
    ) -> Result<Minor, InterestError> {
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

    fn pay_principals(&mut self, split: &mut PaymentSplit, money: Minor) -> Minor {
        let mut rest = money;
        for (part, taken) in self.parts.iter_mut().zip(&mut split.parts) {
            taken.principal = part.pay_principal(rest);
            rest -= taken.principal;
        }
        rest
    }

    fn pay_interest(
        &mut self,
        split: &mut PaymentSplit,
        money: Minor,
    ) -> Result<(), InterestError> {
        let mut rest = money;
        for (part, taken) in self.parts.iter_mut().zip(&mut split.parts) {
            if rest.is_positive() {
                taken.interest = part.pay_interest(rest)?;
                rest -= taken.interest;
            }
        }
        Ok(())
    }

    fn remit_all(&mut self, split: &mut PaymentSplit) -> Result<(), InterestError> {
        let (costs, claimed) = (self.costs, self.claimed_interest);
        self.pay_costs(split, costs);
        self.pay_claimed_interest(split, claimed);
        for (part, taken) in self.parts.iter_mut().zip(&mut split.parts) {
            taken.interest = part.unpaid_interest()?;
            part.pay_interest(taken.interest)?;
            taken.principal = part.pay_principal(part.principal);
        }
        Ok(())
    }

    fn reverse_payment(&mut self, of: usize, date: NaiveDate) -> Result<(), InterestError> {
        let mut splits = self.splits.iter_mut();
        let split = splits.find(|split| split.event_index == of && split.reversed_on.is_none());
        let split = split.ok_or(InterestError::NoSuchPayment(of))?;
        split.reversed_on = Some(date);
        self.costs += split.costs;
        self.claimed_interest += split.claimed_interest;
        self.surplus -= split.surplus;
        for (part, taken) in self.parts.iter_mut().zip(&split.parts) {
            part.principal += taken.principal;
            if let Some(run) = part
                .accrual
                .as_mut()
                .filter(|_| taken.interest.is_positive())
            {
                run.reopen_interest(taken.interest)?;
            }
        }
        Ok(())
    }

    fn into_balance(self) -> Result<DebtBalance, InterestError> {
        let parts = self.parts.into_iter().map(PartState::into_balance);
        Ok(DebtBalance {
            parts: parts.collect::<Result<_, _>>()?,
            splits: self.splits,
            costs: self.costs,
            claimed_interest: self.claimed_interest,
            surplus: self.surplus,
        })
    }
}
