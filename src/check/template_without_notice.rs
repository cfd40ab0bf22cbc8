//! L006: a fourteen-day letter that leaves out what the law asks of it.

use super::shared::rule::{CheckFn, CheckRule, TemplateCheckInput};
use crate::letter::templates::fault::TemplateFaultKind;
use crate::text::diagnostic::{DiagnosticKind, Prerequisite, Severity, Sink};

/// The check.
pub static RULE: CheckRule = CheckRule {
    kind: &KIND,
    run: CheckFn::Template(run),
};

static KIND: DiagnosticKind = DiagnosticKind {
    code: "L006",
    name: "template-without-notice",
    severity: Severity::Error,
    prerequisite: Prerequisite::None,
    explanation: include_str!("template_without_notice.md"),
};

fn run(template: &TemplateCheckInput<'_>, sink: &mut Sink) {
    template.report_faults(&KIND, TemplateFaultKind::NoStatutoryNotice, sink);
}
