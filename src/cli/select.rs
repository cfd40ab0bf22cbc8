//! Which kinds of findings were asked for, by code, by name, or by the first letters of a code.

use super::args::CheckFlags;
use super::exit::Stop;
use crate::catalogue;
use crate::syntax::mistakes::suggestion::nearest;
use crate::text::diagnostic::DiagnosticKind;

/// The kinds to tell.
#[derive(Debug, Default)]
pub struct Selection {
    only: Vec<String>,
    without: Vec<String>,
}

impl Selection {
    /// Reads `check CODE… --select CODES --ignore CODES`.
    pub fn read(flags: &CheckFlags) -> Result<Self, Stop> {
        let only: Vec<String> = flags.codes.iter().chain(&flags.select).cloned().collect();
        for word in only.iter().chain(&flags.ignore) {
            known(word)?;
        }
        Ok(Self {
            only,
            without: flags.ignore.clone(),
        })
    }

    /// Whether findings of this kind are to be told.
    pub fn takes(&self, kind: &DiagnosticKind) -> bool {
        let named = |words: &[String]| words.iter().any(|word| means(word, kind));
        (self.only.is_empty() || named(&self.only)) && !named(&self.without)
    }
}

/// Whether a word means a kind: `P004`, `payment-before-invoice`, `P`.
fn means(word: &str, kind: &DiagnosticKind) -> bool {
    let begins = kind
        .code
        .as_bytes()
        .get(..word.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(word.as_bytes()));
    begins || word.eq_ignore_ascii_case(kind.name)
}

fn known(word: &str) -> Result<(), Stop> {
    if !word.is_empty()
        && catalogue::all_kinds()
            .into_iter()
            .any(|kind| means(word, kind))
    {
        return Ok(());
    }
    Err(unknown(word))
}

/// There is no such code.
pub fn unknown(word: &str) -> Stop {
    let stop = Stop::usage(format!("no such code: {word}"));
    let names = catalogue::all_kinds()
        .into_iter()
        .flat_map(|kind| [kind.code, kind.name]);
    let (small, capital) = (word.to_lowercase(), word.to_uppercase());
    let names: Vec<&str> = names.collect();
    let like = |word: &str| nearest(word, names.iter().copied());
    match like(&small).or_else(|| like(&capital)) {
        Some(like) => stop.help(format!("a similar one exists: {like}")),
        None => stop.help("`tegoed explain --all` lists them"),
    }
}

/// The kind that a code or a name means.
pub fn kind(word: &str) -> Result<&'static DiagnosticKind, Stop> {
    catalogue::find_kind(word).ok_or_else(|| unknown(word))
}
