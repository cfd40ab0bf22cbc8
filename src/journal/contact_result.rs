//! What came of a contact, as far as letters and figures must know: whether anybody was reached.
//!
//! `outcome:` is one word of the user's choice (SPEC.md 8). Some of those words say that there was no contact at all.

use crate::value::appointment_outcome::AppointmentOutcome;
use std::borrow::Cow;

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
    /// It was not held, and nobody went or called in vain: `postponed`, `cancelled` and words like them.
    CalledOff,
}

/// Words behind `outcome:` that an editor offers: of the many that say so, one for each.
pub const OFFERED_OUTCOMES: [&str; 7] = [
    "no-answer",
    "voicemail",
    "busy",
    "planned",
    "held",
    "postponed",
    "cancelled",
];

/// Whether a word says that nobody was reached, in either language of the project. A `match` compares lengths first: a big
/// journal has half a million such words.
fn says_not_reached(word: &str) -> bool {
    matches!(
        word,
        "absent"
            | "afwezig"
            | "answering-machine"
            | "antwoordapparaat"
            | "away"
            | "bezet"
            | "bounced"
            | "busy"
            | "engaged"
            | "failed"
            | "gemist"
            | "hung-up"
            | "in-gesprek"
            | "ingesprek"
            | "ingesproken"
            | "left-message"
            | "line-busy"
            | "mailbox"
            | "message-left"
            | "mislukt"
            | "missed"
            | "niemand"
            | "noanswer"
            | "nobody"
            | "nobody-home"
            | "onbereikbaar"
            | "onbestelbaar"
            | "opgehangen"
            | "rang-out"
            | "retour"
            | "returned"
            | "teruggekomen"
            | "unanswered"
            | "unavailable"
            | "undelivered"
            | "unreachable"
            | "vergeefs"
            | "verkeerd-nummer"
            | "voice-mail"
            | "voicemail"
            | "weggedrukt"
            | "wrong-number"
            | "wrong-person"
    )
}

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
    "niemand-",
    "voicemail-",
    "left-voicemail",
    "wrong-",
    "busy-",
    "bounced-",
    "verkeerd-",
];

/// Whether a word says that it is still to come.
fn says_planned(word: &str) -> bool {
    matches!(
        word,
        "afgesproken"
            | "afspraak"
            | "agreed-date"
            | "appointment"
            | "booked"
            | "gepland"
            | "ingepland"
            | "planned"
            | "scheduled"
            | "to-do"
            | "todo"
            | "voorgenomen"
    )
}

/// Whether a word says that an appointment was called off or moved.
fn says_called_off(word: &str) -> bool {
    let moved = matches!(
        word,
        "afgelast"
            | "afgezegd"
            | "called-off"
            | "canceled"
            | "cancelled"
            | "geannuleerd"
            | "moved"
            | "postponed"
            | "rescheduled"
            | "uitgesteld"
            | "verplaatst"
            | "verschoven"
            | "verzet"
    );
    moved || word.starts_with("niet-doorgegaan")
}

/// What a word behind `outcome:` says of an appointment; `None` for any other word of the user's own.
///
/// ```
/// use tegoed::journal::contact_result::appointment_outcome;
/// use tegoed::value::appointment_outcome::AppointmentOutcome;
/// assert_eq!(appointment_outcome("Held"), Some(AppointmentOutcome::Held));
/// assert_eq!(appointment_outcome("verzet"), Some(AppointmentOutcome::Moved));
/// assert_eq!(appointment_outcome("offer-made"), None);
/// ```
pub fn appointment_outcome(word: &str) -> Option<AppointmentOutcome> {
    let word = normalize_outcome(word.trim());
    match &*word {
        "held" | "kept" | "took-place" | "doorgegaan" | "gehouden" => {
            Some(AppointmentOutcome::Held)
        }
        "afgelast" | "afgezegd" | "called-off" | "canceled" | "cancelled" | "geannuleerd" => {
            Some(AppointmentOutcome::CalledOff)
        }
        "moved" | "postponed" | "rescheduled" | "uitgesteld" | "verplaatst" | "verschoven"
        | "verzet" => Some(AppointmentOutcome::Moved),
        _ => None,
    }
}

impl ContactResult {
    /// What a word behind `outcome:` says.
    ///
    /// ```
    /// use tegoed::journal::contact_result::ContactResult;
    /// assert_eq!(ContactResult::from_outcome("Geen gehoor"), ContactResult::NotReached);
    /// assert_eq!(ContactResult::from_outcome("wrong_number"), ContactResult::NotReached);
    /// assert_eq!(ContactResult::from_outcome("gepland"), ContactResult::Planned);
    /// assert_eq!(ContactResult::from_outcome("niet doorgegaan"), ContactResult::CalledOff);
    /// assert_eq!(ContactResult::from_outcome("promised"), ContactResult::Held);
    /// ```
    pub fn from_outcome(word: &str) -> Self {
        let word = normalize_outcome(word.trim());
        let begins = |known: &&str| word.starts_with(*known);
        let begins_so = || word.contains('-') && NOT_REACHED_BEGINNINGS.iter().any(begins);
        if says_not_reached(&word) || begins_so() {
            Self::NotReached
        } else if says_planned(&word) {
            Self::Planned
        } else if says_called_off(&word) {
            Self::CalledOff
        } else {
            Self::Held
        }
    }
}

/// The word in small letters, with `-` for `_` and blanks. Most are written so.
fn normalize_outcome(word: &str) -> Cow<'_, str> {
    let is_normal = |byte: u8| byte == b'-' || byte.is_ascii_lowercase();
    if word.bytes().all(is_normal) {
        return Cow::Borrowed(word);
    }
    Cow::Owned(word.to_lowercase().replace(['_', ' '], "-"))
}
