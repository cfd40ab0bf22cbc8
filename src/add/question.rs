//! A question about a new entry, and the answers so far.

use super::new_entry_error::NewEntryError;

/// A question about a new entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// What is asked, without the colon behind it.
    pub asks: String,
    /// The answer where none is given.
    pub usual: Option<String>,
    /// Whether it may be left unanswered.
    pub is_optional: bool,
    /// The text of a journal up to the answer: what may stand behind it can be offered.
    pub before: String,
}

impl Question {
    /// A question that needs an answer.
    pub fn new(asks: &str, before: impl Into<String>) -> Self {
        Self {
            asks: asks.to_owned(),
            usual: None,
            is_optional: false,
            before: before.into(),
        }
    }

    /// The same with a usual answer, where there is one.
    pub fn usually(mut self, usual: Option<String>) -> Self {
        self.usual = usual;
        self
    }

    /// The same, which may be left unanswered.
    pub const fn optional(mut self) -> Self {
        self.is_optional = true;
        self
    }
}

/// Why an interview stops before its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InterviewStop {
    /// This is to be answered next.
    Ask(Question),
    /// The last answer is wrong.
    Wrong(NewEntryError),
}

impl From<NewEntryError> for InterviewStop {
    fn from(error: NewEntryError) -> Self {
        Self::Wrong(error)
    }
}

/// Answers that were given, in the order of their questions.
#[derive(Clone, Copy, Debug)]
pub struct GivenAnswers<'a>(pub &'a [String]);

impl GivenAnswers<'_> {
    /// The answer to a question; `None` where it was left unanswered, as it may be.
    ///
    /// # Errors
    /// It is still to be asked, or its answer is wrong.
    pub fn next<T>(
        &mut self,
        question: Question,
        read: impl FnOnce(&str) -> Result<T, NewEntryError>,
    ) -> Result<Option<T>, InterviewStop> {
        let Some((answer, behind)) = self.0.split_first() else {
            return Err(InterviewStop::Ask(question));
        };
        self.0 = behind;
        let answer = answer.trim();
        let words = match (answer, &question.usual) {
            ("", Some(usual)) => usual,
            ("", None) if question.is_optional => return Ok(None),
            ("", None) => {
                let asks = &question.asks;
                return Err(InterviewStop::Wrong(NewEntryError::Wrong {
                    message: format!("{asks}: this needs an answer"),
                    help: None,
                }));
            }
            (answer, _) => answer,
        };
        Ok(Some(read(words)?))
    }

    /// The answer to a question that needs one.
    ///
    /// # Errors
    /// As for [`GivenAnswers::next`].
    pub fn needed<T>(
        &mut self,
        question: Question,
        read: impl FnOnce(&str) -> Result<T, NewEntryError>,
    ) -> Result<T, InterviewStop> {
        let again = question.clone();
        let answer = self.next(question, read)?;
        answer.ok_or(InterviewStop::Ask(again))
    }
}
