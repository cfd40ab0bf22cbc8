//! Words of the guide to a call about what is late.

use chrono::NaiveDate;

/// What stands in the guide to a call.
#[derive(Debug)]
pub struct CallWords {
    /// The title, with the name of the customer.
    pub title: fn(&str) -> String,
    /// Nothing of the customer is late on a day: there is nothing to call about.
    pub nothing_overdue: &'static str,
    /// Everything that is late is held: promised, disputed, with somebody else.
    pub all_on_hold: &'static str,
    /// The customer does not want to be called.
    pub not_by_phone: &'static str,
    /// Heading over what to look at first, and what to say to nobody but the customer.
    pub preparation_heading: &'static str,
    /// The same in sentences: with a private person, with a business.
    pub preparation: [&'static str; 2],
    /// Heading over what to say.
    pub script_heading: &'static str,
    /// Who calls, from where, and for whom.
    pub greeting: fn(business: &str, whom: Option<&str>) -> String,
    /// One invoice: its number, when it was due, what is open.
    pub invoice: fn(&str, NaiveDate, &str) -> String,
    /// Several: how many, what is open of them, when the oldest was due.
    pub invoices: fn(usize, &str, NaiveDate) -> String,
    /// A promise that was broken: the day it was made, the day it named.
    pub broken_promise: fn(NaiveDate, NaiveDate) -> String,
    /// The questions, each on its own, and how to end.
    pub questions: [&'static str; 4],
    /// Heading over what one may hear.
    pub answers_heading: &'static str,
    /// What one hears: the word of the journal for it, how it sounds, and what helps.
    pub answers: [(&'static str, &'static str, &'static str); 5],
    /// Heading over what to write down, and how.
    pub record_heading: &'static str,
    /// The same in a sentence; the entry stands between the two.
    pub record_instructions: [&'static str; 2],
}
