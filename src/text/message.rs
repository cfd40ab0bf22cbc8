//! What a finding says: words, or data of which a language makes words when the finding is shown.

use super::hint::{Help, Note};
use super::problem::{Problem, Wanted};
use super::quotation::shorten_middle;

/// One thing that a finding says.
///
/// Findings of one kind at one place are told in the order of their messages: words by the alphabet. Two different
/// problems of one kind never stand at one place (a line has one fault, a number one remark), so that their order, which
/// is that of the declarations, only makes it the same in every run.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Message {
    /// Words, made where it was found. English.
    Words(String),
    /// What was wanted and what was found.
    Problem(Problem),
    /// What is said beside the underline.
    Note(Note),
    /// How to mend it.
    Help(Help),
}

impl From<String> for Message {
    fn from(words: String) -> Self {
        Self::Words(words)
    }
}

impl From<&str> for Message {
    fn from(words: &str) -> Self {
        Self::Words(words.to_owned())
    }
}

impl From<Problem> for Message {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

impl From<Wanted> for Message {
    fn from(wanted: Wanted) -> Self {
        Self::Problem(wanted.into())
    }
}

impl From<Note> for Message {
    fn from(note: Note) -> Self {
        Self::Note(note)
    }
}

impl From<Help> for Message {
    fn from(help: Help) -> Self {
        Self::Help(help)
    }
}

impl Message {
    /// The same with the middle of very long words left out. Data quotes nothing that long.
    pub(super) fn shorten(self) -> Self {
        match self {
            Self::Words(words) => Self::Words(shorten_middle(words)),
            data => data,
        }
    }
}
