//! L006: a fourteen-day letter that leaves out what the law asks of it.

use super::rule::{Linted, Rule, Run};
use crate::letter::templates::fault::TemplateFaultKind;
use crate::text::diagnostic::{DiagnosticKind, Prerequisite, Severity, Sink};

/// The check.
pub static RULE: Rule = Rule {
    kind: &KIND,
    run: Run::Template(run),
};

static KIND: DiagnosticKind = DiagnosticKind {
    code: "L006",
    name: "template-without-notice",
    severity: Severity::Error,
    prerequisite: Prerequisite::None,
    explanation: include_str!("template_without_notice.md"),
};

fn run(template: &Linted<'_>, sink: &mut Sink) {
    template.tell(&KIND, TemplateFaultKind::NoStatutoryNotice, sink);
}
