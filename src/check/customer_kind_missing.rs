//! C011: a customer of whom the law does not know what he is.

use super::shared::rule::{CheckFn, CheckRule};
use crate::syntax::entry::{Entry, SourceText};
use crate::syntax::keyword::Keyword;
use crate::text::diagnostic::{DiagnosticKind, Prerequisite, Severity, Sink};
use crate::value::key_name::KeyName;

/// The check.
pub static RULE: CheckRule = CheckRule {
    kind: &KIND,
    run: CheckFn::Entry(run),
};

static KIND: DiagnosticKind = DiagnosticKind {
    code: "C011",
    name: "customer-kind-missing",
    severity: Severity::Advice,
    prerequisite: Prerequisite::None,
    explanation: include_str!("customer_kind_missing.md"),
};

fn run(entry: &Entry, _text: SourceText<'_>, sink: &mut Sink) {
    if entry.directive.keyword != Keyword::Customer || entry.details(KeyName::Kind).next().is_some()
    {
        return;
    }
    if let Some(at) = entry.customer() {
        sink.push(
            KIND.at(at, "expected `kind: business`, `consumer` or `government`, found none")
                .help("say which: until then he is treated as a consumer, who pays less interest and no costs without a fourteen-day letter"),
        );
    }
}
