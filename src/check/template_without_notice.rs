//! L006: a fourteen-day letter that leaves out what the law asks of it.

use super::rule::{Linted, Rule, Run};
use crate::letter::templates::fault::Sort;
use crate::text::diagnostic::{Depends, Kind, Severity, Sink};

/// The check.
pub static RULE: Rule = Rule {
    kind: &KIND,
    run: Run::Template(run),
};

static KIND: Kind = Kind {
    code: "L006",
    name: "template-without-notice",
    severity: Severity::Error,
    depends: Depends::Alone,
    explain: include_str!("template_without_notice.md"),
};

fn run(template: &Linted<'_>, sink: &mut Sink) {
    template.tell(&KIND, Sort::NoStatutoryNotice, sink);
}
