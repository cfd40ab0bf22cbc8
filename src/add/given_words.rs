//! An entry from one command line: its keyword, the words and the flags behind it.

use super::entry_flag::apply_flag;
use super::entry_words::fill_with_words;
use super::new_entry::NewEntry;
use super::new_entry_context::NewEntryContext;
use super::new_entry_error::NewEntryError;
use super::usual_value::fill_usual;
use crate::syntax::table::Directive;
use chrono::NaiveDate;

/// What was given behind a keyword.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GivenWords {
    /// The words, in order.
    pub words: Vec<String>,
    /// The words behind `|`.
    pub text: Option<String>,
    /// Lines of `> words`.
    pub notes: Vec<String>,
    /// Keys of one's own: `x-ref=12`.
    pub own: Vec<String>,
    /// Flags of the keyword, each with its value.
    pub flags: Vec<(&'static str, String)>,
}

impl GivenWords {
    /// The entry that the words make, with what is usual where they leave no doubt.
    ///
    /// # Errors
    /// A word fits nowhere or may mean several things.
    pub fn entry(
        &self,
        directive: &'static Directive,
        date: NaiveDate,
        context: &NewEntryContext<'_>,
    ) -> Result<NewEntry, NewEntryError> {
        let mut entry = NewEntry::new(directive, date);
        fill_with_words(&mut entry, &self.words, context)?;
        for (name, value) in &self.flags {
            apply_flag(&mut entry, name, value, context)?;
        }
        if let Some(text) = &self.text {
            if !entry.text.is_empty() {
                return Err(NewEntryError::wrong(
                    format!("`{}` and `{text}` are both words behind |", entry.text),
                    "write one of them; `--more` adds a line of words below",
                ));
            }
            entry.text.clone_from(text);
        }
        for own in &self.own {
            let (key, value) = own.split_once('=').ok_or_else(|| {
                NewEntryError::wrong(
                    format!("no value in `--own {own}`"),
                    "write `--own x-ref=12`",
                )
            })?;
            entry.add_detail(&format!("{key}: {value}"));
        }
        for note in &self.notes {
            entry.add_detail(&format!("> {note}"));
        }
        fill_usual(&mut entry, context);
        Ok(entry)
    }
}
