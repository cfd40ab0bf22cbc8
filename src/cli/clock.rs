//! The only clock of the program: which day it is where the user sits.

use chrono::NaiveDate;

/// Today, by the computer's clock and time zone. Used only where no `--as-of` was given.
#[allow(
    clippy::disallowed_methods,
    reason = "this is the one place that may ask"
)]
pub fn today() -> NaiveDate {
    chrono::Local::now().date_naive()
}
