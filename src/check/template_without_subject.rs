//! L003: a template that does not say what the letter is about.

use super::rule::{Linted, Rule, Run};
use crate::letter::templates::fault::Sort;
use crate::text::diagnostic::{Depends, Kind, Severity, Sink};

/// The check.
pub static RULE: Rule = Rule {
    kind: &KIND,
    run: Run::Template(run),
};

static KIND: Kind = Kind {
    code: "L003",
    name: "template-without-subject",
    severity: Severity::Error,
    depends: Depends::Alone,
    explain: include_str!("template_without_subject.md"),
};

fn run(template: &Linted<'_>, sink: &mut Sink) {
    template.tell(&KIND, Sort::NoSubject, sink);
}
