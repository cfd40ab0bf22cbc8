//! L002: a template that names a variable its letter does not have.

use super::shared::rule::{CheckFn, CheckRule, TemplateCheckInput};
use crate::letter::templates::fault::TemplateFaultKind;
use crate::text::diagnostic::{DiagnosticKind, Prerequisite, Severity, Sink};

/// The check.
pub static RULE: CheckRule = CheckRule {
    kind: &KIND,
    run: CheckFn::Template(run),
};

static KIND: DiagnosticKind = DiagnosticKind {
    code: "L002",
    name: "template-unknown-variable",
    severity: Severity::Error,
    prerequisite: Prerequisite::None,
    explanation: include_str!("template_unknown_variable.md"),
};

fn run(template: &TemplateCheckInput<'_>, sink: &mut Sink) {
    template.report_faults(&KIND, TemplateFaultKind::UnknownVariable, sink);
}
