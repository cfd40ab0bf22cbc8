//! D011: an invoice or a delivery from before its customer agreed to the terms, or to the rate, the costs and the fees that
//! the policy asks.

use super::shared::check_input::{CheckInput, date_span};
use super::shared::proposed_entries::propose_agreed;
use crate::claim::agreement::agreed_money_terms;
use crate::journal::deliveries::unbilled_deliveries;
use crate::journal::ladder::{CostTerms, InterestTerms};
use crate::journal::model::{
    CustomerIx, DueBasis, Event, InvoiceIx, Movement, MovementKind, NumberUse, Policy, PolicyIx,
};
use crate::text::diagnostic::{Diagnostic, Sink};
use crate::value::index_vec::IndexVec;
use crate::value::vocabulary::CustomerKind;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

crate::check_rule! {
    "D011" "terms-not-agreed" Warning, needs Terms, page "terms_not_agreed.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let mut told = BTreeSet::new();
    if input.has_agreements() {
        check_terms(input, sink, &mut told);
        check_deliveries(input, sink, &mut told);
    }
    check_money_terms(input, sink, &mut told);
    for (customer, fee) in fees_not_agreed(input) {
        if told.insert(customer) {
            sink.push_with(&KIND, || finding_fee(input, customer, fee));
        }
    }
}

/// Due dates, whether they rest on terms or stand on the invoice: in a journal that writes agreements down, each customer
/// has one.
fn check_terms(input: &CheckInput<'_>, sink: &mut Sink, told: &mut BTreeSet<CustomerIx>) {
    let mut earliest = IndexVec::from_elem(None, input.day.journal.customers.len());
    for (number, invoice) in input.day.journal.invoices.iter() {
        let rests_on_terms = invoice.due_basis != DueBasis::Missing;
        if let Some(customer) = invoice.customer
            && invoice.number_use == NumberUse::Invoice
            && rests_on_terms
        {
            let this = (invoice.date, number);
            let first = earliest[customer].get_or_insert(this);
            *first = this.min(*first);
        }
    }
    for (customer, first) in earliest.iter() {
        let Some((_, number)) = *first else {
            continue;
        };
        let mut events = input.last_day.history().of_customer(customer);
        let agreement = events.find(|event| event.agreed_terms().is_some());
        let (bound, what) = agreement_deadline(input, number);
        if agreement.is_some_and(|agreed| agreed.date <= bound) {
            continue;
        }
        told.insert(customer);
        let at = input.mention_span(input.day.journal.invoices[number].origin, number);
        let who = input.format_customer(customer);
        let expected = format!("expected an agreement of {who} on or before {what}{bound}");
        sink.push(match agreement {
            Some(agreed) => KIND
                .at(at, format!("{expected}, found the first on {}", agreed.date))
                .related(date_span(agreed.origin), "agreed here")
                .help("terms bind who agreed before: mend the date, or count on the statutory 30 days"),
            None => KIND
                .at(at, format!("{expected}, found none"))
                .help(format!(
                    "if he agreed, write when: `{}`; if not, the statutory 30 days hold",
                    propose_agreed(input, bound, customer)
                )),
        });
    }
}

/// Work that was delivered and is not invoiced yet, to somebody of whom there is no invoice: in a journal that writes
/// agreements down, he has one by then.
fn check_deliveries(input: &CheckInput<'_>, sink: &mut Sink, told: &mut BTreeSet<CustomerIx>) {
    for (customer, delivery) in first_deliveries_on_credit(input) {
        let mut events = input.last_day.history().of_customer(customer);
        let agreement = events.find(|event| event.agreed_terms().is_some());
        if agreement.is_some_and(|agreed| agreed.date <= delivery.date) || !told.insert(customer) {
            continue;
        }
        let found = match agreement {
            Some(agreed) => format!("the first on {}", agreed.date),
            None => "none".to_owned(),
        };
        let expected = format!(
            "expected an agreement of {} on or before the delivery on {}, found {found}",
            input.format_customer(customer),
            delivery.date
        );
        sink.push_with(&KIND, || {
            KIND.at(input.keyword_span(delivery.origin), expected)
                .help(format!(
                    "if he agreed, write when: `{}`; if not, the statutory 30 days hold",
                    propose_agreed(input, delivery.date, customer)
                ))
        });
    }
}

/// The first delivery that is to be invoiced, of each customer of whom there is no invoice.
pub fn first_deliveries_on_credit<'a>(input: &CheckInput<'a>) -> BTreeMap<CustomerIx, &'a Event> {
    let journal = input.day.journal;
    let mut first = BTreeMap::new();
    for event in unbilled_deliveries(journal, input.day.as_of()) {
        if let Some(customer) = event.customer {
            first.entry(customer).or_insert(event);
        }
    }
    if !first.is_empty() {
        let issued = journal.invoices.iter();
        let issued = issued.filter(|(_, invoice)| invoice.number_use == NumberUse::Invoice);
        let invoiced: BTreeSet<CustomerIx> = issued.filter_map(|(_, it)| it.customer).collect();
        first.retain(|customer, _| !invoiced.contains(customer));
    }
    first
}

