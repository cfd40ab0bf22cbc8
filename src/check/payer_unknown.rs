//! P023: a payment of which nobody knows who paid.

use super::shared::check_input::CheckInput;
use crate::ledger::payer_candidates::PayerCandidates;
use crate::text::diagnostic::Sink;

crate::check_rule! {
    "P023" "payer-unknown" Advice, needs Figures, page "payer_unknown.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    let payments = journal.unknown_payments_by(input.last_day.ledger.as_of);
    if payments.is_empty() {
        return;
    }
    let candidates = PayerCandidates::from_ledger(journal, input.last_day.ledger);
    for payment in payments {
        let amount = input.format_money(payment.amount.minor, payment.amount.currency);
        let found = KIND.at(
            input.amount_span(payment.origin),
            format!("expected to know who paid the {amount}, found `unknown`"),
        );
        let found = found.note("in nobody's balance");
        let help = match candidates.only_invoice_of(payment.amount) {
            Some(invoice) => format!(
                "{} is the only invoice open for just this amount: where it is that, write it in place of `unknown`, else the \
                 customer",
                input.format_invoice(invoice)
            ),
            None => "when it is known, write the customer or the invoice in place of `unknown`"
                .to_owned(),
        };
        sink.push(found.help(help));
    }
}
