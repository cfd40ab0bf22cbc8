//! What a letter says: facts of one customer, currency, language and contact, gathered into a letter without a format.
//!
//! ```text
//!  positions ──▶ due        which letters can go out: items together, and the step of each
//!                 │
//!  entries ─────▶ lines     what is asked, item by item ── sums ── announced (what it will cost)
//!                 │
//!  entries ─────▶ past      what went before, why it is not paid, promises broken
//!                 │
//!  people, form ──▶ draft ──▶ document::letter::Letter, and the entries that record it
//!                 │
//!                 └──▶ refusals: why there is none
//! ```
//!
//! | To find | look in |
//! |---|---|
//! | which letter a step writes, and what it may threaten | [`letter_kind`] |
//! | which items stand in one letter | [`schedule`] |
//! | why a letter is not written | [`refusal`] |
//! | what is written in the journal once it went out | [`sent_record`] |
//! | letters beside the steps: confirmations, offers, a statement, thanks | [`extra_letters`] |
//! | what stands around the words of every letter, and how it is to be paid | [`letter_frame`], [`payment_request`] |
//! | the wording | [`templates`]: `nl/reminder.txt` and its sisters |
//! | what a template may name | [`variables`] |

pub mod consequences;
pub mod contact_history;
pub mod cost_announcement;
pub mod draft;
pub mod enclosures;
pub mod extra_letters;
pub mod invoice_table;
pub mod letter_frame;
pub mod letter_kind;
pub mod letter_lines;
pub mod payment_request;
pub mod prior_attempts;
pub mod refusal;
pub mod schedule;
pub mod sender_and_recipient;
pub mod sent_record;
pub mod step_letter;
pub mod templates;
pub mod variables;
