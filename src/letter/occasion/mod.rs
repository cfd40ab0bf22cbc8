//! Letters beside the steps of a policy: each rests on an entry of the journal, and is asked for by name.
//!
//! ```text
//!  view (one customer, his open items, what went before)
//!    │
//!    ▼
//!  promise · plan · dispute · … ──▶ Told, or why there is none
//!                                     │
//!                     its template ───┴──▶ drafted ──▶ document::letter::Letter, and the talk that records it
//! ```
//!
//! A further letter is one file here, a line in [`OCCASIONS`], and its template in each language.
//!
//! | To find | look in |
//! |---|---|
//! | which entries a letter speaks of | the file of its name |
//! | what every one of them may name of its invoices | [`about`] |
//! | which of them go out without being asked for | [`listed`] |
//! | how long one gives to pay | [`last_day`] |
//! | what is written in the journal once it went out | [`talk`] |

pub mod about;
pub mod dispute;
pub mod drafted;
pub mod handover;
pub mod instalment_missed;
pub mod kind;
pub mod last_day;
pub mod listed;
pub mod plan;
pub mod plan_offer;
pub mod plans;
pub mod promise;
pub mod promise_broken;
pub mod promises;
pub mod settlement_offer;
pub mod statement;
pub mod talk;
pub mod thanks;
pub mod told;
pub mod view;

use kind::Occasion;

/// Every letter beside the steps, in the order in which they are told of.
pub static OCCASIONS: &[&Occasion] = &[
    &promise::PROMISE,
    &promise_broken::PROMISE_BROKEN,
    &plan::PLAN,
    &plan_offer::PLAN_OFFER,
    &instalment_missed::INSTALMENT_MISSED,
    &settlement_offer::SETTLEMENT_OFFER,
    &dispute::DISPUTE,
    &handover::HANDOVER,
    &statement::STATEMENT,
    &thanks::THANKS,
];

/// The one of a name.
///
/// ```
/// use tegoed::letter::occasion::find;
/// assert!(find("thanks").is_some());
/// assert!(find("reminder").is_none()); // a step
/// ```
pub fn find(name: &str) -> Option<&'static Occasion> {
    OCCASIONS.iter().copied().find(|known| known.name == name)
}
