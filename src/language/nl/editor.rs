//! What an editor says, in Dutch.

use crate::language::editor::EditorWords;
use chrono::Weekday;

pub const EDITOR: EditorWords = EditorWords {
    weekday,
    days_from_today: |days| match days {
        0 => "vandaag".to_owned(),
        1 => "morgen".to_owned(),
        -1 => "gisteren".to_owned(),
        ahead @ 2.. => format!("over {ahead} dagen"),
        ago => format!("{} dagen geleden", ago.saturating_neg()),
    },
    open: |money| format!("{money} open"),
    nothing_open: "niets open",
    days_late: |days| match days {
        1 => "1 dag te laat".to_owned(),
        days => format!("{days} dagen te laat"),
    },
    due_in: |days| match days {
        0 => "vandaag te betalen".to_owned(),
        1 => "morgen te betalen".to_owned(),
        days => format!("te betalen over {days} dagen"),
    },
    today: "vandaag",
    yesterday: "gisteren",
    day_above: "de dag van de boeking hierboven",
    not_reached: "niemand bereikt",
    planned: "moet nog komen",
    held: "ging door",
    called_off: "afgezegd of verplaatst",
    next_number: "het volgende nummer",
};

const fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "maandag",
        Weekday::Tue => "dinsdag",
        Weekday::Wed => "woensdag",
        Weekday::Thu => "donderdag",
        Weekday::Fri => "vrijdag",
        Weekday::Sat => "zaterdag",
        Weekday::Sun => "zondag",
    }
}
