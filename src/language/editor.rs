//! What an editor says beside the text of a journal.

use chrono::Weekday;

/// Words beside the text of a journal.
#[derive(Clone, Copy, Debug)]
pub struct EditorWords {
    /// The name of a day of the week.
    pub weekday: fn(Weekday) -> &'static str,
    /// How far a day is from today: days ahead, below zero days ago.
    pub days_from_today: fn(i64) -> String,
    /// What is open of an invoice, as money in words.
    pub open: fn(&str) -> String,
    /// Nothing is open.
    pub nothing_open: &'static str,
    /// So many days late.
    pub days_late: fn(i64) -> String,
    /// Due in so many days; 0 is today.
    pub due_in: fn(i64) -> String,
    /// The day it is.
    pub today: &'static str,
    /// The day before it.
    pub yesterday: &'static str,
    /// The day of the entry above.
    pub day_above: &'static str,
    /// Of a contact: nobody was reached.
    pub not_reached: &'static str,
    /// Of a contact: it is still to come.
    pub planned: &'static str,
    /// Of a contact: it took place.
    pub held: &'static str,
    /// Of a contact: it was called off or moved.
    pub called_off: &'static str,
    /// The number that comes next in its row.
    pub next_number: &'static str,
}
