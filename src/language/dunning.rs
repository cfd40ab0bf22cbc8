//! The words of `stages`, `next` and `policy`: stages, blockers and tasks.

use chrono::NaiveDate;

/// The words of `stages`, `next` and `policy`.
#[derive(Clone, Copy, Debug)]
pub struct DunningWords {
    /// The title of `next`.
    pub worklist: &'static str,
    /// The title of `stages`.
    pub stages: &'static str,
    /// The headings of columns.
    pub heading: DunningHeadings,
    /// The label of a built-in stage; `None` for a name that the user chose.
    pub stage: fn(&str) -> Option<&'static str>,
    /// The names of the blockers of letters.
    pub blocker: BlockerWords,
    /// The names of the tasks.
    pub action: ActionWords,
    /// The reasons of tasks.
    pub reason: TaskReasonWords,
    /// Says that there is nothing to do on this day.
    pub nothing_to_do: fn(NaiveDate) -> String,
    /// Says that this person looks after nothing on this day.
    pub nothing_for_owner: fn(NaiveDate, &str) -> String,
    /// Says that no `owner` has this name.
    pub unknown_owner: fn(&str) -> String,
    /// No bank data were ever entered, so that payments may be missing in the journal.
    pub bank_unknown: &'static str,
    /// The note that the page looks ahead, with what is known on a day.
    pub known_on: &'static str,
    /// The day since which work for a customer is stopped.
    pub suspended_since: &'static str,
    /// The principal is closed and only charges are open.
    pub only_charges: &'static str,
    /// The conditions of a step, in `show --explain`.
    pub wait: WaitWords,
}

/// The headings of columns.
#[derive(Clone, Copy, Debug)]
pub struct DunningHeadings {
    /// The day since which a task can be done.
    pub since: &'static str,
    /// The task.
    pub action: &'static str,
    /// The channel of a letter or call.
    pub channel: &'static str,
    /// Who of us looks after a task.
    pub owner: &'static str,
    /// The reason of a task.
    pub reason: &'static str,
    /// The day of the last letter.
    pub stage_date: &'static str,
    /// The last day of a hold.
    pub hold_until: &'static str,
    /// What may not be asked on the day.
    pub not_asked: &'static str,
    /// The next step.
    pub next_stage: &'static str,
    /// The day from which the next step is possible.
    pub next_date: &'static str,
    /// The blockers of the next step.
    pub blocked_by: &'static str,
}

/// The names of the blockers of letters.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "each is the gate it translates")]
pub struct BlockerWords {
    pub bank_stale: &'static str,
    pub unallocated_money: &'static str,
    pub credit_covers_overdue: &'static str,
    pub below_tolerance: &'static str,
    pub below_minimum: &'static str,
    pub no_agency: &'static str,
    pub self_below: &'static str,
    pub no_channel: &'static str,
    pub barred: &'static str,
}

/// The names of the tasks.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "each is the action it translates")]
pub struct ActionWords {
    pub bank: &'static str,
    pub find_payer: &'static str,
    pub allocate: &'static str,
    pub use_credit: &'static str,
    pub refund: &'static str,
    pub promise_broken: &'static str,
    pub instalment_missed: &'static str,
    pub settlement_lapsed: &'static str,
    /// Send the letter of a stage, by these channels.
    pub send: fn(&str, &str) -> String,
    pub phone: &'static str,
    pub follow_up: &'static str,
    pub invoice: &'static str,
    pub propose_plan: &'static str,
    pub send_invoice: &'static str,
    pub open_dispute: &'static str,
    pub dispute: &'static str,
    pub credit_note: &'static str,
    pub hold: &'static str,
    pub handover: &'static str,
    /// Write costs that are owed.
    pub write_costs: &'static str,
    pub file_claim: &'static str,
    pub suspension: &'static str,
    pub resume: &'static str,
    pub decide: &'static str,
    pub close: &'static str,
    pub limitation: &'static str,
    pub vat_reclaim: &'static str,
    pub vat_due_again: &'static str,
}

