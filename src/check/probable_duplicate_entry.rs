//! P018: an entry that moves money and stands twice, alike, on one day. Payments have a check of their own.

use super::probable_duplicate_payment::KIND;
use super::shared::check_input::{CheckInput, date_span};
use super::shared::duplicates::{hash_value, repeated_values};
use super::shared::rule::{CheckFn, CheckRule};
use crate::journal::model::{CustomerIx, InvoiceIx, Movement, MovementKind, NumberUse};
use crate::syntax::entry::{Detail, Entry};
use crate::text::diagnostic::Sink;
use crate::text::span::Origin;
use crate::value::currency::Currency;
use crate::value::key_name::KeyName;
use crate::value::money::{Minor, Minor64};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The check.
pub static RULE: CheckRule = CheckRule {
    kind: &KIND,
    run: CheckFn::Journal(run),
};

/// What two entries have in common that look like one; their words are compared afterwards.
type Likeness = (
    NaiveDate,
    u8,
    Option<CustomerIx>,
    Option<InvoiceIx>,
    Currency,
    Minor64,
);

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let movements = || {
        let all = input.day.journal.movements.as_slice().iter();
        all.filter(|movement| !matches!(movement.kind, MovementKind::Payment | MovementKind::Void))
    };
    let entries: Vec<(Likeness, Origin)> = movements()
        .map(|movement| (likeness(movement), movement.origin))
        .chain(issued_invoices(input))
        .collect();
    let hints = entries.iter().map(|(alike, _)| hash_value(alike)).collect();
    let repeated = repeated_values(hints);
    if repeated.is_empty() {
        return;
    }
    let mut known: BTreeMap<(Likeness, String), Origin> = BTreeMap::new();
    for (alike, origin) in entries {
        if !repeated.contains(&hash_value(alike)) {
            continue;
        }
        let Some(words) = words_of(input, origin) else {
            continue;
        };
        let is_invoice = alike.1 == INVOICE;
        if is_invoice && words.is_empty() {
            continue;
        }
        match known.get(&(alike, words.clone())) {
            Some(first) => report(input, alike, (*first, origin), sink),
            None => {
                known.insert((alike, words), origin);
            }
        }
    }
}

/// The kind of an invoice, which is no movement.
const INVOICE: u8 = u8::MAX;

const fn likeness(movement: &Movement) -> Likeness {
    (
        movement.date,
        movement.kind as u8,
        movement.customer,
        movement.invoice,
        movement.currency,
        movement.amount,
    )
}

/// The invoices that hold, which differ in their numbers.
fn issued_invoices<'s>(input: &'s CheckInput<'_>) -> impl Iterator<Item = (Likeness, Origin)> + 's {
    let journal = input.day.journal;
    let issued = journal
        .invoices
        .as_slice()
        .iter()
        .filter(|invoice| invoice.number_use == NumberUse::Invoice);
    issued.filter_map(|invoice| {
        let alike = (
            invoice.date,
            INVOICE,
            invoice.customer,
            None,
            invoice.currency,
            invoice.amount().filter(|amount| !amount.is_zero())?,
        );
        Some((alike, invoice.origin))
    })
}

/// What an entry says beside its number: its free text and its details. A reference of the bank tells two apart.
fn words_of(input: &CheckInput<'_>, origin: Origin) -> Option<String> {
    let written = input.journal_text.read_entry(origin)?;
    let entry: &Entry = &written.entry;
    let mut words = entry.text.map_or("", |text| written.slice(text)).to_owned();
    let others = |detail: &&Detail| detail.key.name() != Some(KeyName::Allow);
    for detail in entry.details.iter().filter(others) {
        words.push('\n');
        words.push_str(written.slice(detail.span));
    }
    Some(words)
}

fn report(
    input: &CheckInput<'_>,
    alike: Likeness,
    (first, second): (Origin, Origin),
    sink: &mut Sink,
) {
    let (date, _, customer, _, currency, amount) = alike;
    sink.push_with(&KIND, || {
        let amount = input.format_money(Minor::from(amount), currency);
        let who = customer.map(|customer| format!(" of {}", input.format_customer(customer)));
        let written = input.journal_text.read_entry(second);
        let word = written.map_or("entry", |written| written.entry.directive.word());
        KIND.at(
            input.keyword_span(second),
            format!(
                "expected another amount, day or reason, found `{word}` {amount}{} again",
                who.unwrap_or_default()
            ),
        )
        .related(date_span(first), format!("the same on {date}"))
        .help(
            "if it was written twice (two people, two branches merged), delete one of the two; \
             if both are right, say so: `allow: P018` and why",
        )
    });
}
