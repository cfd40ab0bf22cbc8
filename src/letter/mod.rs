//! What a letter says: facts of one customer, currency, language and contact, gathered into a letter without a format.
//!
//! ```text
//!  templates ◀── facts ◀── schedule ◀── kinds ◀── library ◀── draft
//!     │            │          │           │          │          │
//!     │            │          │           │          │          └ refusals, template, what stands around it, record
//!     │            │          │           │          └ the built-in texts, and the user's own
//!     │            │          │           └ what each kind of letter rests on and what it says
//!     │            │          └ which letters of steps can go out, and which items stand together
//!     │            └ what a letter may say of a customer, their invoices, what went before
//!     └ text with names in it; knows no journal
//! ```
//!
//! | To find | look in |
//! |---|---|
//! | what every kind of letter has: name, texts, variables, builder | [`facts::letter_kind`] |
//! | which letter a step writes, and what it may threaten | [`crate::worklist::letter_level`] |
//! | which items stand in one letter | [`crate::worklist::letter_schedule`] |
//! | why a letter is not written | [`facts::refusal`] |
//! | what is written in the journal once it went out | [`record`] |
//! | the kinds of letters: of the steps, confirmations, offers, a statement, thanks | [`kinds`] |
//! | what stands around the words of every letter, and how it is to be paid | [`compose`], [`facts::payment_request`] |
//! | the wording | [`library`]: `nl/reminder.txt` and its sisters |
//! | date, due day and time to pay of its invoices, for who looks once more | [`invoice_terms`] |
//! | which kinds there are | [`library::built_in`] |
//! | which letters are listed and written | [`draft`] |

pub mod automatic;
pub mod compose;
pub mod draft;
pub mod facts;
pub mod invoice_terms;
pub mod kinds;
pub mod library;
pub mod record;
pub mod refusal_message;
pub mod templates;
pub mod tone;
