//! L008: a template by whose name no letter goes.

use super::rule::{CheckFn, CheckRule, TemplateCheckInput};
use crate::letter::library::built_in::BUILT_IN_TEMPLATES;
use crate::letter::templates::name_scope::nearest_name;
use crate::text::diagnostic::{DiagnosticKind, Prerequisite, Severity, Sink};

/// The check.
pub static RULE: CheckRule = CheckRule {
    kind: &KIND,
    run: CheckFn::Template(run),
};

static KIND: DiagnosticKind = DiagnosticKind {
    code: "L008",
    name: "template-of-no-letter",
    severity: Severity::Warning,
    prerequisite: Prerequisite::Names,
    explanation: include_str!("template_of_no_letter.md"),
};

fn run(template: &TemplateCheckInput<'_>, sink: &mut Sink) {
    if template.is_used {
        return;
    }
    let letter = &template.template.letter;
    let known = BUILT_IN_TEMPLATES.iter().map(|built_in| built_in.name);
    let help = match nearest_name(letter, known) {
        Some(name) => format!("call it `{name}.txt`, or name it with `letter` in a policy"),
        None => format!("write `letter {letter}` at a step of a policy, or take the file away"),
    };
    let message = format!("expected a letter that is called `{letter}`, found none");
    sink.push(KIND.at(template.span(&(0..0)), message).help(help));
}
