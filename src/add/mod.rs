//! New entries: from words of a command line, or from answers to questions, to an entry of the journal and the place where
//! it belongs.
//!
//! What may stand where is asked of the tables of the reader; what is usual, of the journal. Every entry made here is
//! read by the parser and written by its printer before it is shown to anybody.

pub mod day_word;
pub mod entry_flag;
pub mod entry_words;
pub mod given_words;
pub mod interview;
pub mod known_name;
pub mod missing_argument;
pub mod new_entry;
pub mod new_entry_context;
pub mod new_entry_error;
pub mod placement;
pub mod promise_question;
pub mod question;
pub mod slot_question;
pub mod usual_value;
