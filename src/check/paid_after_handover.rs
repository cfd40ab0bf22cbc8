//! E011: a payment to you of what an agency collects.

use super::shared::check_input::{CheckInput, date_span};
use super::shared::handover_periods::handover_on;
use crate::journal::model::MovementKind;
use crate::text::diagnostic::Sink;

crate::check_rule! {
    "E011" "paid-after-handover" Advice, needs Names, page "paid_after_handover.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let mut events = input.day.journal.events.iter();
    if !events.any(|event| event.handover().is_some()) {
        return;
    }
    let history = input.last_day.history();
    let movements = input.day.journal.movements.as_slice().iter();
    for payment in movements.filter(|movement| movement.kind == MovementKind::Payment) {
        if payment
            .extra
            .as_ref()
            .is_some_and(|more| !more.commission.is_zero())
        {
            continue;
        }
        let gone = payment
            .all_invoices()
            .find_map(|invoice| Some((invoice, handover_on(history, invoice, payment.date)?)));
        if let Some((invoice, handover)) = gone {
            let no = input.format_invoice(invoice);
            sink.push(
                KIND.at(
                    input.mention_span(payment.origin, invoice),
                    format!("expected money for {no} by way of who took it over on {}, found a direct payment", handover.date),
                )
                .related(date_span(handover.origin), "handed over here")
                .help("tell the agency that it was paid; write `commission:` if they kept a part of it"),
            );
        }
    }
}
