//! What can be added to the program without changing it: the lists that a run goes by.

use crate::language::{LANGUAGES, LanguageList};
use crate::letter::facts::letter_kind::LetterKind;
use crate::letter::library::built_in::BUILT_IN_KINDS;
use crate::report::REPORTS;
use crate::report::export::EXPORTS;
use crate::report::export::export_definition::Export;
use crate::report::shared::report_definition::Report;

/// The lists of a run. The program goes by those that are built in; a test may hand in others.
#[derive(Clone, Copy)]
pub struct Registry {
    /// The reports, each with the command of its name.
    pub reports: &'static [&'static Report],
    /// The exports, each with the word behind `export`.
    pub exports: &'static [&'static Export],
    /// The languages of reports and letters.
    pub languages: LanguageList,
    /// The kinds of letters.
    pub letter_kinds: &'static [&'static LetterKind],
}

impl Registry {
    /// What is built in.
    pub const BUILT_IN: Self = Self {
        reports: REPORTS,
        exports: EXPORTS,
        languages: LANGUAGES,
        letter_kinds: BUILT_IN_KINDS,
    };
}
