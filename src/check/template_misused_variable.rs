//! L007: a template that uses a variable as what it is not.

use super::shared::rule::{CheckFn, CheckRule, TemplateCheckInput};
use crate::letter::templates::fault::TemplateFaultKind;
use crate::text::diagnostic::{DiagnosticKind, Prerequisite, Severity, Sink};

/// The check.
pub static RULE: CheckRule = CheckRule {
    kind: &KIND,
    run: CheckFn::Template(run),
};

static KIND: DiagnosticKind = DiagnosticKind {
    code: "L007",
    name: "template-misused-variable",
    severity: Severity::Error,
    prerequisite: Prerequisite::None,
    explanation: include_str!("template_misused_variable.md"),
};

fn run(template: &TemplateCheckInput<'_>, sink: &mut Sink) {
    template.report_faults(&KIND, TemplateFaultKind::Misused, sink);
}
