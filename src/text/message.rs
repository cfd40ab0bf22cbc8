//! What a finding says: ready-made words, or data that `language` turns into words when the finding is shown.

use super::hint::{Help, Note};
use super::problem::{Problem, Wanted};
use super::quotation::shorten_middle;

/// One sentence of a finding.
///
/// Findings of one kind at one place are sorted by their messages: ready-made words by the alphabet, data by the order
/// of declaration. Two different problems of one kind never stand at one place, so this order matters only in that it
/// is the same in every run.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Message {
    /// Ready-made English words.
    Words(String),
    /// What was expected and what was found.
    Problem(Problem),
    /// What is said beside the underline.
    Note(Note),
    /// What the user should do.
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
    /// Leaves out the middle of very long words. Data needs no change, because a [`Quotation`] is short already.
    pub(super) fn shorten(self) -> Self {
        match self {
            Self::Words(words) => Self::Words(shorten_middle(words)),
            data => data,
        }
    }
}
