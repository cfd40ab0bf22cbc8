//! C012: an invoice that takes a customer above their credit limit.

use super::shared::check_input::CheckInput;
use crate::insight::exposure::{Exposure, customers_with_limit};
use crate::journal::model::CustomerIx;
use crate::text::diagnostic::Sink;
use crate::value::key_name::KeyName;
use crate::value::money::Money;

crate::check_rule! {
    "C012" "credit-limit-exceeded" Warning, needs Figures, page "credit_limit_exceeded.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let exposures = input.last_day.exposures();
    for (customer, limits) in customers_with_limit(input.day.journal) {
        let Some(limit) = limits.credit else { continue };
        let owing = exposures.get(customer, limit.currency);
        let history = owing.map_or(&[][..], |owing| &owing.history);
        for exposure in history.iter().filter(|it| it.amount_owed > limit.minor) {
            report(input, customer, limit, exposure, sink);
        }
    }
}

fn report(
    input: &CheckInput<'_>,
    customer: CustomerIx,
    limit: Money,
    exposure: &Exposure,
    sink: &mut Sink,
) {
    let who = input.format_customer(customer);
    let most = input.format_money(limit.minor, limit.currency);
    let owed = input.format_money(exposure.amount_owed, limit.currency);
    let invoice = &input.day.journal.invoices[exposure.invoice];
    let mut found = KIND
        .at(
            input.mention_span(invoice.origin, exposure.invoice),
            format!("expected {who} to owe at most {most}, found {owed} with this invoice"),
        )
        .help(
            "ask for a deposit, or wait until something is paid; or raise the limit, knowing why",
        );
    if let Some(origin) = input.day.journal.customers[customer].origin {
        let line = input.value_span(origin, KeyName::CreditLimit);
        found = found.related(line, "his limit");
    }
    sink.push(found);
}
