//! D015: terms that nobody is known to have agreed to.

use super::shared::check_input::CheckInput;
use super::shared::days_to_pay::days_to_pay;
use super::shared::proposed_entries::propose_agreed;
use super::terms_not_agreed::{fees_not_agreed, first_deliveries_on_credit, has_money_terms};
use crate::journal::model::{CustomerIx, DueBasis, InvoiceIx, NumberUse};
use crate::text::diagnostic::Sink;
use crate::value::calendar::days_between;
use crate::value::index_vec::IndexVec;

crate::check_rule! {
    "D015" "agreement-unknown" Advice, needs Figures, page "agreement_unknown.md", Journal(run)
}

/// More days than this are told by D010.
const STATUTORY_DAYS: i64 = 31;
/// So many days the law gives at least, by the shortest month.
const DAYS_WITHOUT_AGREEMENT: i64 = 28;

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    // A journal that writes agreements down hears of a missing one by D011.
    if input.has_agreements() || sink.unreadable.names || sink.unreadable.terms {
        return;
    }
    let mut told = IndexVec::from_elem(false, journal.customers.len());
    // A fee that was charged asks for the same entry (D011).
    for customer in fees_not_agreed(input).into_keys() {
        told[customer] = true;
    }
    for (number, invoice) in journal.invoices.iter() {
        // A due date that only stands on the invoice is one of the business alone, and shorter than that of the law.
        let rests_on_terms = match invoice.due_basis {
            DueBasis::Issued | DueBasis::Sent | DueBasis::Received => true,
            DueBasis::Written => is_due_early(input, number),
            DueBasis::Instalments | DueBasis::Missing => false,
        };
        let Some(customer) = invoice.customer else {
            continue;
        };
        if invoice.number_use != NumberUse::Invoice || told[customer] {
            continue;
        }
        // A rate or a sum of costs that nobody accepted is told by D011, which asks for the same entry.
        let asks_more = invoice
            .policy
            .is_some_and(|it| has_money_terms(&journal.policies[it]));
        told[customer] = rests_on_terms || asks_more;
        if !rests_on_terms || asks_more {
            continue;
        }
        report(input, customer, number, sink);
    }
    for (customer, delivery) in first_deliveries_on_credit(input) {
        // Of a customer whom nobody declared R002 tells.
        if journal.customers[customer].origin.is_none() || told[customer] {
            continue;
        }
        let who = input.format_customer(customer);
        sink.push_with(&KIND, || {
            KIND.at(
                input.keyword_span(delivery.origin),
                format!("expected an agreement of {who} to the terms before work on credit, found none"),
            )
            .help(format!(
                "if it was agreed, write when: `{}`; if not, let the customer accept the terms before the invoice",
                propose_agreed(input, delivery.date, customer)
            ))
        });
    }
}

/// Whether an invoice is due before the days that the law gives where nothing was agreed.
fn is_due_early(input: &CheckInput<'_>, number: InvoiceIx) -> bool {
    let journal = input.day.journal;
    let due = journal.first_due_date(number);
    due.is_some_and(|due| days_between(journal.invoices[number].date, due) < DAYS_WITHOUT_AGREEMENT)
}

fn report(input: &CheckInput<'_>, customer: CustomerIx, number: InvoiceIx, sink: &mut Sink) {
    let journal = input.day.journal;
    let invoice = &journal.invoices[number];
    let due = invoice.first_item.and_then(|item| journal.items[item].due);
    let Some(days) = due.map(|due| days_to_pay(input, invoice, due, STATUTORY_DAYS)) else {
        return;
    };
    if days > STATUTORY_DAYS {
        return;
    }
    let who = input.format_customer(customer);
    sink.push_with(&KIND, || {
        KIND.at(
            input.mention_span(invoice.origin, number),
            format!("expected an agreement of {who} to these terms, found none"),
        )
        .note(format!("{days} days to pay"))
        .help(format!(
            "if it was agreed, write when: `{}`; if not, let the customer accept the terms before the next order",
            propose_agreed(input, invoice.date, customer)
        ))
    });
}
