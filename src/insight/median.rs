//! Medians of whole numbers, which may end in a half.

use std::fmt;

/// A number of halves: 7 means 3.5. A median of days is always a whole number or a half.
///
/// ```
/// use tegoed::insight::median::HalfDays;
/// assert_eq!([HalfDays(7), HalfDays(-1), HalfDays(-6)].map(|it| it.to_string()), ["3.5", "-0.5", "-3"]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct HalfDays(pub i64);

impl HalfDays {
    /// The number rounded up to a whole: half a day late counts as a day late.
    pub const fn rounded_up(self) -> i64 {
        self.0.saturating_add(1).div_euclid(2)
    }
}

impl fmt::Display for HalfDays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let part = if self.0 % 2 == 0 { "" } else { ".5" };
        write!(f, "{sign}{}{part}", self.0.unsigned_abs() / 2)
    }
}

/// The median of a sorted list: the middle number, or the mean of the two in the middle. `None` for an empty list.
///
/// ```
/// use tegoed::insight::median::{HalfDays, median};
/// assert_eq!(median(&[1, 2, 9]), Some(HalfDays(4)));
/// assert_eq!(median(&[-1, 2, 3, 9]), Some(HalfDays(5)));
/// assert_eq!(median(&[]), None);
/// ```
pub fn median(sorted: &[i64]) -> Option<HalfDays> {
    let upper = sorted.get(sorted.len() / 2)?;
    let lower = sorted.get(sorted.len().checked_sub(1)? / 2)?;
    Some(HalfDays(upper.saturating_add(*lower)))
}
