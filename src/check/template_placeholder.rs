//! L005: a template in which something was to be filled in.

use super::shared::rule::{CheckFn, CheckRule, TemplateCheckInput};
use crate::letter::templates::fault::TemplateFaultKind;
use crate::text::diagnostic::{DiagnosticKind, Prerequisite, Severity, Sink};

/// The check.
pub static RULE: CheckRule = CheckRule {
    kind: &KIND,
    run: CheckFn::Template(run),
};

static KIND: DiagnosticKind = DiagnosticKind {
    code: "L005",
    name: "template-placeholder",
    severity: Severity::Error,
    prerequisite: Prerequisite::None,
    explanation: include_str!("template_placeholder.md"),
};

fn run(template: &TemplateCheckInput<'_>, sink: &mut Sink) {
    template.report_faults(&KIND, TemplateFaultKind::Placeholder, sink);
}
