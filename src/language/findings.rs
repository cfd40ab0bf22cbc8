//! The words of findings about the syntax: functions that turn the data of a finding into sentences.

use crate::text::hint::{Help, Note};
use crate::text::message::Message;
use crate::text::problem::Problem;
use crate::text::quotation::shorten_middle;
use std::borrow::Cow;

/// The functions that turn the data of findings into sentences.
#[derive(Clone, Copy, Debug)]
pub struct FindingWords {
    /// What was expected and what was found: one line in lower case. Examples of amounts have this decimal mark.
    pub describe_problem: fn(&Problem, char) -> String,
    /// What is said beside the underline.
    pub describe_note: fn(&Note) -> String,
    /// What the user should do, as one imperative. Examples of amounts have this decimal mark.
    pub describe_help: fn(&Help, char) -> String,
}

impl FindingWords {
    /// The words of a message. A message that consists of words already is returned unchanged, in its own language.
    ///
    /// ```
    /// use tegoed::language::en::ENGLISH;
    /// use tegoed::text::{argument_form::ArgumentForm, message::Message, problem::{Found, Wanted}};
    /// let message: Message = Wanted::Argument(&[ArgumentForm::Date]).but_found(Found::EndOfLine).into();
    /// let words = ENGLISH.phrases.finding.message_text(&message);
    /// assert_eq!(words, "expected a date such as 2026-01-31, found the end of the line");
    /// ```
    pub fn message_text<'m>(&self, message: &'m Message) -> Cow<'m, str> {
        self.message_text_with_mark(message, '.')
    }

    /// The same, with examples of amounts as a journal with this decimal mark writes them.
    pub fn message_text_with_mark<'m>(&self, message: &'m Message, mark: char) -> Cow<'m, str> {
        let made = match message {
            Message::Words(words) => return Cow::Borrowed(words),
            Message::Problem(problem) => (self.describe_problem)(problem, mark),
            Message::Note(note) => (self.describe_note)(note),
            Message::Help(help) => (self.describe_help)(help, mark),
        };
        Cow::Owned(shorten_middle(made))
    }
}
