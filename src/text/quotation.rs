//! Words of the user, as a message quotes them. Very long words lose their middle.

use std::fmt;

/// The longest text, in bytes, that is quoted whole.
const LONGEST: usize = 400;

/// Replaces the middle of a very long text by an ellipsis; a shorter text is returned unchanged.
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

/// The first `first` and the last `last` characters of a text; `None` where nothing stands between them.
fn head_and_tail(text: &str, first: usize, last: usize) -> Option<(&str, &str)> {
    let (head, _) = text.char_indices().nth(first)?;
    let (tail, _) = text.char_indices().nth_back(last.checked_sub(1)?)?;
    let ends = (text.get(..head)?, text.get(tail..)?);
    (head < tail).then_some(ends)
}

/// Words of the user, for a message to quote. Of a very long word only the ends are kept, with more characters than
/// [`shorten_middle`] later leaves in the message.
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
