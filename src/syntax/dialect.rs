//! The declarations of the root file that decide how amounts are read.

use crate::value::currency::Currency;

/// How amounts are written in a journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dialect {
    /// The declared decimal mark; `None` while no line declares one.
    pub mark: Option<char>,
    /// The currency of amounts without a code.
    pub currency: Currency,
}

impl Default for Dialect {
    fn default() -> Self {
        Self {
            mark: None,
            currency: Currency::EUR,
        }
    }
}
