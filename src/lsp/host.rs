//! What the server is given from outside: files, the day, settings.

use crate::language::phrases::Language;
use crate::letter::library::template_set::UserTemplate;
use crate::text::source::Files;
use chrono::NaiveDate;
use std::path::Path;

/// Where the server runs.
pub trait EditorHost {
    /// The files as they are stored.
    fn files(&self) -> &dyn Files;

    /// The day it is.
    fn today(&self) -> NaiveDate;

    /// What is set for the journal with this root file. What cannot be read is left out: `check` says so.
    fn settings(&self, root: &Path) -> JournalSettings;
}

/// What is set for a journal beside it.
#[derive(Default)]
pub struct JournalSettings {
    /// The letter templates of the user's own.
    pub templates: Vec<UserTemplate>,
    /// The language of pages, where it is set.
    pub language: Option<&'static Language>,
}
