//! L004: a Dutch letter whose subject does not hold the word `factuur`.

use super::shared::rule::{CheckFn, CheckRule, TemplateCheckInput};
use crate::letter::templates::fault::TemplateFaultKind;
use crate::text::diagnostic::{DiagnosticKind, Prerequisite, Severity, Sink};

/// The check.
pub static RULE: CheckRule = CheckRule {
    kind: &KIND,
    run: CheckFn::Template(run),
};

static KIND: DiagnosticKind = DiagnosticKind {
    code: "L004",
    name: "subject-without-factuur",
    severity: Severity::Warning,
    prerequisite: Prerequisite::None,
    explanation: include_str!("subject_without_factuur.md"),
};

fn run(template: &TemplateCheckInput<'_>, sink: &mut Sink) {
    template.report_faults(&KIND, TemplateFaultKind::SubjectWithoutFactuur, sink);
}
