//! A007: a `for:` line in another currency than its payment.

use super::currency_mix::{HELP, KIND};
use super::rule::{CheckFn, CheckRule};
use crate::syntax::entry::{Entry, SourceText};
use crate::syntax::keyword::Keyword;
use crate::text::diagnostic::Sink;
use crate::value::key_name::KeyName;

/// The check, which one entry is enough for.
pub static RULE: CheckRule = CheckRule {
    kind: &KIND,
    run: CheckFn::Entry(run),
};

fn run(entry: &Entry, _text: SourceText<'_>, sink: &mut Sink) {
    if entry.details.is_empty() || entry.directive.keyword != Keyword::Payment {
        return;
    }
    let parts = entry.details(KeyName::For);
    for argument in parts.flat_map(|detail| entry.arguments_of(detail)) {
        let Some(whole) = entry.amount() else {
            return;
        };
        if let Some(part) = argument.value.amount()
            && part.currency != whole.node.currency
        {
            sink.push(
                KIND.at(
                    argument.span,
                    format!(
                        "expected a part in {}, the currency of the payment, found {}",
                        whole.node.currency.code(),
                        part.currency.code()
                    ),
                )
                .related(whole.span, "the payment")
                .help(HELP),
            );
        }
    }
}
