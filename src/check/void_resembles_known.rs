//! R011: a void of a number never issued, beside one that looks like it.

use super::shared::check_input::{CheckInput, date_span};
use super::shared::similar_numbers::find_longer_or_shorter;
use crate::journal::model::{MovementKind, NumberUse};
use crate::text::diagnostic::Sink;
use crate::text::edit::Edit;

crate::check_rule! {
    "R011" "void-resembles-known" Advice, needs Names, page "void_resembles_known.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    let movements = journal.movements.as_slice().iter();
    for void in movements.filter(|movement| movement.kind == MovementKind::Void) {
        for number in void.invoices() {
            if journal.invoices[number].number_use != NumberUse::Skipped {
                continue;
            }
            let Some(near) = find_longer_or_shorter(journal, journal.invoice_no(number)) else {
                continue;
            };
            let (at, no) = (
                input.mention_span(void.origin, number),
                input.format_invoice(near),
            );
            sink.push(
                KIND.at(
                    at,
                    format!(
                        "expected an invoice or a missing number, found {}",
                        input.format_invoice(number)
                    ),
                )
                .note("never issued")
                .related(
                    date_span(journal.invoices[near].origin),
                    format!("{no} is written here"),
                )
                .help(format!(
                    "did you mean {no}? Until then that invoice stays open"
                ))
                .deciding_fix(vec![Edit::replace(at, no)]),
            );
        }
    }
}
