//! E017: a complaint that was right, and no credit note.

use super::shared::check_input::CheckInput;
use crate::journal::model::{Event, InvoiceIx, Movement, MovementKind};
use crate::text::diagnostic::Sink;
use std::collections::BTreeSet;

crate::check_rule! {
    "E017" "upheld-without-credit" Warning, needs Figures, page "upheld_without_credit.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let events = input.day.journal.events.iter();
    let upheld: Vec<&Event> = events.filter(|event| event.is_concession()).collect();
    if upheld.is_empty() {
        return;
    }
    let movements = input.day.journal.movements.as_slice().iter();
    let lowered: BTreeSet<InvoiceIx> = movements
        .filter(|it| {
            matches!(
                it.kind,
                MovementKind::Credit | MovementKind::Void | MovementKind::Writeoff
            )
        })
        .flat_map(Movement::invoices)
        .collect();
    for event in upheld {
        if let Some(invoice) = event.invoice.filter(|invoice| !lowered.contains(invoice)) {
            let number = input.format_invoice(invoice);
            let amount = event.conceded_amount();
            let amount = amount.map(|amount| input.format_money(amount.minor, amount.currency));
            let amount = amount.as_deref().unwrap_or("AMOUNT");
            sink.push(
                KIND.at(
                    input.keyword_span(event.origin),
                    format!("expected a credit note for {number}, found none"),
                )
                .help(format!("write it: `{} credit #NUMBER for {number} {amount}`; a dispute never changes a figure by itself", event.date)),
            );
        }
    }
}
