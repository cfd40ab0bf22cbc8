//! What a letter says: facts of one customer, currency, language and contact, gathered into a letter without a format.
//!
//! ```text
//!  templates ◀── facts ◀── schedule ◀── kinds ◀── library ◀── draft
//!     │            │          │           │          │          │
//!     │            │          │           │          │          └ refusals, template, frame, payment, record
//!     │            │          │           │          └ the built-in texts, and the user's own
//!     │            │          │           └ one file a letter: what it rests on and what it says
//!     │            │          └ which letters of steps can go out, and which items stand together
//!     │            └ what a letter may say of a customer, his invoices, what went before
//!     └ text with names in it; knows no journal
//! ```
//!
//! | To find | look in |
//! |---|---|
//! | which letter a step writes, and what it may threaten | [`facts::letter_level`] |
//! | which items stand in one letter | [`schedule`] |
//! | why a letter is not written | [`facts::refusal`] |
//! | what is written in the journal once it went out | [`record`] |
//! | letters beside the steps: confirmations, offers, a statement, thanks | [`kinds`] |
//! | what stands around the words of every letter, and how it is to be paid | [`compose`], [`facts::payment_request`] |
//! | the wording | [`library`]: `nl/reminder.txt` and its sisters |
//! | what a template may name | [`library::built_in`] |

pub mod automatic;
pub mod compose;
pub mod draft;
pub mod facts;
pub mod kinds;
pub mod library;
pub mod record;
pub mod refusal_message;
pub mod schedule;
pub mod templates;
