//! P013: a reversal of a payment that is not there.

use super::shared::check_input::{CheckInput, date_span};
use crate::journal::model::{Movement, MovementKind};
use crate::ledger::model::FaultKind;
use crate::text::diagnostic::Sink;

crate::check_rule! {
    "P013" "reversal-without-payment" Error, needs Figures, page "reversal_without_payment.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    report_returns_of_nothing(input, sink);
    let faults = input.ledger_faults(|fault| (fault == FaultKind::NothingToReverse).then_some(()));
    let faults: Vec<&Movement> = faults.map(|(_, movement, ())| movement).collect();
    if faults.is_empty() {
        return;
    }
    let days = payments_by_day(input);
    sink.unreadable.wrong_figures = true;
    for reversal in faults {
        let more = reversal.extra.as_ref();
        let day = more
            .and_then(|more| more.of_date)
            .map_or_else(String::new, |day| format!(" of {day}"));
        let id = more
            .and_then(|more| more.of_bank_id.as_deref())
            .map_or_else(String::new, |id| format!(" with the id {id}"));
        let amount = input.format_money(reversal.minor(), reversal.currency);
        let found = KIND.at(
            input.keyword_span(reversal.origin),
            format!("expected a payment of {amount}{day}{id} to reverse, found none"),
        );
        sink.push(match similar_payment(reversal, &days) {
            Some(payment) => found
                .related(
                    date_span(payment.origin),
                    format!(
                        "a payment of {}",
                        input.format_money(payment.minor(), payment.currency)
                    ),
                )
                .help(
                    "name the whole payment: its customer or invoice, its amount and its day; \
                     a payment is reversed once",
                ),
            None => found.help("mend the day, the amount or the customer, or write the payment"),
        });
    }
}

/// Money of an unknown payer that went back, and never came.
fn report_returns_of_nothing(input: &CheckInput<'_>, sink: &mut Sink) {
    let returns = input.day.journal.unknown_returns.iter();
    for back in returns.filter(|back| !back.is_matched) {
        sink.unreadable.wrong_figures = true;
        let day = back.of.map_or_else(String::new, |day| format!(" of {day}"));
        let amount = input.format_money(back.amount.minor, back.amount.currency);
        sink.push(
            KIND.at(
                input.keyword_span(back.origin),
                format!("expected a `payment unknown` of {amount}{day} that goes back, found none"),
            )
            .help("mend the day or the amount, which is that of the whole payment; or name the customer, where it is known who paid"),
        );
    }
}

fn payments_by_day<'a>(input: &CheckInput<'a>) -> Vec<&'a Movement> {
    let all = input.day.journal.movements.as_slice().iter();
    let mut payments: Vec<&Movement> = all
        .filter(|movement| movement.kind == MovementKind::Payment)
        .collect();
    payments.sort_by_key(|payment| (payment.customer, payment.date, payment.origin));
    payments
}

/// A payment of the same customer on the day meant, else one of the amount meant.
fn similar_payment<'a>(reversal: &Movement, payments: &[&'a Movement]) -> Option<&'a Movement> {
    let customer = reversal.customer?;
    let start = payments.partition_point(|payment| payment.customer < Some(customer));
    let own = payments
        .iter()
        .skip(start)
        .take_while(|payment| payment.customer == Some(customer));
    let day = reversal.of_date();
    let mut same_amount = None;
    for payment in own {
        if Some(payment.date) == day {
            return Some(payment);
        }
        if payment.amount == reversal.amount && payment.currency == reversal.currency {
            same_amount = Some(*payment);
        }
    }
    same_amount
}
