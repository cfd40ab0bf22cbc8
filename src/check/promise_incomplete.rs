//! C007: a promise without an amount or a day.

use crate::syntax::clause::Clause;
use crate::syntax::entry::{Entry, SourceText};
use crate::syntax::keyword::Keyword;
use crate::text::diagnostic::Sink;

crate::check_rule! {
    "C007" "promise-incomplete" Warning, needs Figures, page "promise_incomplete.md", Entry(run)
}

fn run(entry: &Entry, _text: SourceText<'_>, sink: &mut Sink) {
    if entry.directive.keyword != Keyword::Promise {
        return;
    }
    let missing = match (entry.amount(), entry.clause_argument(Clause::By)) {
        (None, None) => "an amount and a day",
        (None, Some(_)) => "an amount",
        (Some(_), None) => "a day",
        (Some(_), Some(_)) => return,
    };
    sink.push(
        KIND.at(entry.keyword, format!("expected {missing} in a promise, found none"))
            .help("ask how much and when: `promise #2026-001 121.00 by 2026-03-01`; else record it as a `note`"),
    );
}
