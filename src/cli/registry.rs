//! What can be added to the program without changing it: the lists that a run goes by.

use crate::language::{LANGUAGES, LanguageList};
use crate::report::REPORTS;
use crate::report::shared::report_definition::Report;

/// The lists of a run. The program goes by those that are built in; a test may hand in others.
#[derive(Clone, Copy)]
pub struct Registry {
    /// The reports, each with the command of its name.
    pub reports: &'static [&'static Report],
    /// The languages of reports and letters.
    pub languages: LanguageList,
}

impl Registry {
    /// What is built in.
    pub const BUILT_IN: Self = Self {
        reports: REPORTS,
        languages: LANGUAGES,
    };
}
