//! F005: arguments in another order than usual.

use crate::syntax::directive::payment::UNKNOWN_PAYER;
use crate::syntax::entry::{Argument, ArgumentValue, Entry, SourceText};
use crate::syntax::keyword::Keyword;
use crate::syntax::table::DirectiveKind;
use crate::text::diagnostic::Sink;
use crate::text::edit::Edit;
use crate::text::span::Span;

crate::check_rule! {
    "F005" "argument-order" Style, needs None, page "argument_order.md", Entry(run)
}

fn run(entry: &Entry, text: SourceText<'_>, sink: &mut Sink) {
    if entry.directive.kind != DirectiveKind::Money {
        return;
    }
    let is_credit = entry.directive.keyword == Keyword::Credit;
    let mut highest = 0;
    for argument in entry.header_arguments() {
        let rank = argument_rank(argument, is_credit);
        if rank < highest {
            sink.push(
                KIND.at(
                    argument.span,
                    "expected numbers, then the customer, the amount and clauses, found another order",
                )
                .help("put them in the usual order: a column of amounts is read at a glance")
                .safe_fix(vec![sort_arguments(entry, text, is_credit)]),
            );
            return;
        }
        highest = rank;
    }
}

fn argument_rank(argument: &Argument, is_credit: bool) -> u8 {
    match (argument.clause, argument.value) {
        (None, ArgumentValue::Invoice) => 0,
        // A credit note names its invoice beside its own number.
        (Some(_), ArgumentValue::Invoice) if is_credit => 1,
        (None, ArgumentValue::Customer | ArgumentValue::Word(UNKNOWN_PAYER)) => 2,
        (None, ArgumentValue::Amount(_)) => 3,
        (None, _) => 4,
        (Some(_), _) => 5,
    }
}

/// The arguments with their clause words, put in order; one edit over all of them.
fn sort_arguments(entry: &Entry, text: SourceText<'_>, is_credit: bool) -> Edit {
    let arguments = entry.header_arguments();
    let mut start = entry.keyword.end;
    let mut parts: Vec<(u8, &str)> = Vec::with_capacity(arguments.len());
    for argument in arguments {
        let part = text.slice(Span::new(start, argument.span.end));
        parts.push((argument_rank(argument, is_credit), part.trim()));
        start = argument.span.end;
    }
    parts.sort_by_key(|(rank, _)| *rank);
    let words: Vec<&str> = parts.into_iter().map(|(_, part)| part).collect();
    let whole = Span::new(entry.keyword.end, start);
    Edit::replace(whole, format!(" {}", words.join(" ")))
}
