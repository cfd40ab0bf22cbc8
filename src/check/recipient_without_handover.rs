//! E030: a step that is no hand-over says to whom.

use crate::journal::ladder::HANDOVER_STAGE;
use crate::syntax::clause::Clause;
use crate::syntax::entry::{Entry, SourceText};
use crate::syntax::keyword::Keyword;
use crate::text::diagnostic::Sink;
use crate::value::key_name::KeyName;

crate::check_rule! {
    "E030" "recipient-without-handover" Warning, needs None, page "recipient_without_handover.md", Entry(run)
}

fn run(entry: &Entry, text: SourceText<'_>, sink: &mut Sink) {
    if entry.directive.keyword != Keyword::Policy {
        return;
    }
    for stage in entry.details(KeyName::Stage) {
        let arguments = entry.arguments_of(stage);
        let name = arguments.first().map(|name| text.slice(name.span));
        let to = arguments.iter().find(|it| it.clause == Some(Clause::To));
        if let (Some(name), Some(to)) = (name.filter(|name| *name != HANDOVER_STAGE), to) {
            sink.push(
                KIND.at(
                    to.span,
                    format!("expected `to` at the step `handover`, found it at `{name}`"),
                )
                .help("take it out, or let the ladder end with a step `handover`: that one says who collects then"),
            );
        }
    }
}
