//! Something that an editor can do to the texts of a journal.

use crate::text::diagnostic::Diagnostic;
use crate::text::edit::Edit;

/// What sort of action it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActionKind {
    /// The mend of a finding.
    Mend,
    /// A new entry.
    Entry,
    /// A change of the whole file.
    File,
}

/// Something that an editor can do.
#[derive(Clone, Debug)]
pub struct EditorAction<'a> {
    /// What it does, as an imperative.
    pub title: String,
    /// What sort it is.
    pub kind: ActionKind,
    /// The change.
    pub edits: Vec<Edit>,
    /// The finding it mends.
    pub finding: Option<&'a Diagnostic>,
    /// Whether its meaning is certain.
    pub is_certain: bool,
}
