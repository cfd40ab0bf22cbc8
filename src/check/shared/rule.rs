//! What a rule is, and how a file states its rule.

use super::check_input::CheckInput;
use super::template_check_input::TemplateCheckInput;
use crate::letter::templates::fault::TemplateFaultKind;
use crate::syntax::entry::{Entry, SourceText};
use crate::text::diagnostic::{DiagnosticKind, Sink};

/// A check: its kind of finding, and how it looks for it.
pub struct CheckRule {
    /// What it reports.
    pub kind: &'static DiagnosticKind,
    /// How it looks.
    pub run: CheckFn,
}

/// Looks at one entry.
pub type EntryCheckFn = fn(&Entry, SourceText<'_>, &mut Sink);

/// What a check looks at.
pub enum CheckFn {
    /// One entry at a time, as it is read.
    Entry(EntryCheckFn),
    /// The whole journal.
    Journal(fn(&CheckInput<'_>, &mut Sink)),
    /// One template of a letter of the user's own at a time.
    Template(fn(&TemplateCheckInput<'_>, &mut Sink)),
    /// The faults of one kind in a template of the user's own.
    TemplateFault(TemplateFaultKind),
}

/// States the rule of a file, `RULE`, and the kind of its findings, `KIND`: code, name, severity, what it needs, its
/// page, what it looks at and the function that looks.
#[macro_export]
macro_rules! check_rule {
    ($code:literal $name:literal $severity:ident, needs $needs:ident, page $page:literal, $form:ident($run:ident)) => {
        /// The rule.
        pub static RULE: $crate::check::shared::rule::CheckRule =
            $crate::check::shared::rule::CheckRule {
                kind: &KIND,
                run: $crate::check::shared::rule::CheckFn::$form($run),
            };

        /// The kind of its findings.
        pub static KIND: $crate::text::diagnostic::DiagnosticKind =
            $crate::text::diagnostic::DiagnosticKind {
                code: $code,
                name: $name,
                severity: $crate::text::diagnostic::Severity::$severity,
                prerequisite: $crate::text::diagnostic::Prerequisite::$needs,
                explanation: include_str!($page),
            };
    };
}
