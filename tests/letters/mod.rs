//! Letters: what they say, what they must not say, and when there is none.
#![allow(
    clippy::format_push_string,
    clippy::format_collect,
    reason = "a journal put together in a test is read, not measured"
)]

mod any_template;
mod balances;
mod edges;
mod enclosures;
mod faults;
mod folder;
mod made_up_kind;
mod money_in_hand;
mod occasions;
mod one_amount;
mod own;
mod pages;
mod read_aloud;
mod reference;
mod room;
mod rules;
pub mod shelf;
mod start;
mod template_limits;
mod templates;
mod tone;
mod true_sentences;
mod wording;
mod year;
