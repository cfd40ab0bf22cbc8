//! L001: a template of a letter that cannot be read, or that asks for what letters do not have.

use super::rule::{Linted, Rule, Run};
use crate::letter::templates::fault::TemplateFaultKind;
use crate::text::diagnostic::{DiagnosticKind, Prerequisite, Severity, Sink};

/// The check.
pub static RULE: Rule = Rule {
    kind: &KIND,
    run: Run::Template(run),
};

static KIND: DiagnosticKind = DiagnosticKind {
    code: "L001",
    name: "template-syntax",
    severity: Severity::Error,
    prerequisite: Prerequisite::None,
    explanation: include_str!("template_syntax.md"),
};

fn run(template: &Linted<'_>, sink: &mut Sink) {
    template.tell(&KIND, TemplateFaultKind::Syntax, sink);
}
