//! The end of a month in other words than those of a journal: `30 dagen einde maand`.

use super::common_mistakes::dutch_duration;
use crate::syntax::duration::{DATE_UNITS, duration};
use crate::syntax::input::Input;
use crate::syntax::kinds;
use crate::syntax::rule::Fault;
use crate::syntax::table::{ArgumentForm, Slot};
use crate::text::edit::Edit;
use crate::text::hint::Help;
use crate::text::problem::Wanted;
use nom::Parser;

/// What contracts call the end of a month, the longer ones first.
const PHRASES: [&str; 14] = [
    "end of the month",
    "einde van de maand",
    "eind van de maand",
    "end of month",
    "einde maand",
    "fin de mois",
    "eind maand",
    "monatsende",
    "fine mese",
    "month end",
    "end month",
    "month-end",
    "ultimo",
    "eom",
];
/// How a journal says it.
const END_OF_MONTH: &str = "end of month";
/// The form that terms have.
const TERMS: &[ArgumentForm] = &[ArgumentForm::Terms];

/// The finding about terms that say the end of a month in other words, or before the length of time.
pub fn explain_month_end(slots: &[Slot], value: Input<'_>) -> Option<Fault> {
    if !slots.iter().any(|slot| slot.forms == TERMS) {
        return None;
    }
    let whole = value.trimmed();
    let small = whole.text.to_ascii_lowercase();
    let (before, behind) = PHRASES.iter().find_map(|phrase| small.split_once(phrase))?;
    let place = before.len();
    let length = small
        .len()
        .saturating_sub(place.saturating_add(behind.len()));
    let said = whole.split(place).1.first(length);
    let found = kinds::BAD_VALUE.at(
        said.span(),
        Wanted::Argument(TERMS).but_found_word(said.text),
    );
    let is_sign = |c: char| c.is_ascii_punctuation() || c == ' ';
    let bare = |text: &str| text.chars().all(is_sign);
    let time = length_of_time(whole.first(before.trim_end_matches(is_sign).len()));
    Some(Box::new(match time.filter(|_| bare(behind)) {
        Some(time) => {
            let written = format!("{time} {END_OF_MONTH}");
            found
                .help(Help::Write(written.as_str().into()))
                .suggested_fix(vec![Edit::replace(whole.span(), written)])
        }
        None => found.help(Help::WriteTermsToMonthEnd),
    }))
}

/// A length of time in English or Dutch that fills a text, as a journal writes it.
fn length_of_time(text: Input<'_>) -> Option<String> {
    let whole = duration(&DATE_UNITS).parse(text);
    if whole.is_ok_and(|(rest, _)| rest.text.is_empty()) {
        return Some(text.text.to_owned());
    }
    let (span, written) = dutch_duration(TERMS, text)?;
    (span == text.span()).then_some(written)
}
