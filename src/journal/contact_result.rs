//! What came of a contact, as far as letters and figures must know: whether anybody was reached.
//!
//! `outcome:` is one word of the user's choice (SPEC.md 8). Some of those words say that there was no contact at all.

/// Whether a contact took place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ContactResult {
    /// Nobody says so: `outcome:` is missing.
    #[default]
    Unsaid,
    /// It took place: `outcome:` is any other word.
    Held,
    /// Nobody was reached: `no-answer`, `voicemail` and words like them.
    NotReached,
    /// It is an appointment, and nobody says whether it was kept: `planned`.
    Planned,
}

/// Words that say that nobody was reached, in both languages of the project. `_` counts as `-`, capitals as small.
const NOT_REACHED: &[&str] = &[
    "absent",
    "afwezig",
    "antwoordapparaat",
    "answering-machine",
    "away",
    "bezet",
    "bounced",
    "busy",
    "cancelled",
    "canceled",
    "engaged",
    "failed",
    "geannuleerd",
    "gemist",
    "hung-up",
    "in-gesprek",
    "ingesprek",
    "left-message",
    "line-busy",
    "mailbox",
    "message-left",
    "missed",
    "mislukt",
    "niemand",
    "nobody",
    "noanswer",
    "nobody-home",
    "rang-out",
    "undelivered",
    "unreachable",
    "unanswered",
    "unavailable",
    "voicemail",
    "voice-mail",
    "wrong-number",
    "wrong-person",
    "onbereikbaar",
    "onbestelbaar",
    "opgehangen",
    "verkeerd-nummer",
    "vergeefs",
    "weggedrukt",
];

/// How words begin that say the same: `no-reply`, `not-home`, `geen-gehoor`, `niet-thuis`.
const NOT_REACHED_BEGINNINGS: &[&str] = &[
    "no-answer",
    "no-reply",
    "no-response",
    "no-contact",
    "no-show",
    "no-one",
    "no-pickup",
    "no-connection",
    "not-reached",
    "not-home",
    "not-at-home",
    "not-in",
    "not-available",
    "not-answered",
    "not-there",
    "nobody-",
    "geen-gehoor",
    "geen-antwoord",
    "geen-reactie",
    "geen-contact",
    "geen-verbinding",
    "niet-thuis",
    "niet-bereikt",
    "niet-bereikbaar",
    "niet-opgenomen",
    "niet-aanwezig",
    "niet-beschikbaar",
    "niet-gehaald",
    "niet-doorgegaan",
    "niemand-",
    "voicemail-",
    "left-voicemail",
    "wrong-",
    "busy-",
    "bounced-",
    "verkeerd-",
];

/// Words that say that it is still to come.
const PLANNED: &[&str] = &[
    "afgesproken",
    "afspraak",
    "agreed-date",
    "appointment",
    "booked",
    "gepland",
    "ingepland",
    "planned",
    "scheduled",
    "to-do",
    "todo",
];

impl ContactResult {
    /// What a word behind `outcome:` says.
    pub fn from_outcome(word: &str) -> Self {
        let word = word.trim().to_lowercase().replace(['_', ' '], "-");
        let begins = |known: &&str| word.starts_with(*known);
        if NOT_REACHED.contains(&word.as_str()) || NOT_REACHED_BEGINNINGS.iter().any(begins) {
            Self::NotReached
        } else if PLANNED.contains(&word.as_str()) {
            Self::Planned
        } else {
            Self::Held
        }
    }
}
