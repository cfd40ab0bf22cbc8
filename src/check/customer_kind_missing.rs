//! C011: a customer whose kind is not written, on which the law depends.

use crate::syntax::entry::{Entry, EntryState, SourceText};
use crate::syntax::keyword::Keyword;
use crate::text::diagnostic::Sink;
use crate::value::key_name::KeyName;

crate::check_rule! {
    "C011" "customer-kind-missing" Advice, needs Terms, page "customer_kind_missing.md", Entry(run)
}

fn run(entry: &Entry, _text: SourceText<'_>, sink: &mut Sink) {
    // A line that cannot be read may be the one that says it.
    if entry.directive.keyword != Keyword::Customer
        || entry.state != EntryState::Whole
        || entry.details(KeyName::Kind).next().is_some()
    {
        return;
    }
    if let Some(at) = entry.customer() {
        sink.push(
            KIND.at(at, "expected `kind: business`, `consumer` or `government`, found none")
                .help("say which: until then he is treated as a consumer, of whom the law lets you ask least"),
        );
    }
}
