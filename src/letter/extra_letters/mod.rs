//! Letters beside the steps of a policy: each rests on an entry of the journal, and is asked for by name.
//!
//! ```text
//!  view (one customer, his open items, what went before)
//!    │
//!    ▼
//!  promise · plan · dispute · … ──▶ LetterContent, or why there is none
//!                                     │
//!                     its template ───┴──▶ extra_letter_draft ──▶ document::letter::Letter, and the talk that records it
//! ```
//!
//! A further letter is one file here, a line in [`EXTRA_LETTERS`], and its template in each language.
//!
//! | To find | look in |
//! |---|---|
//! | which entries a letter speaks of | the file of its name |
//! | what every one of them may name of its invoices | [`invoice_facts`] |
//! | which of them go out without being asked for | [`automatic`] |
//! | how long one gives to pay | [`payment_deadline`] |
//! | what is written in the journal once it went out | [`contact_record`] |

pub mod automatic;
pub mod contact_record;
pub mod dispute;
pub mod extra_letter;
pub mod extra_letter_draft;
pub mod handover;
pub mod instalment_missed;
pub mod invoice_facts;
pub mod letter_content;
pub mod letter_input;
pub mod payment_deadline;
pub mod plan;
pub mod plan_facts;
pub mod plan_offer;
pub mod promise;
pub mod promise_broken;
pub mod promise_facts;
pub mod settlement_offer;
pub mod statement;
pub mod thanks;

use extra_letter::ExtraLetter;

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
/// use tegoed::letter::extra_letters::find_extra_letter;
/// assert!(find_extra_letter("thanks").is_some());
/// assert!(find_extra_letter("reminder").is_none()); // a step
/// ```
pub fn find_extra_letter(name: &str) -> Option<&'static ExtraLetter> {
    EXTRA_LETTERS
        .iter()
        .copied()
        .find(|known| known.name == name)
}
