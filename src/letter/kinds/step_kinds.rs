//! The letters of the steps: one builder, and a text for each. A step with a template of its own goes by one of them.

use super::step::step_letter::build_step_letter;
use super::step::step_variables::step_variables;
use crate::letter::facts::letter_kind::LetterKind;

/// Before the due date.
pub static COURTESY: LetterKind = step_kind("courtesy", "tells of an invoice before it is due");

/// The first after it.
pub static REMINDER: LetterKind = step_kind("reminder", "reminds of an invoice that is due");

/// The second.
pub static DEMAND: LetterKind = step_kind("demand", "asks for payment, and says what follows");

/// A demand that says that no more work is done until it is paid.
pub static SUSPENSION: LetterKind =
    step_kind("suspension", "says that work stops until it is paid");

/// The last, to a business or a public body.
pub static FINAL: LetterKind = step_kind(
    "final",
    "asks a business a last time, and announces interest and costs",
);

/// The last, to a consumer.
pub static FINAL_NOTICE: LetterKind = step_kind(
    "final-notice",
    "gives a consumer fourteen days, and announces the costs after them",
);

const fn step_kind(name: &'static str, summary: &'static str) -> LetterKind {
    LetterKind {
        name,
        summary,
        unavailable_reason: "no step asks for it",
        is_step: true,
        build_letters: build_step_letter,
        variables: step_variables,
    }
}
