//! L004: a Dutch letter whose subject does not hold the word `factuur`.

use super::rule::{Linted, Rule, Run};
use crate::letter::templates::fault::TemplateFaultKind;
use crate::text::diagnostic::{DiagnosticKind, Prerequisite, Severity, Sink};

/// The check.
pub static RULE: Rule = Rule {
    kind: &KIND,
    run: Run::Template(run),
};

static KIND: DiagnosticKind = DiagnosticKind {
    code: "L004",
    name: "subject-without-factuur",
    severity: Severity::Warning,
    prerequisite: Prerequisite::None,
    explanation: include_str!("subject_without_factuur.md"),
};

fn run(template: &Linted<'_>, sink: &mut Sink) {
    template.tell(&KIND, TemplateFaultKind::SubjectWithoutFactuur, sink);
}
