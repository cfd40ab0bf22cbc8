//! The kinds of letters that are built in.

use crate::letter::facts::letter_kind::LetterKind;
use crate::letter::kinds::step_kinds::{
    COURTESY, DEMAND, FINAL, FINAL_NOTICE, REMINDER, SUSPENSION,
};
use crate::letter::kinds::{
    dispute::DISPUTE, handover::HANDOVER_LETTER, instalment_missed::INSTALMENT_MISSED, plan::PLAN,
    plan_offer::PLAN_OFFER, promise::PROMISE, promise_broken::PROMISE_BROKEN,
    settlement_offer::SETTLEMENT_OFFER, statement::STATEMENT, thanks::THANKS,
};

/// Every kind of letter that is built in, in the order in which they are listed. A new one is its file, a line
/// here, and its text in the folder `letter_templates` of each language.
pub static BUILT_IN_KINDS: &[&LetterKind] = &[
    &COURTESY,
    &REMINDER,
    &DEMAND,
    &SUSPENSION,
    &FINAL,
    &FINAL_NOTICE,
    &PROMISE,
    &PROMISE_BROKEN,
    &PLAN,
    &PLAN_OFFER,
    &INSTALMENT_MISSED,
    &SETTLEMENT_OFFER,
    &DISPUTE,
    &HANDOVER_LETTER,
    &STATEMENT,
    &THANKS,
];

/// The kind of a letter that is asked for by name; `None` for a name of another letter, or of a step.
///
/// ```
/// use tegoed::letter::library::built_in::{BUILT_IN_KINDS, find_requested_kind};
/// assert!(find_requested_kind(BUILT_IN_KINDS, "thanks").is_some());
/// assert!(find_requested_kind(BUILT_IN_KINDS, "reminder").is_none()); // a step
/// ```
pub fn find_requested_kind(
    kinds: &[&'static LetterKind],
    name: &str,
) -> Option<&'static LetterKind> {
    let mut kinds = kinds.iter().copied();
    kinds.find(|kind| kind.name == name && !kind.is_step)
}

/// The kind by which a template of a name is written: a letter that is not built in is one of a step of one's own.
pub fn kind_of_template(kinds: &[&'static LetterKind], name: &str) -> &'static LetterKind {
    let mut kinds = kinds.iter().copied();
    kinds.find(|kind| kind.name == name).unwrap_or(&REMINDER)
}
