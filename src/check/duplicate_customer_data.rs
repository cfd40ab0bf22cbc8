//! R006: two customers with the same account or mail address.

use super::shared::check_input::{CheckInput, date_span};
use super::shared::duplicates::{hash_value, repeated_values};
use crate::journal::model::CustomerIx;
use crate::text::diagnostic::Sink;
use crate::text::span::Span;
use crate::value::key_name::KeyName;
use std::collections::BTreeMap;

crate::check_rule! {
    "R006" "duplicate-customer-data" Advice, needs Names, page "duplicate_customer_data.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let values = || {
        input
            .day
            .journal
            .customers
            .iter()
            .flat_map(|(ix, declared)| {
                let of = move |key: KeyName| {
                    declared
                        .fields
                        .values(key)
                        .map(move |value| (ix, key, value))
                };
                [KeyName::Iban, KeyName::Email].into_iter().flat_map(of)
            })
    };
    let hint = |key: KeyName, value: &str| hash_value((key, normalise_value(value)));
    let repeated = repeated_values(values().map(|(_, key, value)| hint(key, value)).collect());
    if repeated.is_empty() {
        return;
    }
    let mut known: BTreeMap<(KeyName, String), CustomerIx> = BTreeMap::new();
    for (customer, key, value) in values() {
        if repeated.contains(&hint(key, value)) {
            let first = *known
                .entry((key, normalise_value(value)))
                .or_insert(customer);
            if first != customer {
                report(input, (customer, first), key, value, sink);
            }
        }
    }
}

/// Neither blanks nor capitals make it another one.
fn normalise_value(value: &str) -> String {
    let letters = value.chars().filter(|letter| !letter.is_whitespace());
    letters.collect::<String>().to_lowercase()
}

fn report(
    input: &CheckInput<'_>,
    (customer, first): (CustomerIx, CustomerIx),
    key: KeyName,
    value: &str,
    sink: &mut Sink,
) {
    let declared = &input.day.journal.customers;
    let (Some(origin), Some(first_origin)) = (declared[customer].origin, declared[first].origin)
    else {
        return;
    };
    sink.push_with(&KIND, || {
        KIND.at(
            value_span(input, origin, key, value),
            format!(
                "expected an {key} of {} alone, found that of {}",
                input.format_customer(customer),
                input.format_customer(first)
            ),
        )
        .related(date_span(first_origin), "declared here")
        .help(
            "if the two are one customer, put them together; if not, mend the one that was copied",
        )
    });
}

fn value_span(
    input: &CheckInput<'_>,
    origin: crate::text::span::Origin,
    key: KeyName,
    value: &str,
) -> Span {
    let written = input.journal_text.read_entry(origin);
    let found = written.as_ref().and_then(|written| {
        let mut details = written.entry.details(key);
        details.find(|detail| written.slice(detail.value) == value)
    });
    found.map_or(date_span(origin), |detail| detail.value)
}
