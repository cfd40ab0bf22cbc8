//! L003: a template that does not say what the letter is about.

use super::shared::rule::{CheckFn, CheckRule, TemplateCheckInput};
use crate::letter::templates::fault::TemplateFaultKind;
use crate::text::diagnostic::{DiagnosticKind, Prerequisite, Severity, Sink};

/// The check.
pub static RULE: CheckRule = CheckRule {
    kind: &KIND,
    run: CheckFn::Template(run),
};

static KIND: DiagnosticKind = DiagnosticKind {
    code: "L003",
    name: "template-without-subject",
    severity: Severity::Error,
    prerequisite: Prerequisite::None,
    explanation: include_str!("template_without_subject.md"),
};

fn run(template: &TemplateCheckInput<'_>, sink: &mut Sink) {
    template.report_faults(&KIND, TemplateFaultKind::NoSubject, sink);
}
