//! P004: a payment of an invoice that is written later.

use super::shared::check_input::{CheckInput, date_span};
use crate::journal::model::{MovementKind, NumberUse};
use crate::text::diagnostic::Sink;

crate::check_rule! {
    "P004" "payment-before-invoice" Advice, needs Names, page "payment_before_invoice.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    for payment in input.day.journal.movements.as_slice() {
        if payment.kind != MovementKind::Payment {
            continue;
        }
        for number in payment.all_invoices() {
            let invoice = &input.day.journal.invoices[number];
            if invoice.number_use == NumberUse::Invoice && payment.date < invoice.date {
                let no = input.format_invoice(number);
                sink.push_with(&KIND, || {
KIND.at(
                        input.mention_span(payment.origin, number),
                        format!(
                            "expected a payment on or after {}, the day of {no}, found {}",
                            invoice.date, payment.date
                        ),
                    )
                    .related(date_span(invoice.origin), "the invoice")
                    .help("mend a date if one is wrong; a deposit is right as it is: `allow: P004` and why")
});
            }
        }
    }
}
