//! D008: an invoice that went out long after the delivery.

use super::shared::check_input::{CheckInput, date_span};
use crate::journal::deliveries::USUAL_TIME;
use crate::journal::model::NumberUse;
use crate::text::diagnostic::Sink;
use crate::value::calendar::days_between;

crate::check_rule! {
    "D008" "invoiced-late" Advice, needs None, page "invoiced_late.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    for named in &journal.deliveries {
        let invoice = &journal.invoices[named.invoice];
        let policy = invoice.policy.map(|policy| &journal.policies[policy]);
        let own = policy.and_then(|policy| policy.invoice_within);
        let last = own.unwrap_or(USUAL_TIME).date_after(named.delivered);
        let in_time = last.is_none_or(|last| named.went_out <= last);
        if in_time || invoice.number_use != NumberUse::Invoice {
            continue;
        }
        let most = last.map_or(0, |last| days_between(named.delivered, last));
        let days = days_between(named.delivered, named.went_out);
        sink.push_with(&KIND, || {
            KIND.at(
                date_span(invoice.origin),
                format!(
                    "expected an invoice within {most} days of the delivery on {}, found {days} days",
                    named.delivered
                ),
            )
            .help("write invoices sooner: every day here is a day later that you are paid")
        });
    }
}
