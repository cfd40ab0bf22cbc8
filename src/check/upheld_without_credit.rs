//! E017: a complaint that was right, and no credit note.

use super::shared::check_input::CheckInput;
use crate::journal::model::{Event, InvoiceIx};
use crate::text::diagnostic::Sink;

crate::check_rule! {
    "E017" "upheld-without-credit" Warning, needs Figures, page "upheld_without_credit.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    for due in input.last_day.dunning().credit_notes_due() {
        let currency = input.day.journal.invoices[due.invoice].currency;
        let amount = Some(due.amount).filter(|amount| amount.is_positive());
        let amount = amount.map(|amount| input.format_money(amount, currency));
        tell_concession(input, (due.invoice, due.event), amount.as_deref(), sink);
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
