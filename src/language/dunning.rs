//! Words about stages, what keeps letters back, and what to do in the morning.

use chrono::NaiveDate;

/// What `stages`, `next` and `policy` say.
#[derive(Debug)]
pub struct DunningWords {
    /// Title of `next`.
    pub worklist: &'static str,
    /// Title of `stages`.
    pub stages: &'static str,
    /// Headings of columns.
    pub heading: DunningHeadings,
    /// What the built-in steps are called; `None` for a name of the user's own.
    pub stage: fn(&str) -> Option<&'static str>,
    /// What closes gates.
    pub blocker: BlockerWords,
    /// What to do.
    pub action: ActionWords,
    /// Why.
    pub reason: TaskReasonWords,
    /// There is nothing to do on a day.
    pub nothing_to_do: fn(NaiveDate) -> String,
    /// No bank data were ever entered, so nobody knows whether a payment is missing in the journal.
    pub bank_unknown: &'static str,
    /// The page looks ahead: with what is known on a day.
    pub known_on: &'static str,
    /// The principal is closed, charges are open.
    pub only_charges: &'static str,
    /// What a step waits for, in `show --explain`.
    pub wait: WaitWords,
}

/// Headings of columns.
#[derive(Debug)]
pub struct DunningHeadings {
    /// Since when it can be done.
    pub since: &'static str,
    /// What to do.
    pub action: &'static str,
    /// How.
    pub channel: &'static str,
    /// Why.
    pub reason: &'static str,
    /// When the last letter went out.
    pub stage_date: &'static str,
    /// Until when a hold lasts.
    pub hold_until: &'static str,
    /// Which step is next.
    pub next_stage: &'static str,
    /// From which day it is possible.
    pub next_date: &'static str,
    /// What keeps it back.
    pub blocked_by: &'static str,
}

/// What closes gates.
#[derive(Debug)]
#[allow(missing_docs, reason = "each is the gate it translates")]
pub struct BlockerWords {
    pub bank_stale: &'static str,
    pub unallocated_money: &'static str,
    pub credit_covers_overdue: &'static str,
    pub below_tolerance: &'static str,
    pub below_minimum: &'static str,
    pub no_agency: &'static str,
    pub no_channel: &'static str,
}

/// What to do.
#[derive(Debug)]
#[allow(missing_docs, reason = "each is the action it translates")]
pub struct ActionWords {
    pub bank: &'static str,
    pub allocate: &'static str,
    pub use_credit: &'static str,
    pub promise_broken: &'static str,
    pub instalment_missed: &'static str,
    pub settlement_lapsed: &'static str,
    /// Send the letter of a stage, by these channels.
    pub send: fn(&str, &str) -> String,
    pub phone: &'static str,
    pub follow_up: &'static str,
    pub dispute: &'static str,
    pub hold: &'static str,
    pub handover: &'static str,
    pub file_claim: &'static str,
    pub decide: &'static str,
    pub close: &'static str,
    pub limitation: &'static str,
    pub vat_reclaim: &'static str,
    pub vat_due_again: &'static str,
}

/// Why something is to be done.
#[derive(Debug)]
pub struct TaskReasonWords {
    /// Due on a day that has come or is to come.
    pub due: fn(NaiveDate) -> String,
    /// Time enough since the letter of a day.
    pub gap: fn(NaiveDate) -> String,
    /// The letter of a day gave time through another.
    pub deadline: fn(NaiveDate, NaiveDate) -> String,
    /// A hold, by its word, that began on a day is over.
    pub hold_over: fn(&str, NaiveDate) -> String,
    /// A payment was reversed on a day.
    pub reversal: fn(NaiveDate) -> String,
    /// The letter went out on a day; nobody called.
    pub call_open: fn(NaiveDate) -> String,
    /// Promised by a day, and what was received; the amount and the day where they are written.
    pub broken_promise: fn(Option<&str>, Option<NaiveDate>, &str) -> String,
    /// Nothing was received for a promise.
    pub nothing_received: &'static str,
    /// A term of a plan was not paid: how much, of which day.
    pub missed_instalment: fn(&str, NaiveDate) -> String,
    /// Noted on a day, in these words.
    pub follow_up_noted: fn(NaiveDate, &str) -> String,
    /// Without an end since a day, in these words.
    pub open_entry: fn(NaiveDate, &str) -> String,
    /// All steps are done, the last on a day.
    pub ladder_exhausted: fn(NaiveDate) -> String,
    /// Only charges are open.
    pub only_charges: &'static str,
    /// An offer of a day to settle for an amount lapsed.
    pub lapsed_settlement: fn(&str, NaiveDate) -> String,
    /// Too little to ask for; the line to write.
    pub below_tolerance: fn(&str) -> String,
    /// Bank data end on a day.
    pub bank_ends: fn(NaiveDate) -> String,
    /// So much VAT is in it.
    pub vat: fn(&str) -> String,
    /// The last day on which it can be claimed.
    pub limitation_end: fn(NaiveDate) -> String,
}

/// What a step waits for.
#[derive(Debug)]
pub struct WaitWords {
    /// The heading over them.
    pub heading: fn(&str) -> String,
    /// No step is next: the ladder is at its end.
    pub ladder_exhausted: &'static str,
    /// So long after the due date, or before it.
    pub after_due: fn(&str, NaiveDate) -> String,
    /// So long before the due date.
    pub before_due: fn(&str, NaiveDate) -> String,
    /// So long after the letter of a day.
    pub gap: fn(&str, NaiveDate) -> String,
    /// The letter of a day gave time through another, and the bank so long.
    pub deadline: fn(NaiveDate, NaiveDate, &str) -> String,
    /// A hold, by its word, that began on a day.
    pub hold: fn(&str, NaiveDate) -> String,
    /// A payment was reversed on a day.
    pub reversal: fn(NaiveDate) -> String,
    /// It is possible from a day.
    pub possible_from: fn(NaiveDate) -> String,
    /// Nobody knows from when.
    pub unknown: &'static str,
}
