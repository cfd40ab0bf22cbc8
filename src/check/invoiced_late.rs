//! D008: an invoice written long after the delivery.

use crate::syntax::entry::{Entry, SourceText};
use crate::syntax::keyword::Keyword;
use crate::text::diagnostic::Sink;
use crate::value::calendar::days_between;
use crate::value::key_name::KeyName;

crate::check_rule! {
    "D008" "invoiced-late" Advice, needs None, page "invoiced_late.md", Entry(run)
}

/// Days after which it is worth a word.
const MAX_DAYS: i64 = 7;

fn run(entry: &Entry, _text: SourceText<'_>, sink: &mut Sink) {
    if entry.details.is_empty() || entry.directive.keyword != Keyword::Invoice {
        return;
    }
    let (Some(date), Some(delivered)) = (entry.date, entry.detail_date(KeyName::Delivered)) else {
        return;
    };
    let went_out = entry
        .detail_date(KeyName::Sent)
        .unwrap_or(date.node)
        .max(date.node);
    let days = days_between(delivered, went_out);
    if days > MAX_DAYS {
        sink.push(
            KIND.at(
                date.span,
                format!("expected an invoice within {MAX_DAYS} days of the delivery on {delivered}, found {days} days"),
            )
            .help("write invoices sooner: every day here is a day later that you are paid"),
        );
    }
}
