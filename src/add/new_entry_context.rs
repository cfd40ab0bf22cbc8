//! What an entry is made with: the journal that it is for, what is open, and the day.

use crate::journal::model::Journal;
use crate::ledger::model::Ledger;
use crate::syntax::dialect::Dialect;
use chrono::NaiveDate;

/// What an entry is made with.
#[derive(Clone, Copy, Debug)]
pub struct NewEntryContext<'a> {
    /// The journal that it is for.
    pub journal: &'a Journal,
    /// What is open.
    pub ledger: &'a Ledger,
    /// The day from which days such as `yesterday` count.
    pub today: NaiveDate,
}

impl NewEntryContext<'_> {
    /// How the journal writes amounts.
    pub const fn dialect(&self) -> Dialect {
        self.journal.dialect()
    }
}
