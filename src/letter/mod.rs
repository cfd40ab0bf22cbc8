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
//! | which letter a step writes, and what it may threaten | [`form`] |
//! | which items stand in one letter | [`due`] |
//! | why a letter is not written | [`refusal`] |
//! | what is written in the journal once it went out | [`record`] |
//! | letters beside the steps: confirmations, offers, a statement, thanks | [`occasion`] |
//! | what stands around the words of every letter, and how it is to be paid | [`sheet`], [`payment`] |
//! | the wording | [`templates`]: `nl/reminder.txt` and its sisters |
//! | what a template may name | [`variables`] |

pub mod announced;
pub mod asks;
pub mod before;
pub mod draft;
pub mod due;
pub mod enclosed;
pub mod form;
pub mod lines;
pub mod occasion;
pub mod past;
pub mod payment;
pub mod people;
pub mod record;
pub mod refusal;
pub mod says;
pub mod sheet;
pub mod shown;
pub mod templates;
pub mod variables;
