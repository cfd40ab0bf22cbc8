//! R006: two customers who are probably one, or a customer with the numbers of the business itself.

use super::shared::check_input::{CheckInput, date_span};
use super::shared::duplicates::{hash_value, repeated_values};
use crate::journal::model::CustomerIx;
use crate::text::diagnostic::Sink;
use crate::text::span::{Origin, Span};
use crate::value::key_name::KeyName;
use std::collections::{BTreeMap, BTreeSet};

crate::check_rule! {
    "R006" "duplicate-customer-data" Advice, needs Names, page "duplicate_customer_data.md", Journal(run)
}

/// What is one of a kind, the surest first: of two customers only the first that they share is told.
const UNIQUE_KEYS: [KeyName; 4] = [KeyName::Kvk, KeyName::VatId, KeyName::Iban, KeyName::Email];

/// Something that two customers may share, made comparable.
type Shared = (KeyName, String);

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let values = shared_values(input);
    let mut hints: Vec<u64> = values
        .map(|(_, key, value)| hash_value((key, normalise_value(value))))
        .collect();
    report_those_of_business(input, &hints, sink);
    let names = names_with_place(input);
    hints.extend(names.map(|(_, name)| hash_value((KeyName::Name, name))));
    let repeated = repeated_values(hints);
    if repeated.is_empty() {
        return;
    }
    let mut known: BTreeMap<Shared, CustomerIx> = BTreeMap::new();
    let mut told: BTreeSet<(CustomerIx, CustomerIx)> = BTreeSet::new();
    let is_repeated = |shared: &Shared| repeated.contains(&hash_value((shared.0, &shared.1)));
    let mut report_pair = |customer, shared: Shared, value: &str| {
        let key = shared.0;
        let first = *known.entry(shared).or_insert(customer);
        if first != customer && told.insert((first, customer)) {
            report(input, (customer, first), key, value, sink);
        }
    };
    for key in UNIQUE_KEYS {
        for (customer, _, value) in shared_values(input).filter(|(_, of, _)| *of == key) {
            let shared = (key, normalise_value(value));
            if is_repeated(&shared) {
                report_pair(customer, shared, value);
            }
        }
    }
    for (customer, name) in names_with_place(input) {
        let shared = (KeyName::Name, name);
        if is_repeated(&shared) {
            let written = input.day.journal.customers[customer].value(KeyName::Name);
            report_pair(customer, shared, written.unwrap_or_default());
        }
    }
}

/// Every value of a key that is one of a kind, with its customer.
fn shared_values<'s>(
    input: &'s CheckInput<'_>,
) -> impl Iterator<Item = (CustomerIx, KeyName, &'s str)> {
    let customers = input.day.journal.customers.iter();
    customers.flat_map(|(customer, declared)| {
        UNIQUE_KEYS.into_iter().flat_map(move |key| {
            let values = declared.fields.values(key);
            values.map(move |value| (customer, key, value))
        })
    })
}

/// Neither blanks, dots, dashes nor capitals make it another one.
fn normalise_value(value: &str) -> String {
    let mut letters = value.to_lowercase();
    letters.retain(|letter| !letter.is_whitespace() && !matches!(letter, '.' | '-'));
    letters
}

/// The name and the postcode of every customer who gives both, in small letters; a legal form makes no other name.
fn names_with_place<'s>(
    input: &'s CheckInput<'_>,
) -> impl Iterator<Item = (CustomerIx, String)> + 's {
    let customers = input.day.journal.customers.iter();
    customers.filter_map(|(customer, declared)| {
        let name = declared.value(KeyName::Name)?;
        let place = declared.values(KeyName::Address).find_map(postcode)?;
        let small = normalise_value(name);
        let forms = ["bv", "nv", "vof"];
        let stem = forms.iter().find_map(|form| small.strip_suffix(form));
        Some((customer, format!("{} {place}", stem.unwrap_or(&small))))
    })
}

/// The postcode at the start of a line of an address: `9712 BB`, `1000`, `48529`.
fn postcode(line: &str) -> Option<String> {
    let mut words = line.split_whitespace();
    let first = words.next()?;
    let digits = first.chars().filter(char::is_ascii_digit).count();
    if !first.starts_with(|c: char| c.is_ascii_digit()) || digits < 4 {
        return None;
    }
    let letters = words.next().filter(|word| {
        first.len() == 4 && word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_alphabetic())
    });
    Some(format!("{first}{}", letters.unwrap_or_default()).to_lowercase())
}

/// `hints` are the hashes of what customers have, in that order.
fn report_those_of_business(input: &CheckInput<'_>, hints: &[u64], sink: &mut Sink) {
    let journal = input.day.journal;
    let Some(business) = journal.business.as_ref() else {
        return;
    };
    let own: Vec<u64> = UNIQUE_KEYS
        .into_iter()
        .flat_map(|key| {
            let values = business.fields.values(key);
            values.map(move |value| hash_value((key, normalise_value(value))))
        })
        .collect();
    let is_own = |key, value: &str| {
        let mut values = business.fields.values(key);
        values.any(|own| normalise_value(own) == normalise_value(value))
    };
    let mut told = BTreeSet::new();
    for ((customer, key, value), hint) in shared_values(input).zip(hints) {
        if own.contains(hint)
            && is_own(key, value)
            && let Some(origin) = journal.customers[customer].origin
            && told.insert(customer)
        {
            let who = input.format_customer(customer);
            sink.push(
                KIND.at(
                    value_span(input, origin, key, value),
                    format!(
                        "expected {} of {who}, found that of the business itself",
                        noun(key)
                    ),
                )
                .help("mend the one that was copied"),
            );
        }
    }
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
        let found = KIND
            .at(
                value_span(input, origin, key, value),
                format!(
                    "expected {} of {} alone, found that of {}",
                    noun(key),
                    input.format_customer(customer),
                    input.format_customer(first)
                ),
            )
            .related(date_span(first_origin), "declared here");
        found.help(match key {
            KeyName::Kvk | KeyName::VatId => {
                "one number is one firm: put the two together, or mend the number that was copied"
            }
            _ => {
                "if the two are one customer, put them together; if not, mend the one that was copied"
            }
        })
    });
}

const fn noun(key: KeyName) -> &'static str {
    match key {
        KeyName::Kvk => "a number of the trade register",
        KeyName::VatId => "a VAT number",
        KeyName::Iban => "an iban",
        KeyName::Email => "an email",
        _ => "a name and postcode",
    }
}

fn value_span(input: &CheckInput<'_>, origin: Origin, key: KeyName, value: &str) -> Span {
    let written = input.journal_text.read_entry(origin);
    let found = written.as_ref().and_then(|written| {
        let mut details = written.entry.details(key);
        details.find(|detail| written.slice(detail.value) == value)
    });
    found.map_or(date_span(origin), |detail| detail.value)
}
