//! Which kinds of findings were asked for, by code, by name, or by the first letters of a code.

use super::arguments::args::CheckFlags;
use super::exit::Failure;
use crate::catalogue;
use crate::syntax::mistakes::suggestion::nearest;
use crate::text::diagnostic::DiagnosticKind;

/// Matters of taste, told to who names them: `check F005`.
const TOLD_WHEN_ASKED: [&str; 2] = ["F005", "R007"];

/// The kinds to report.
#[derive(Debug, Default)]
pub struct FindingFilter {
    included: Vec<String>,
    excluded: Vec<String>,
}

impl FindingFilter {
    /// Reads `check CODE… --select CODES --ignore CODES`.
    pub fn from_flags(flags: &CheckFlags) -> Result<Self, Failure> {
        let only: Vec<String> = flags.codes.iter().chain(&flags.select).cloned().collect();
        for word in only.iter().chain(&flags.ignore) {
            check_code(word)?;
        }
        Ok(Self {
            included: only,
            excluded: flags.ignore.clone(),
        })
    }

    /// Whether findings of this kind are reported.
    pub fn includes(&self, kind: &DiagnosticKind) -> bool {
        let named = |words: &[String]| words.iter().any(|word| is_name_of(word, kind));
        let is_included = if self.included.is_empty() {
            !TOLD_WHEN_ASKED.contains(&kind.code)
        } else {
            named(&self.included)
        };
        is_included && !named(&self.excluded)
    }
}

/// Whether a word means a kind: `P004`, `payment-before-invoice`, `P`.
fn is_name_of(word: &str, kind: &DiagnosticKind) -> bool {
    let begins = kind
        .code
        .as_bytes()
        .get(..word.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(word.as_bytes()));
    begins || word.eq_ignore_ascii_case(kind.name)
}

fn check_code(word: &str) -> Result<(), Failure> {
    if !word.is_empty()
        && catalogue::all_kinds()
            .into_iter()
            .any(|kind| is_name_of(word, kind))
    {
        return Ok(());
    }
    Err(unknown_code(word))
}

/// There is no such code.
pub fn unknown_code(word: &str) -> Failure {
    let stop = Failure::usage(format!("no such code: {word}"));
    let names = catalogue::all_kinds()
        .into_iter()
        .flat_map(|kind| [kind.code, kind.name]);
    let (small, capital) = (word.to_lowercase(), word.to_uppercase());
    let names: Vec<&str> = names.collect();
    let like = |word: &str| nearest(word, names.iter().copied());
    match like(&small).or_else(|| like(&capital)) {
        Some(like) => stop.with_help(format!("a similar one exists: {like}")),
        None => stop.with_help("`tegoed explain` lists them"),
    }
}

/// The kind that a code or a name means.
pub fn find_kind(word: &str) -> Result<&'static DiagnosticKind, Failure> {
    catalogue::find_kind(word).ok_or_else(|| unknown_code(word))
}
