//! D005: an invoice that is due before it is written.

use super::shared::check_input::CheckInput;
use crate::journal::model::NumberUse;
use crate::syntax::clause::Clause;
use crate::text::diagnostic::Sink;
use chrono::NaiveDate;

crate::check_rule! {
    "D005" "due-before-invoice" Warning, needs Names, page "due_before_invoice.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    for item in input.day.journal.items.as_slice() {
        let invoice = &input.day.journal.invoices[item.invoice];
        if let Some(due) = item.due
            && due < invoice.date
            && invoice.number_use == NumberUse::Invoice
        {
            sink.push_with(&KIND, || {
                KIND.at(
                    due_span(input, invoice.origin, due),
                    format!(
                        "expected a due date on or after {}, the day of the invoice, found {due}",
                        invoice.date
                    ),
                )
                .help("mend one of the two dates")
            });
        }
    }
}

fn due_span(
    input: &CheckInput<'_>,
    origin: crate::text::span::Origin,
    due: NaiveDate,
) -> crate::text::span::Span {
    input.span_of(origin, |entry| {
        let mut all = entry.arguments.iter();
        all.find(|argument| {
            matches!(argument.clause, Some(Clause::Due | Clause::On))
                && argument.value.date() == Some(due)
        })
        .map(|argument| argument.span)
    })
}
