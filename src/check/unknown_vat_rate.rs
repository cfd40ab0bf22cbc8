//! V002: a VAT rate that did not exist on that day.

use super::shared::check_input::CheckInput;
use super::shared::vat_rates::{format_rate, is_dutch_business, is_rate_on};
use crate::journal::model::{Journal, NumberUse};
use crate::syntax::clause::Clause;
use crate::syntax::entry::{Argument, Entry};
use crate::text::diagnostic::Sink;
use crate::text::span::Origin;
use crate::value::key_name::KeyName;
use crate::value::share::Share;
use chrono::NaiveDate;
use std::collections::BTreeMap;

crate::check_rule! {
    "V002" "unknown-vat-rate" Advice, needs Names, page "unknown_vat_rate.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    if !is_dutch_business(input.day.journal) {
        return;
    }
    for (origin, date) in unknown_rates(input.day.journal) {
        report(input, origin, date, sink);
    }
}

/// The entries with some rate that did not exist on their day. Only these are read again.
fn unknown_rates(journal: &Journal) -> BTreeMap<Origin, NaiveDate> {
    let issued = journal.invoices.as_slice().iter();
    let invoices = issued
        .filter(|number| number.number_use == NumberUse::Invoice)
        .filter_map(|invoice| Some((invoice.vat?, invoice.date, invoice.origin)));
    let movements = journal.movements.as_slice().iter();
    let credits = movements.filter_map(|movement| {
        let rate = movement.extra.as_ref()?.vat?;
        Some((rate, movement.date, movement.origin))
    });
    let lines = journal.line_rates.iter().map(|(number, rate)| {
        let record = &journal.invoices[*number];
        (*rate, record.date, record.origin)
    });
    invoices
        .chain(credits)
        .chain(lines)
        .filter(|(rate, date, _)| !is_rate_on(*rate, *date))
        .map(|(_, date, origin)| (origin, date))
        .collect()
}

/// What was delivered before a rate changed keeps the old one.
fn report(input: &CheckInput<'_>, origin: Origin, date: NaiveDate, sink: &mut Sink) {
    let Some(written) = input.journal_text.read_entry(origin) else {
        return;
    };
    let delivered = written.entry.detail_date(KeyName::Delivered);
    for rate in vat_arguments(&written.entry) {
        let Some(code) = rate.value.share().and_then(Share::hundredths) else {
            continue;
        };
        if is_rate_on(code, date) || delivered.is_some_and(|day| is_rate_on(code, day)) {
            continue;
        }
        sink.push(
            KIND.at(
                rate.span,
                format!("expected a VAT rate of the Netherlands on {date}, found {}", format_rate(code)),
            )
            .help("the rates are 21%, 9% and 0%; before 2019 the low one was 6%, before October 2012 the high one 19%"),
        );
    }
}

fn vat_arguments(entry: &Entry) -> impl Iterator<Item = &Argument> {
    let header = entry.clause_argument(Clause::Vat);
    let key = entry.detail_value(KeyName::Vat);
    let lines = entry
        .details
        .iter()
        .filter(|detail| matches!(detail.key.name(), Some(KeyName::Item | KeyName::Less)))
        .flat_map(|detail| entry.arguments_of(detail))
        .filter(|argument| argument.clause == Some(Clause::Vat));
    header.into_iter().chain(key).chain(lines)
}
