//! Explains text that no rule takes: finds the likeliest mistake and its fix. Called only after a rule has failed; may
//! try the same rules again.

pub mod common_mistakes;
pub mod dutch_phrase;
pub mod dutch_words;
pub mod example_help;
pub mod glued_words;
pub mod header_habits;
pub mod keyless_detail;
pub mod look_alike;
pub mod meaning_words;
pub mod misread_amount;
pub mod missing_argument;
pub mod month_end;
pub mod stated_facts;
pub mod suggestion;
pub mod unexpected_word;
pub mod untaxed_words;
pub mod unusual_char;
pub mod vat_words;
pub mod word_explanation;
pub mod wrong_column;
pub mod wrong_number;
