//! L002: a template that names a variable its letter does not have.

use super::rule::{Linted, Rule, Run};
use crate::letter::templates::fault::Sort;
use crate::text::diagnostic::{Depends, Kind, Severity, Sink};

/// The check.
pub static RULE: Rule = Rule {
    kind: &KIND,
    run: Run::Template(run),
};

static KIND: Kind = Kind {
    code: "L002",
    name: "template-unknown-variable",
    severity: Severity::Error,
    depends: Depends::Alone,
    explain: include_str!("template_unknown_variable.md"),
};

fn run(template: &Linted<'_>, sink: &mut Sink) {
    template.tell(&KIND, Sort::UnknownVariable, sink);
}
