//! Explains text that no rule takes: finds the likeliest mistake and its fix. Called only after a rule has failed; may
//! try the same rules again.

pub mod common_mistakes;
pub mod missing_argument;
pub mod suggestion;
pub mod unexpected_word;
pub mod unusual_char;
pub mod word_explanation;
pub mod wrong_column;
pub mod wrong_number;
