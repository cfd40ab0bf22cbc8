//! The middle of a list of whole numbers, which may be a half.

use std::fmt;

/// Twice a number: 7 is 3.5. A median of days is never anything but a whole number or a half.
///
/// ```
/// use tegoed::insight::halves::Halves;
/// assert_eq!([Halves(7), Halves(-1), Halves(-6)].map(|it| it.to_string()), ["3.5", "-0.5", "-3"]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Halves(pub i64);

impl Halves {
    /// The whole number not below it: half a day late is a day late.
    pub const fn rounded_up(self) -> i64 {
        self.0.saturating_add(1).div_euclid(2)
    }
}

impl fmt::Display for Halves {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let part = if self.0 % 2 == 0 { "" } else { ".5" };
        write!(f, "{sign}{}{part}", self.0.unsigned_abs() / 2)
    }
}

/// The number in the middle of a sorted list, or halfway between the two in the middle; `None` of nothing.
///
/// ```
/// use tegoed::insight::halves::{Halves, median};
/// assert_eq!(median(&[1, 2, 9]), Some(Halves(4)));
/// assert_eq!(median(&[-1, 2, 3, 9]), Some(Halves(5)));
/// assert_eq!(median(&[]), None);
/// ```
pub fn median(sorted: &[i64]) -> Option<Halves> {
    let upper = sorted.get(sorted.len() / 2)?;
    let lower = sorted.get(sorted.len().checked_sub(1)? / 2)?;
    Some(Halves(upper.saturating_add(*lower)))
}
