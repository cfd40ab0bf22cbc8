//! One deviation from the policy, and whether its finding was accepted.

use crate::document::Cell;
use crate::journal::model::CustomerIx;
use crate::report::shared::report_input::ReportInput;
use crate::text::span::Origin;
use crate::value::money::Money;
use chrono::NaiveDate;

/// Something that was done otherwise.
pub struct Deviation {
    /// Its day; `None` where it stands with the customer.
    pub date: Option<NaiveDate>,
    /// With whom.
    pub customer: Option<CustomerIx>,
    /// The numbers; empty where it is about all of the customer.
    pub invoice: Cell,
    /// What was done, for programs and for people.
    pub kind: (&'static str, &'static str),
    /// The step, the terms, or to whom.
    pub detail: Cell,
    /// The day it looks ahead to.
    pub until: Option<NaiveDate>,
    /// What was taken off, given up, or not asked.
    pub amount: Option<Money>,
    /// As written; empty where nobody wrote it.
    pub reason: String,
    /// The entry.
    pub origin: Origin,
}

/// Whether the entry at a place says that a finding of a code was looked at: the list has it among those accepted.
pub fn is_accepted(input: ReportInput<'_>, origin: Origin, code: &str) -> bool {
    let mut lines = input.day.journal.allow_lines.iter();
    lines.any(|line| line.entry.origin() == origin && *line.code == *code)
}
