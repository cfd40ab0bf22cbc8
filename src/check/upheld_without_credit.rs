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
    let upheld = events.filter(|event| event.is_concession());
    let upheld: BTreeSet<InvoiceIx> = upheld.flat_map(Event::invoices).collect();
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
    let dunning = input.last_day.dunning();
    for invoice in upheld {
        // A note for an invoice that is paid stands on account: what it answered is not to be seen.
        if lowered.contains(&invoice) && !dunning.rules.open_principal(invoice).is_positive() {
            continue;
        }
        let currency = input.day.journal.invoices[invoice].currency;
        for (event, amount) in dunning.credit_notes_due(invoice) {
            let amount = Some(amount).filter(|amount| amount.is_positive());
            let amount = amount.map(|amount| input.format_money(amount, currency));
            tell_concession(input, (invoice, event), amount.as_deref(), sink);
        }
    }
}

fn tell_concession(
    input: &CheckInput<'_>,
    (invoice, event): (InvoiceIx, &Event),
    amount: Option<&str>,
    sink: &mut Sink,
) {
    let number = input.format_invoice(invoice);
    let amount = amount.unwrap_or("AMOUNT");
    sink.push(
        KIND.at(
            input.keyword_span(event.origin),
            format!("expected a credit note for {number}, found none"),
        )
        .help(format!(
            "write it: `{} credit #NUMBER for {number} {amount}`; a dispute never changes a figure by itself",
            event.date
        )),
    );
}
