//! C009: a plan that the customer did not sign.

use super::shared::rule::{CheckFn, CheckRule};
use crate::syntax::entry::{ArgumentValue, Entry, SourceText};
use crate::syntax::keyword::Keyword;
use crate::text::diagnostic::{DiagnosticKind, Prerequisite, Severity, Sink};
use crate::value::key_name::KeyName;

/// The check.
pub static RULE: CheckRule = CheckRule {
    kind: &KIND,
    run: CheckFn::Entry(run),
};

static KIND: DiagnosticKind = DiagnosticKind {
    code: "C009",
    name: "plan-unsigned",
    severity: Severity::Advice,
    prerequisite: Prerequisite::None,
    explanation: include_str!("plan_unsigned.md"),
};

fn run(entry: &Entry, _text: SourceText<'_>, sink: &mut Sink) {
    if entry.directive.keyword != Keyword::Plan {
        return;
    }
    let signed = entry
        .detail_value(KeyName::Signed)
        .map(|argument| argument.value);
    if signed != Some(ArgumentValue::Word("yes")) {
        sink.push(
            KIND.at(entry.keyword, "expected a plan that is signed, found one without `signed: yes`")
                .help("let the customer confirm it in writing, keep that as `document:`, and write `signed: yes`"),
        );
    }
}
