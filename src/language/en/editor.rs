//! What an editor says, in English.

use crate::language::editor::EditorWords;
use chrono::Weekday;

pub const EDITOR: EditorWords = EditorWords {
    weekday,
    days_from_today: |days| match days {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        -1 => "yesterday".to_owned(),
        ahead @ 2.. => format!("in {ahead} days"),
        ago => format!("{} days ago", ago.saturating_neg()),
    },
    open: |money| format!("{money} open"),
    nothing_open: "nothing open",
    days_late: |days| match days {
        1 => "1 day late".to_owned(),
        days => format!("{days} days late"),
    },
    due_in: |days| match days {
        0 => "due today".to_owned(),
        1 => "due tomorrow".to_owned(),
        days => format!("due in {days} days"),
    },
    today: "today",
    yesterday: "yesterday",
    day_above: "the day of the entry above",
    not_reached: "nobody was reached",
    planned: "still to come",
    held: "took place",
    called_off: "called off or moved",
    next_number: "the next number",
};

const fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}
