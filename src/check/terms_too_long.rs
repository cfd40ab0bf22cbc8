//! D009: more time to pay than the law allows between businesses.

use super::shared::check_input::CheckInput;
use super::shared::days_to_pay::days_to_pay;
use super::shared::vat_rates::is_dutch_business;
use crate::journal::model::{Customer, DueBasis, NumberUse};
use crate::text::diagnostic::Sink;
use crate::value::index_vec::IndexVec;
use crate::value::vocabulary::CompanySize;
use crate::value::vocabulary::CustomerKind;

crate::check_rule! {
    "D009" "terms-too-long" Advice, needs Terms, page "terms_too_long.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    if !is_dutch_business(journal) {
        return;
    }
    let is_large = journal
        .business
        .as_ref()
        .is_some_and(|business| business.size == Some(CompanySize::Large));
    let mut told = IndexVec::from_elem(false, journal.customers.len());
    for (number, invoice) in journal.invoices.iter() {
        let due = invoice.first_item.and_then(|item| journal.items[item].due);
        let (Some(due), Some(who)) = (due, invoice.customer) else {
            continue;
        };
        if invoice.number_use != NumberUse::Invoice
            || invoice.due_basis == DueBasis::Instalments
            || told[who]
        {
            continue;
        }
        let days = days_to_pay(input, invoice, due, LOWEST_LIMIT);
        if days <= LOWEST_LIMIT {
            continue;
        }
        let customer = &journal.customers[who];
        let Some(limit) = max_days(customer, is_large).filter(|limit| days > *limit) else {
            continue;
        };
        told[who] = true;
        let why = if limit == LOWEST_LIMIT {
            "a large customer must pay a smaller one within 30 days"
        } else {
            "businesses must pay each other within 60 days, unless a longer term was agreed that harms neither"
        };
        sink.push_with(&KIND, || {
            KIND.at(
                input.mention_span(invoice.origin, number),
                format!("expected at most {limit} days to pay, found {days}"),
            )
            .note(format!("due {due}"))
            .help(format!(
                "{why}; what exceeds it may be void, and the law then says 30 days"
            ))
        });
    }
}

/// The lowest limit that any customer can have: so many days are never too many.
const LOWEST_LIMIT: i64 = 30;

fn max_days(customer: &Customer, is_large: bool) -> Option<i64> {
    if customer.kind != Some(CustomerKind::Business) {
        return None;
    }
    let large_customer = customer.size == Some(CompanySize::Large);
    Some(if large_customer && !is_large {
        LOWEST_LIMIT
    } else {
        60
    })
}
