//! E034: an invoice or a delivery for a customer for whom work was stopped until he pays.

use super::shared::check_input::{CheckInput, date_span};
use crate::dunning::suspension::{find_suspensions, work_meanwhile};
use crate::text::diagnostic::Sink;
use crate::text::span::Origin;
use std::collections::BTreeSet;

crate::check_rule! {
    "E034" "delivered-while-suspended" Warning, needs Figures, page "delivered_while_suspended.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let day = input.day;
    let mut told: BTreeSet<Origin> = BTreeSet::new();
    let suspensions = find_suspensions(day.journal, day.ledger, day.history());
    let work = work_meanwhile(&suspensions, day.history(), day.as_of());
    for (suspension, work) in suspensions.iter().zip(work) {
        let mut tell = |origin: Origin, found: String, note: &str| {
            if !told.insert(origin) {
                return;
            }
            let who = input.format_customer(suspension.customer);
            let since = suspension.letter.date;
            let expected = format!(
                "expected nothing delivered to {who} before payment or `release`, since the work was stopped by letter on {since}, found {found}"
            );
            sink.push(KIND.at(date_span(origin), expected).help(format!(
                "if you go on, say why in a `note` {note}; if the suspension is over, write `release`"
            )));
        };
        for invoice in work.invoices {
            let record = &day.journal.invoices[invoice];
            let noted = day.history().is_invoice_noted_since(invoice, record.date);
            if record.date <= day.as_of() && !noted {
                let found = input.format_invoice(invoice);
                tell(record.origin, found, "that names the invoice");
            }
        }
        for event in work.deliveries {
            let found = "`delivered`".to_owned();
            tell(event.origin, found, "about the customer");
        }
    }
}