/// The reasons of tasks.
#[derive(Clone, Copy, Debug)]
pub struct TaskReasonWords {
    /// The due date, past or to come.
    pub due: fn(NaiveDate) -> String,
    /// Enough time has passed since the letter of this day.
    pub gap: fn(NaiveDate) -> String,
    /// Enough time has passed since a step was left out on this day.
    pub skipped: fn(NaiveDate) -> String,
    /// The letter of the first day gave time until the second.
    pub deadline: fn(NaiveDate, NaiveDate) -> String,
    /// A hold with this name, which began on this day, has ended.
    pub hold_over: fn(&str, NaiveDate) -> String,
    /// The part of a plan for this day did not come: the plan keeps nothing back any more.
    pub plan_part_missed: fn(NaiveDate) -> String,
    /// A payment was reversed on this day.
    pub reversal: fn(NaiveDate) -> String,
    /// What was to be the last letter was only spoken on this day: it is to be sent in writing.
    pub letter_spoken: fn(NaiveDate) -> String,
    /// The last letter of this day gave too short a term: a new one is to be sent.
    pub letter_too_short: fn(NaiveDate) -> String,
    /// The last letter of this day did not ask all that is asked now: a new one is to be sent.
    pub letter_asked_less: fn(NaiveDate) -> String,
    /// The letter went out on this day, and nobody has called.
    pub call_open: fn(NaiveDate) -> String,
    /// Nobody answered the call of this day.
    pub call_missed: fn(NaiveDate) -> String,
    /// The customer may not be handed over: what is left.
    pub barred_handover: &'static str,
    /// The amount is one that the policy leaves to the business itself: what is left.
    pub self_below: &'static str,
    /// Delivered on this day, with this text, and not invoiced.
    pub delivered: fn(NaiveDate, &str) -> String,
    /// The step with this name has no way that is allowed: what is left.
    pub barred_step: fn(&str) -> String,
    /// Too little for a letter since this due date: what is left.
    pub below_minimum: fn(NaiveDate) -> String,
    /// A promise was broken: amount and day where they are known, and what was received.
    pub broken_promise: fn(Option<&str>, Option<NaiveDate>, &str) -> String,
    /// Nothing was received for a promise.
    pub nothing_received: &'static str,
    /// Instalments of a plan were not paid: what is missing, their due dates, and how many. Without an amount they were paid
    /// too late.
    pub missed_instalments: fn(Option<&str>, &str, usize) -> String,
    /// Costs are owed since the term of a letter was over: the entry that claims them.
    pub costs_owed: fn(&str) -> String,
    /// All that is left of a plan is due, for that reason: how much.
    pub all_due: fn(&str) -> String,
    /// On a day the customer gave a reason, with this name; what to do and to write then.
    pub reason_given: fn(NaiveDate, &str, RemedyOfReason) -> String,
    /// So many stories did not check out, the last of this day.
    pub untrue_stories: fn(usize, NaiveDate) -> String,
    /// So often the customer would not tell why he does not pay, the last time on a day.
    pub no_reason_told: fn(usize, NaiveDate) -> String,
    /// Work was stopped by the letter of this day, and went on.
    pub delivered_meanwhile: fn(NaiveDate) -> String,
    /// Work was stopped by the letter of this day, and all is paid.
    pub suspension_paid: fn(NaiveDate) -> String,
    /// An appointment for this day, with this text: nobody wrote whether it was kept.
    pub appointment: fn(NaiveDate, &str) -> String,
    /// An appointment for this day, which was missed or called off as an entry of the second day says, with its text.
    pub appointment_missed: fn(NaiveDate, NaiveDate, &str) -> String,
    /// What is left where a missed part of a plan was asked for in vain.
    pub ways_for_a_plan: &'static str,
    /// A follow-up, noted on this day with this text.
    pub follow_up_noted: fn(NaiveDate, &str) -> String,
    /// An entry without an end, since this day, with this text.
    pub open_entry: fn(NaiveDate, &str) -> String,
    /// All steps of the ladder are done, the last on this day.
    pub ladder_exhausted: fn(NaiveDate) -> String,
    /// Nobody knows who paid: the words of the entry, and the only invoice open for that amount with its customer.
    pub payer_unknown: fn(&str, Option<(&str, &str)>) -> String,
    /// Nothing is open for a payment that nobody placed; the entry that pays it back.
    pub nothing_open_for_payment: fn(&str) -> String,
    /// Nothing is open for money on account; the entry that pays it back, and the customer.
    pub nothing_open_for_credit: fn(&str, &str) -> String,
    /// Only charges are open.
    pub only_charges: &'static str,
    /// A settlement for this amount, offered on this day, has lapsed.
    pub lapsed_settlement: fn(&str, NaiveDate) -> String,
    /// The open amount is too small to ask for; the journal line to write is given.
    pub below_tolerance: fn(&str) -> String,
    /// The bank data end on this day.
    pub bank_ends: fn(NaiveDate) -> String,
    /// The VAT inside the amount.
    pub vat: fn(&str) -> String,
    /// VAT at one rate: the amount and the rate.
    pub vat_at_rate: fn(&str, &str) -> String,
    /// The customer became insolvent on this day.
    pub vat_of_insolvent: fn(NaiveDate) -> String,
    /// It was written off on this day.
    pub vat_written_off: fn(NaiveDate) -> String,
    /// A settlement for less was reached on this day.
    pub vat_settled: fn(NaiveDate) -> String,
    /// The money of a credit note was paid out on a day.
    pub vat_credit_paid_out: fn(NaiveDate) -> String,
    /// The last day on which the invoice can be claimed.
    pub limitation_end: fn(NaiveDate) -> String,
    /// That day is past: what is left.
    pub barred_claim: fn(NaiveDate) -> String,
}

/// What helps against a reason for not paying.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RemedyOfReason {
    /// Offer a plan.
    Plan,
    /// Send the invoice again.
    Invoice,
    /// Write the dispute down.
    Dispute,
}

/// The conditions that a step waits for.
#[derive(Clone, Copy, Debug)]
pub struct WaitWords {
    /// The heading, with the name of the step.
    pub heading: fn(&str) -> String,
    /// No step is next, because the ladder is exhausted.
    pub ladder_exhausted: &'static str,
    /// The time after the due date, and the due date.
    pub after_due: fn(&str, NaiveDate) -> String,
    /// The time before the due date, and the due date.
    pub before_due: fn(&str, NaiveDate) -> String,
    /// The least time since the letter of a day.
    pub gap: fn(&str, NaiveDate) -> String,
    /// The least time since a step was left out on a day.
    pub skipped: fn(&str, NaiveDate) -> String,
    /// The letter of the first day gave time until the second, and the bank buffer is added.
    pub deadline: fn(NaiveDate, NaiveDate, &str) -> String,
    /// A hold with this name, which began on this day.
    pub hold: fn(&str, NaiveDate) -> String,
    /// A payment was reversed on this day.
    pub reversal: fn(NaiveDate) -> String,
    /// The step is possible from this day.
    pub possible_from: fn(NaiveDate) -> String,
    /// It is unknown when the step will be possible.
    pub unknown: &'static str,
}
