//! What a finding says: words, or data of which a language makes words when the finding is shown.

use super::hint::{Help, Note};
use super::problem::{Problem, Wanted};
use std::fmt;

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
    pub(super) fn shortened(self) -> Self {
        match self {
            Self::Words(words) => Self::Words(shortened(words)),
            data => data,
        }
    }
}

/// How many bytes of words are told whole.
const LONGEST: usize = 400;

/// Words that quote what was written, whose middle is left out where that is very long.
pub fn shortened(words: String) -> String {
    const HEAD: usize = 300;
    const TAIL: usize = 61;
    if words.len() <= LONGEST {
        return words;
    }
    match ends(&words, HEAD, TAIL) {
        Some((head, tail)) => format!("{head} … {tail}"),
        None => words,
    }
}

/// The first and last characters of a text, so many of each, if there are more between them.
fn ends(text: &str, first: usize, last: usize) -> Option<(&str, &str)> {
    let (head, _) = text.char_indices().nth(first)?;
    let (tail, _) = text.char_indices().nth_back(last.checked_sub(1)?)?;
    let ends = (text.get(..head)?, text.get(tail..)?);
    (head < tail).then_some(ends)
}

/// What a person wrote, for a message to quote. Of a word of a million letters only the ends are held, longer ones than
/// [`shortened`] leaves of the message.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quotation(Box<str>);

impl From<&str> for Quotation {
    fn from(written: &str) -> Self {
        if written.len() <= LONGEST {
            return Self(written.into());
        }
        Self(match ends(written, LONGEST, LONGEST) {
            Some((head, tail)) => [head, tail].concat().into(),
            None => written.into(),
        })
    }
}

impl fmt::Display for Quotation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
