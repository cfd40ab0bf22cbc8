//! E028: an office collects from consumers on behalf of the business, for which the law may ask a registration.

use super::shared::check_input::CheckInput;
use crate::journal::model::{CustomerIx, NumberUse};
use crate::text::diagnostic::Sink;
use crate::value::key_name::KeyName;
use crate::value::vocabulary::CustomerKind;

crate::check_rule! {
    "E028" "collecting-for-others" Advice, needs Figures, page "collecting_for_others.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    let Some(office) = journal.business_value(KeyName::SentBy) else {
        return;
    };
    let origin = journal
        .business
        .as_ref()
        .and_then(|business| business.origin);
    let Some((origin, customer)) = origin.zip(dunned_consumer(input)) else {
        return;
    };
    let law = journal.law_for_customer(customer);
    let Some(rule) = law.and_then(|law| law.english.collecting_for_others) else {
        return;
    };
    let who = input.format_customer(customer);
    sink.push(
        KIND.at(
            input.value_span(origin, KeyName::SentBy),
            format!("expected an office that may collect from consumers for others, found `{office}`, and {who} is late"),
        )
        .note(rule)
        .help("let the business send its own letters, or see to the registration first"),
    );
}

/// A consumer, or somebody of whom nothing else is written, of whom something is late and open.
fn dunned_consumer(input: &CheckInput<'_>) -> Option<CustomerIx> {
    let (journal, ledger) = (input.day.journal, input.day.ledger);
    let mut late = journal.items.iter().filter_map(|(item, record)| {
        let invoice = &journal.invoices[record.invoice];
        let open =
            ledger.items[item].open.is_positive() && invoice.number_use == NumberUse::Invoice;
        let is_late = record.due.is_some_and(|due| due < input.day.as_of());
        invoice.customer.filter(|_| open && is_late)
    });
    late.find(|customer| {
        matches!(
            journal.customers[*customer].kind,
            None | Some(CustomerKind::Consumer)
        )
    })
}
