//! L001 to L007: what is wrong with a template of a letter, found where templates are read.

use super::shared::rule::{CheckFn, CheckRule};
use crate::letter::templates::fault::TemplateFaultKind;
use crate::text::diagnostic::{DiagnosticKind, Prerequisite, Severity};

/// A rule a line: its name in the code, its code, its name for people, its severity, its page, the fault it reports.
macro_rules! template_rules {
    ($($(#[$about:meta])* $rule:ident = $code:literal $name:literal $severity:ident, page $page:literal, $fault:ident;)*) => {
        $(
            $(#[$about])*
            pub static $rule: CheckRule = CheckRule {
                kind: &DiagnosticKind {
                    code: $code,
                    name: $name,
                    severity: Severity::$severity,
                    prerequisite: Prerequisite::None,
                    explanation: include_str!($page),
                },
                run: CheckFn::TemplateFault(TemplateFaultKind::$fault),
            };
        )*
    };
}

template_rules! {
    /// A template of a letter that cannot be read, or that asks for what letters do not have.
    SYNTAX = "L001" "template-syntax" Error, page "template_syntax.md", Syntax;
    /// A template that names a variable its letter does not have.
    UNKNOWN_VARIABLE = "L002" "template-unknown-variable" Error, page "template_unknown_variable.md", UnknownVariable;
    /// A template that does not say what the letter is about.
    WITHOUT_SUBJECT = "L003" "template-without-subject" Error, page "template_without_subject.md", NoSubject;
    /// A Dutch letter whose subject does not hold the word `factuur`.
    SUBJECT_WITHOUT_FACTUUR = "L004" "subject-without-factuur" Warning, page "subject_without_factuur.md", SubjectWithoutFactuur;
    /// A template in which something was to be filled in.
    PLACEHOLDER = "L005" "template-placeholder" Error, page "template_placeholder.md", Placeholder;
    /// A fourteen-day letter that leaves out what the law asks of it.
    WITHOUT_NOTICE = "L006" "template-without-notice" Error, page "template_without_notice.md", NoStatutoryNotice;
    /// A template that uses a variable as what it is not.
    MISUSED_VARIABLE = "L007" "template-misused-variable" Error, page "template_misused_variable.md", Misused;
}
