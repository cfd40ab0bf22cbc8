//! Whether paying late is an exception or a habit, by what happened in the last twelve months.

use super::habit::Habit;
use crate::value::calendar::Duration;
use chrono::NaiveDate;

/// How long ago counts.
pub const RECENT: Duration = Duration::Months(12);

/// Whether paying late is an exception or a habit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pattern {
    /// Fewer items were settled than one may conclude from.
    TooFew,
    /// Nothing was settled or late in the last twelve months.
    Quiet,
    /// Nothing was late.
    OnTime,
    /// Exactly one item was late.
    OneOff,
    /// Two were late, and they are less than half.
    Occasional,
    /// Three or more were late, or half of them or more.
    Recurring,
}

/// What a pattern was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recent {
    /// Items settled in the last twelve months, and items late and still open.
    pub count: usize,
    /// How many of them were late, or are.
    pub late: usize,
}

impl Recent {
    /// The twelve months up to and including a day.
    pub fn of(habit: &Habit, as_of: NaiveDate) -> Self {
        let begin = RECENT.date_before(as_of);
        let settled = habit.settled().iter();
        let recent = settled.filter(|it| begin.is_none_or(|begin| it.day > begin));
        let overdue = habit.overdue().len();
        let mut counted = Self {
            count: overdue,
            late: overdue,
        };
        for item in recent {
            counted.count = counted.count.saturating_add(1);
            counted.late = counted.late.saturating_add(usize::from(item.late > 0));
        }
        counted
    }
}

/// Whether paying late is an exception or a habit of his.
pub fn pattern(habit: &Habit, as_of: NaiveDate) -> Pattern {
    let Recent { count, late } = Recent::of(habit, as_of);
    match late {
        _ if !habit.is_known() => Pattern::TooFew,
        0 if count == 0 => Pattern::Quiet,
        0 => Pattern::OnTime,
        1 => Pattern::OneOff,
        _ if late >= 3 || late.saturating_mul(2) >= count => Pattern::Recurring,
        _ => Pattern::Occasional,
    }
}
