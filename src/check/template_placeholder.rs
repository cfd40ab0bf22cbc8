//! L005: a template in which something was to be filled in.

use super::rule::{Linted, Rule, Run};
use crate::letter::templates::fault::TemplateFaultKind;
use crate::text::diagnostic::{DiagnosticKind, Prerequisite, Severity, Sink};

/// The check.
pub static RULE: Rule = Rule {
    kind: &KIND,
    run: Run::Template(run),
};

static KIND: DiagnosticKind = DiagnosticKind {
    code: "L005",
    name: "template-placeholder",
    severity: Severity::Error,
    prerequisite: Prerequisite::None,
    explanation: include_str!("template_placeholder.md"),
};

fn run(template: &Linted<'_>, sink: &mut Sink) {
    template.tell(&KIND, TemplateFaultKind::Placeholder, sink);
}
