//! P018: two payments that look like one: written twice, or paid twice.

use super::shared::check_input::{CheckInput, date_span};
use super::shared::duplicates::{hash_value, repeated_values};
use crate::journal::model::{CustomerIx, Journal, Movement, MovementKind};
use crate::text::diagnostic::Sink;
use crate::text::span::Origin;
use crate::value::calendar::days_between;
use crate::value::currency::Currency;
use crate::value::money::Minor64;
use chrono::NaiveDate;
use std::collections::BTreeSet;

crate::check_rule! {
    "P018" "probable-duplicate-payment" Advice, needs Figures, page "probable_duplicate_payment.md", Journal(run)
}

/// How many days apart the same money may be written twice.
const MAX_DAYS_APART: i64 = 3;

/// Whose money, and how much.
type PayerAmount = (Option<CustomerIx>, Currency, Minor64);

const fn payer_amount(payment: &Movement) -> PayerAmount {
    (payment.customer, payment.currency, payment.amount)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let movements = input.day.journal.movements.as_slice().iter();
    let payments = movements
        .filter(|movement| movement.kind == MovementKind::Payment && movement.customer.is_some());
    let repeated = repeated_values(
        payments
            .clone()
            .map(|payment| hash_value(payer_amount(payment)))
            .collect(),
    );
    let mut payments: Vec<&Movement> = payments
        .filter(|payment| repeated.contains(&hash_value(payer_amount(payment))))
        .collect();
    payments.sort_by_key(|payment| (payer_amount(payment), payment.date, payment.origin));
    let bank_ids = input.day.journal.bank_ids.iter();
    let mut ids: Vec<(Origin, u64)> = bank_ids.map(|id| (id.origin, id.hash())).collect();
    ids.sort_unstable();
    let bounced = reversed_payments(input.day.journal);
    payments.retain(|payment| !bounced.contains(&(payer_amount(payment), Some(payment.date))));
    for pair in payments.windows(2) {
        let [first, second] = pair else { continue };
        let near = days_between(first.date, second.date) <= MAX_DAYS_APART;
        if payer_amount(first) == payer_amount(second)
            && near
            && is_possible_duplicate(first, second, &ids)
        {
            sink.push_with(&KIND, || finding(input, first, second));
        }
    }
}

/// Two payments differ where they name different invoices, or where one is `on-account`; the same bank reference twice is an error elsewhere.
fn is_possible_duplicate(first: &Movement, second: &Movement, ids: &[(Origin, u64)]) -> bool {
    let both_named = first.invoice.is_some() && second.invoice.is_some();
    if both_named && first.invoice != second.invoice
        || is_on_account(first) != is_on_account(second)
    {
        return false;
    }
    let id = |payment: &Movement| {
        let at = ids.binary_search_by_key(&payment.origin, |(origin, _)| *origin);
        at.ok().and_then(|at| ids.get(at)).map(|(_, id)| *id)
    };
    id(first).is_none() || id(first) != id(second)
}

/// What was reversed: a payment that is made again is another one.
fn reversed_payments(journal: &Journal) -> BTreeSet<(PayerAmount, Option<NaiveDate>)> {
    let movements = journal.movements.as_slice().iter();
    movements
        .filter(|movement| movement.kind == MovementKind::Reversal)
        .map(|reversal| {
            let day = reversal.of_date();
            (payer_amount(reversal), day)
        })
        .collect()
}

/// Whether the money was put on account on purpose.
fn is_on_account(payment: &Movement) -> bool {
    payment.extra.as_ref().is_some_and(|more| more.on_account)
}

fn finding(
    input: &CheckInput<'_>,
    first: &Movement,
    second: &Movement,
) -> crate::text::diagnostic::Diagnostic {
    let amount = input.format_money(second.minor(), second.currency);
    let who = second
        .customer
        .map(|customer| input.format_customer(customer))
        .unwrap_or_default();
    KIND.at(
        input.amount_span(second.origin),
        format!("expected another amount or another day, found {amount} from {who} again"),
    )
    .related(date_span(first.origin), format!("the same amount on {}", first.date))
    .help(
        "if one transfer was written twice, delete one of the two; if the customer paid twice, `refund` one; \
         if both are right, say so: `allow: P018` and why",
    )
}
