//! L002: a template that names a variable its letter does not have.

use super::rule::{Linted, Rule, Run};
use crate::letter::templates::fault::TemplateFaultKind;
use crate::text::diagnostic::{DiagnosticKind, Prerequisite, Severity, Sink};

/// The check.
pub static RULE: Rule = Rule {
    kind: &KIND,
    run: Run::Template(run),
};

static KIND: DiagnosticKind = DiagnosticKind {
    code: "L002",
    name: "template-unknown-variable",
    severity: Severity::Error,
    prerequisite: Prerequisite::None,
    explanation: include_str!("template_unknown_variable.md"),
};

fn run(template: &Linted<'_>, sink: &mut Sink) {
    template.tell(&KIND, TemplateFaultKind::UnknownVariable, sink);
}
