//! One file for each kind of letter: what it rests on, what its template may name, and what it says.
//!
//! The letters of the steps of a policy stand in [`step`]; the other kinds are asked for by name, and each rests on an
//! entry of the journal. A further letter is one file here, a line in [`EXTRA_LETTERS`], and its template in each
//! language.

pub mod dispute;
pub mod handover;
pub mod instalment_missed;
pub mod plan;
pub mod plan_offer;
pub mod promise;
pub mod promise_broken;
pub mod settlement_offer;
pub mod statement;
pub mod step;
pub mod thanks;

use crate::letter::facts::extra_letter::ExtraLetter;

/// Every letter beside the steps, in the order in which they are told of.
pub static EXTRA_LETTERS: &[&ExtraLetter] = &[
    &promise::PROMISE,
    &promise_broken::PROMISE_BROKEN,
    &plan::PLAN,
    &plan_offer::PLAN_OFFER,
    &instalment_missed::INSTALMENT_MISSED,
    &settlement_offer::SETTLEMENT_OFFER,
    &dispute::DISPUTE,
    &handover::HANDOVER_LETTER,
    &statement::STATEMENT,
    &thanks::THANKS,
];

/// The one of a name.
///
/// ```
/// use tegoed::letter::kinds::find_extra_letter;
/// assert!(find_extra_letter("thanks").is_some());
/// assert!(find_extra_letter("reminder").is_none()); // a step
/// ```
pub fn find_extra_letter(name: &str) -> Option<&'static ExtraLetter> {
    EXTRA_LETTERS
        .iter()
        .copied()
        .find(|known| known.name == name)
}
