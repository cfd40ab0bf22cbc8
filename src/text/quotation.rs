//! What a person wrote, as a message quotes it: of very long words only the ends.

use std::fmt;

/// How many bytes of words are told whole.
const LONGEST: usize = 400;

/// Words that quote what was written, whose middle is left out where that is very long.
pub fn shorten_middle(words: String) -> String {
    const HEAD: usize = 300;
    const TAIL: usize = 61;
    if words.len() <= LONGEST {
        return words;
    }
    match head_and_tail(&words, HEAD, TAIL) {
        Some((head, tail)) => format!("{head} … {tail}"),
        None => words,
    }
}

/// The first and last characters of a text, so many of each, if there are more between them.
fn head_and_tail(text: &str, first: usize, last: usize) -> Option<(&str, &str)> {
    let (head, _) = text.char_indices().nth(first)?;
    let (tail, _) = text.char_indices().nth_back(last.checked_sub(1)?)?;
    let ends = (text.get(..head)?, text.get(tail..)?);
    (head < tail).then_some(ends)
}

/// What a person wrote, for a message to quote. Of a word of a million letters only the ends are held, longer ones than
/// [`shorten_middle`] leaves of the message.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quotation(Box<str>);

impl From<&str> for Quotation {
    fn from(written: &str) -> Self {
        if written.len() <= LONGEST {
            return Self(written.into());
        }
        Self(match head_and_tail(written, LONGEST, LONGEST) {
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
