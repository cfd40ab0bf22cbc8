//! E027: the end of a dispute that says more than the dispute bears: an amount where nothing was conceded, more than was
//! contested, a second end, or an end of no dispute at all.

use super::shared::check_input::{CheckInput, date_span};
use crate::dunning::concessions::DisputeStatus;
use crate::journal::event_details::EventDetails;
use crate::journal::model::{Event, InvoiceIx};
use crate::text::diagnostic::Sink;
use crate::value::money::Minor;
use std::collections::BTreeSet;

crate::check_rule! {
    "E027" "resolve-beyond-dispute" Warning, needs Figures, page "resolve_beyond_dispute.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let events = input.day.journal.events.iter();
    let ends = events.filter(|event| matches!(event.details, EventDetails::Resolve { .. }));
    let invoices: BTreeSet<InvoiceIx> = ends.flat_map(Event::invoices).collect();
    for invoice in invoices {
        let mut last: Option<DisputeStatus<'_>> = None;
        for event in input.last_day.dunning().history.of_invoice(invoice) {
            match event.details {
                EventDetails::Dispute(_) => {
                    last = Some(DisputeStatus {
                        dispute: event,
                        end: None,
                    });
                }
                EventDetails::Resolve { .. } => {
                    check_end(input, (invoice, event), last.as_ref(), sink);
                    last = last.map(|last| DisputeStatus {
                        end: Some(event),
                        ..last
                    });
                }
                _ => {}
            }
        }
    }
}

fn check_end(
    input: &CheckInput<'_>,
    (invoice, event): (InvoiceIx, &Event),
    ended: Option<&DisputeStatus<'_>>,
    sink: &mut Sink,
) {
    let Some(ended) = ended else {
        let number = input.format_invoice(invoice);
        sink.push(
            KIND.at(
                input.keyword_span(event.origin),
                format!("expected a dispute of {number} before this, found none"),
            )
            .help(format!(
                "write when the customer contested it: `DATE dispute {number} AMOUNT`; what you let go without a dispute is a `credit`"
            )),
        );
        return;
    };
    if let Some(first) = ended.end {
        sink.push(
            KIND.at(
                input.keyword_span(event.origin),
                format!(
                    "expected one end of the dispute of {}, found a second",
                    ended.dispute.date
                ),
            )
            .related(date_span(first.origin), "it had ended here")
            .help("leave one of them out: until then the last one counts"),
        );
    }
    if event.is_concession() {
        check_amount(input, (invoice, event), ended.dispute, sink);
    } else {
        check_no_amount(input, event, sink);
    }
}

fn check_no_amount(input: &CheckInput<'_>, event: &Event, sink: &mut Sink) {
    if let (EventDetails::Resolve { outcome, .. }, Some(amount)) =
        (&event.details, event.conceded_amount())
    {
        let amount = input.format_money(amount.minor, amount.currency);
        let outcome = outcome.word();
        sink.push(
            KIND.at(
                input.keyword_span(event.origin),
                format!("expected no amount with `{outcome}`, found {amount} conceded"),
            )
            .help("write `settled` or `upheld` where it was conceded, or leave the amount out"),
        );
    }
}

/// Nobody concedes more than was contested, which is never more than was invoiced.
fn check_amount(
    input: &CheckInput<'_>,
    (invoice, event): (InvoiceIx, &Event),
    dispute: &Event,
    sink: &mut Sink,
) {
    let Some(conceded) = event.conceded_amount() else {
        return;
    };
    let invoiced = input.day.journal.invoices[invoice].amount();
    let invoiced = invoiced.map(Minor::from);
    let contested = dispute.disputed_amount().map(|amount| amount.minor);
    let Some(most) = contested.into_iter().chain(invoiced).min() else {
        return;
    };
    if conceded.minor > most {
        let shown = |minor| input.format_money(minor, conceded.currency);
        sink.push(
            KIND.at(
                input.amount_span(event.origin),
                format!(
                    "expected no more than the {} contested, found {} conceded",
                    shown(most),
                    shown(conceded.minor)
                ),
            )
            .related(date_span(dispute.origin), "the dispute")
            .help("mend the amount, here or in the dispute"),
        );
    }
}
