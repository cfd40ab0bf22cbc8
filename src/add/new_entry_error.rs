//! Why an entry cannot be made of some words.

use crate::language::message_text::message_text;
use crate::report::shared::lookup::NotFound;
use crate::text::diagnostic::Diagnostic;

/// Why an entry cannot be made of some words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NewEntryError {
    /// There is no such customer or invoice, or there are several.
    NotFound(NotFound),
    /// Something is missing or wrong.
    Wrong {
        /// What, in one line.
        message: String,
        /// What to write instead.
        help: Option<String>,
    },
}

impl NewEntryError {
    /// Something is wrong, and this is to be done.
    pub fn wrong(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self::Wrong {
            message: message.into(),
            help: Some(help.into()),
        }
    }
}

impl From<NotFound> for NewEntryError {
    fn from(missing: NotFound) -> Self {
        Self::NotFound(missing)
    }
}

impl From<&Diagnostic> for NewEntryError {
    fn from(finding: &Diagnostic) -> Self {
        Self::Wrong {
            message: message_text(&finding.message).into_owned(),
            help: finding
                .help
                .as_ref()
                .map(|help| message_text(help).into_owned()),
        }
    }
}
