//! C015: the third promise about one invoice.

use super::shared::check_input::CheckInput;
use crate::journal::model::InvoiceIx;
use crate::text::diagnostic::Sink;
use crate::text::span::Origin;
use chrono::NaiveDate;

crate::check_rule! {
    "C015" "third-promise" Advice, needs Figures, page "third_promise.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let mut promises: Vec<(InvoiceIx, NaiveDate, Origin)> = Vec::new();
    for event in input
        .day
        .journal
        .events
        .iter()
        .filter(|event| event.promise().is_some())
    {
        promises.extend(
            event
                .invoices()
                .map(|invoice| (invoice, event.date, event.origin)),
        );
    }
    promises.sort_unstable();
    for promises in promises.chunk_by(|one, other| one.0 == other.0) {
        let Some((invoice, _, origin)) = promises.get(2) else {
            continue;
        };
        let number = input.format_invoice(*invoice);
        sink.push(
            KIND.at(
                input.mention_span(*origin, *invoice),
                format!("expected at most two promises about {number}, found a third"),
            )
            .help(
                "a plan in terms, signed, or the next step may serve better than another promise",
            ),
        );
    }
}
