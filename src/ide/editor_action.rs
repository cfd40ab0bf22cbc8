//! Something that an editor can do about a journal.

use crate::text::diagnostic::Diagnostic;
use crate::text::edit::Edit;

/// What sort of action it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActionKind {
    /// The mend of a finding.
    Mend,
    /// A new entry, or more said in one that stands.
    Entry,
    /// A change of the whole file.
    File,
}

/// A letter that is due, by what tells it from others: a letter that is asked for again is the same one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterName {
    /// The id of the recipient.
    pub customer: String,
    /// The step whose letter it is, or the name of its kind.
    pub stage: String,
    /// The number of the first invoice in it.
    pub invoice: String,
}

/// What an action does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ActionEffect {
    /// It changes texts.
    Change(Vec<Edit>),
    /// It shows a letter, in a document that no file holds.
    ShowLetter(LetterName),
}

/// Something that an editor can do.
#[derive(Clone, Debug)]
pub struct EditorAction<'a> {
    /// What it does, as an imperative.
    pub title: String,
    /// What sort it is.
    pub kind: ActionKind,
    /// What it does.
    pub effect: ActionEffect,
    /// The finding it mends.
    pub finding: Option<&'a Diagnostic>,
    /// Whether its meaning is certain.
    pub is_certain: bool,
}

impl EditorAction<'_> {
    /// A new entry, or more said in one that stands; the user looks at it.
    pub const fn entry(title: String, edits: Vec<Edit>) -> Self {
        Self {
            title,
            kind: ActionKind::Entry,
            effect: ActionEffect::Change(edits),
            finding: None,
            is_certain: false,
        }
    }
}
