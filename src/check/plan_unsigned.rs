//! C009: a plan that the customer did not sign.

use crate::syntax::entry::{ArgumentValue, Entry, EntryState, SourceText};
use crate::syntax::keyword::Keyword;
use crate::text::diagnostic::Sink;
use crate::value::key_name::KeyName;

crate::check_rule! {
    "C009" "plan-unsigned" Advice, needs Figures, page "plan_unsigned.md", Entry(run)
}

fn run(entry: &Entry, _text: SourceText<'_>, sink: &mut Sink) {
    if entry.directive.keyword != Keyword::Plan || entry.state != EntryState::Whole {
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
