//! The words of `call`: the script for a call about overdue invoices.

use chrono::NaiveDate;

/// The words of the call script.
#[derive(Clone, Copy, Debug)]
pub struct CallWords {
    /// The title, with the name of the customer.
    pub title: fn(&str) -> String,
    /// Nothing of the customer is overdue, so there is no reason to call.
    pub nothing_overdue: &'static str,
    /// Nothing is overdue, but the work list has a promise that was not kept, or something to come back to.
    pub nothing_overdue_but_noted: &'static str,
    /// Everything overdue is on hold; what holds it stands below.
    pub all_on_hold: &'static str,
    /// What is overdue is covered by money that is here already.
    pub all_covered: &'static str,
    /// So much of the customer waits or stands on account.
    pub money_in_hand: fn(&str) -> String,
    /// Said on the phone: so much stands on account and was taken off.
    pub money_taken_off: fn(&str) -> String,
    /// Said on the phone: so much stands on account, and is taken off these invoices, which the call is not about.
    pub money_for_others: fn(&str, &str) -> String,
    /// Charges written on an invoice that the customer does not owe: the number, and how much.
    pub charges_not_owed: fn(&str, &str) -> String,
    /// For an invoice this amount is enough until this day: the discount for paying early.
    pub discount: fn(&str, &str, NaiveDate) -> String,
    /// The customer does not want to be called.
    pub not_by_phone: &'static str,
    /// The heading over what to check before the call.
    pub preparation_heading: &'static str,
    /// What to check before the call: for a consumer, and for a business.
    pub preparation: [&'static str; 2],
    /// The heading over what to say.
    pub script_heading: &'static str,
    /// The greeting: the business that calls, and the person to ask for where one is known.
    pub greeting: fn(business: &str, whom: Option<&str>) -> String,
    /// One overdue invoice: its number, due date and open amount.
    pub invoice: fn(&str, NaiveDate, &str) -> String,
    /// Several overdue invoices: their number, open amount, and the due date of the oldest.
    pub invoices: fn(usize, &str, NaiveDate) -> String,
    /// A broken promise: the day on which it was made, and the day that it named.
    pub broken_promise: fn(NaiveDate, NaiveDate) -> String,
    /// One overdue invoice of which several parts are late: its number, the due date of the first, and the open amount.
    pub invoice_in_parts: fn(&str, NaiveDate, &str) -> String,
    /// A plan of which parts were missed: the day on which it was made, which parts, and the amount.
    pub missed_plan: fn(NaiveDate, MissedTerms<'_>, &str) -> String,
    /// The same where that made all the rest due, which is the amount.
    pub ended_plan: fn(NaiveDate, MissedTerms<'_>, &str) -> String,
    /// The first question where several invoices are late.
    pub question_of_several: &'static str,
    /// The first question where a part of what is late is in dispute: what the customer complained of is known.
    pub question_of_disputed: &'static str,
    /// The questions to ask, and how to end the call: in the language of the customer.
    pub questions: [&'static str; 4],
    /// What to mind at each of them: in the language of who calls. Empty where there is nothing to mind.
    pub question_advice: [&'static str; 4],
    /// The heading over what is late and not asked.
    pub held_heading: &'static str,
    /// One invoice that something holds: its number, why, since when, and what was written.
    pub held: fn(&str, &str, NaiveDate, &str) -> String,
    /// What the customer said last of why it is not paid, and what helps.
    pub last_time: fn(&str) -> String,
    /// The heading over possible answers.
    pub answers_heading: &'static str,
    /// Possible answers: the word of the journal for the reason, an example of what the customer says, and how to
    /// react.
    pub answers: [(&'static str, &'static str, &'static str); 5],
    /// The heading over how to record the call.
    pub record_heading: &'static str,
    /// How to record the call: the text before and after the journal entry to write.
    pub record_instructions: [&'static str; 2],
}

/// The parts of a plan that were missed.
#[derive(Clone, Copy, Debug)]
pub struct MissedTerms<'d> {
    /// How many there are.
    pub count: usize,
    /// Their days.
    pub days: &'d str,
    /// Whether something came in for the first of them.
    pub is_part_paid: bool,
}