/// Of each business the first fee that was charged as its policy has it, and that he did not accept. More than the policy
/// has is told by E008, and what a consumer is charged as well.
pub fn fees_not_agreed<'a>(input: &CheckInput<'a>) -> BTreeMap<CustomerIx, &'a Movement> {
    let journal = input.day.journal;
    let fees = journal.movements.as_slice().iter();
    let fees = fees.filter(|movement| movement.kind == MovementKind::Fee);
    let mut first: BTreeMap<CustomerIx, &Movement> = BTreeMap::new();
    for fee in fees {
        let (Some(customer), Some(invoice)) = (fee.customer, fee.invoice) else {
            continue;
        };
        let record = &journal.invoices[invoice];
        let policy = record.policy.map(|it| &journal.policies[it]);
        let most = policy.map(|policy| policy.largest_fee(record.currency));
        let is_consumer = journal.customers[customer].kind == Some(CustomerKind::Consumer);
        if is_consumer || most.is_none_or(|most| most < fee.minor()) {
            continue;
        }
        let history = input.last_day.history();
        let agreed = agreed_money_terms(journal, history, invoice, record.date);
        if agreed.fee < fee.minor() {
            let first = first.entry(customer).or_insert(fee);
            if fee.date < first.date {
                *first = fee;
            }
        }
    }
    first
}

fn finding_fee(input: &CheckInput<'_>, customer: CustomerIx, fee: &Movement) -> Diagnostic {
    let journal = input.day.journal;
    let invoice = fee.invoice.map(|it| &journal.invoices[it]);
    let by = invoice.map_or(fee.date, |invoice| invoice.date);
    let policy = invoice.and_then(|invoice| invoice.policy);
    let name = policy.map_or("", |policy| &journal.policies[policy].name);
    KIND.at(
        input.amount_span(fee.origin),
        format!(
            "expected an agreement of {} to the fees of `policy {name}` on or before {by}, found none",
            input.format_customer(customer)
        ),
    )
    .note("one that was not accepted counts as collection costs, and comes off what the scale gives")
    .help(format!(
        "if he accepted it, write when: `{}`; if not, `claim` reckons it with the collection costs",
        propose_agreed(input, by, customer)
    ))
}

/// A rate of interest or a sum of costs that stands in a policy, and that a customer did not accept: in every journal, for
/// `claim` asks it. Told once a customer, at his first such invoice.
fn check_money_terms(input: &CheckInput<'_>, sink: &mut Sink, told: &mut BTreeSet<CustomerIx>) {
    let journal = input.day.journal;
    let mut earliest: BTreeMap<(CustomerIx, PolicyIx), (NaiveDate, InvoiceIx)> = BTreeMap::new();
    for (number, invoice) in journal.invoices.iter() {
        if let (Some(customer), Some(policy)) = (invoice.customer, invoice.policy)
            && invoice.number_use == NumberUse::Invoice
            && has_money_terms(&journal.policies[policy])
            && !told.contains(&customer)
        {
            let this = (invoice.date, number);
            let first = earliest.entry((customer, policy)).or_insert(this);
            *first = this.min(*first);
        }
    }
    let mut first_by_customer: BTreeMap<CustomerIx, (NaiveDate, InvoiceIx)> = BTreeMap::new();
    for ((customer, _), (date, number)) in earliest {
        let agreed = agreed_money_terms(journal, input.last_day.history(), number, date);
        if !agreed.is_whole() {
            let first = first_by_customer.entry(customer).or_insert((date, number));
            *first = (date, number).min(*first);
        }
    }
    for (customer, (date, number)) in first_by_customer {
        told.insert(customer);
        sink.push_with(&KIND, || {
            finding_not_accepted(input, customer, number, date)
        });
    }
}

/// Whether a policy asks what the law does not give without an agreement.
pub const fn has_money_terms(policy: &Policy) -> bool {
    matches!(policy.interest, InterestTerms::Yearly(_))
        || matches!(policy.costs, CostTerms::Fixed(_))
}

fn finding_not_accepted(
    input: &CheckInput<'_>,
    customer: CustomerIx,
    number: InvoiceIx,
    date: NaiveDate,
) -> Diagnostic {
    let journal = input.day.journal;
    let version = |policy: PolicyIx| {
        let policy = &journal.policies[policy];
        let from = policy.from.map(|from| format!(" from {from}"));
        format!("`policy {}`{}", policy.name, from.unwrap_or_default())
    };
    let agreed = agreed_money_terms(journal, input.last_day.history(), number, date);
    let policy = journal.invoices[number].policy;
    let wanted = policy.map(version);
    // Without a name an agreement is one to the policy that holds for the customer.
    let name = policy.map(|policy| &*journal.policies[policy].name);
    let named = name.filter(|name| journal.policy_name(customer) != Some(name));
    let named = named.map_or_else(String::new, |name| format!(" policy {name}"));
    let found = match agreed.accepted {
        Some(accepted) => format!(
            "on {} one to {}",
            accepted.agreed_on,
            version(accepted.version)
        ),
        None => "none".to_owned(),
    };
    KIND.at(
        input.mention_span(journal.invoices[number].origin, number),
        format!(
            "expected an agreement of {} to {} on or before {date}, found {found}",
            input.format_customer(customer),
            wanted.unwrap_or_default()
        ),
    )
    .note("a rate of interest or a sum of costs of one's own is owed only where it was accepted")
    .help(format!(
        "if he accepted it, write when: `{}{named}`; if not, only what the law gives can be asked",
        propose_agreed(input, date, customer)
    ))
}

/// Until when terms could be agreed for an invoice: the day of its delivery where that was earlier, else its own.
fn agreement_deadline(input: &CheckInput<'_>, number: InvoiceIx) -> (NaiveDate, &'static str) {
    let journal = input.day.journal;
    let invoice = &journal.invoices[number];
    let named = journal.deliveries.iter().filter(|it| it.invoice == number);
    let delivered = named.map(|it| it.delivered).min();
    match delivered.filter(|day| *day < invoice.date) {
        Some(day) => (day, "the delivery on "),
        None => (invoice.date, ""),
    }
}
