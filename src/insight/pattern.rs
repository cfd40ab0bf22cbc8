//! Whether paying late is an exception or a habit, judged by the last twelve months.

use super::habit::Habit;
use crate::value::calendar::Duration;
use chrono::NaiveDate;

/// How far back items count.
pub const RECENT_PERIOD: Duration = Duration::Months(12);

/// Whether paying late is an exception or a habit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LatenessPattern {
    /// Too few items were settled to conclude anything.
    TooFew,
    /// In the last twelve months nothing was settled and nothing was late.
    Quiet,
    /// No item was late.
    OnTime,
    /// Exactly one item was late.
    OneOff,
    /// Two items were late, and they are less than half.
    Occasional,
    /// Three or more items were late, or at least half of them.
    Recurring,
}

/// The items that a pattern is judged by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecentItems {
    /// The number of items settled in the last twelve months, and of items late and still open.
    pub count: usize,
    /// The number of these that were late, or are.
    pub late: usize,
}

impl RecentItems {
    /// Counts the items in the twelve months up to and including a day.
    pub fn from_habit(habit: &Habit, as_of: NaiveDate) -> Self {
        let begin = RECENT_PERIOD.date_before(as_of);
        let settled = habit.settled_items().iter();
        let recent = settled.filter(|it| begin.is_none_or(|begin| it.settled_on > begin));
        let overdue = habit.overdue_items().len();
        let mut counted = Self {
            count: overdue,
            late: overdue,
        };
        for item in recent {
            counted.count = counted.count.saturating_add(1);
            counted.late = counted.late.saturating_add(usize::from(item.days_late > 0));
        }
        counted
    }
}

/// Whether paying late is an exception or a habit of the customer.
pub fn lateness_pattern(habit: &Habit, as_of: NaiveDate) -> LatenessPattern {
    let RecentItems { count, late } = RecentItems::from_habit(habit, as_of);
    match late {
        _ if !habit.is_known() => LatenessPattern::TooFew,
        0 if count == 0 => LatenessPattern::Quiet,
        0 => LatenessPattern::OnTime,
        1 => LatenessPattern::OneOff,
        _ if late >= 3 || late.saturating_mul(2) >= count => LatenessPattern::Recurring,
        _ => LatenessPattern::Occasional,
    }
}
