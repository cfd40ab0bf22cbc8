//! V002: a VAT rate that did not exist on that day.

use super::shared::check_input::CheckInput;
use crate::journal::model::{Journal, NumberUse};
use crate::policy::jurisdiction::law::Law;
use crate::syntax::clause::Clause;
use crate::syntax::entry::{Argument, Entry};
use crate::text::diagnostic::Sink;
use crate::text::span::Origin;
use crate::value::key_name::KeyName;
use chrono::NaiveDate;
use std::collections::BTreeMap;

crate::check_rule! {
    "V002" "unknown-vat-rate" Advice, needs Names, page "unknown_vat_rate.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let Some(law) = input.day.journal.home_law() else {
        return;
    };
    for (origin, date) in unknown_rates(input.day.journal, law) {
        report(input, law, (origin, date), sink);
    }
}

/// The entries with some rate that did not exist on their day. Only these are read again.
fn unknown_rates(journal: &Journal, law: &Law) -> BTreeMap<Origin, NaiveDate> {
    let issued = journal.invoices.as_slice().iter();
    let invoices = issued
        .filter(|number| number.number_use == NumberUse::Invoice)
        .filter_map(|invoice| Some((invoice.vat?, invoice.date, invoice.origin)));
    let movements = journal.movements.as_slice().iter();
    let credits = movements.filter_map(|movement| {
        let rate = movement.extra.as_ref()?.vat?;
        Some((rate, movement.date, movement.origin))
    });
    let parts = journal.vat_subtotals.iter().filter_map(|part| {
        let record = &journal.invoices[part.number];
        Some((part.code?, record.date, record.origin))
    });
    invoices
        .chain(credits)
        .chain(parts)
        .filter(|(code, date, _)| !law.is_vat_rate_on(code.rate(), *date))
        .map(|(_, date, origin)| (origin, date))
        .collect()
}

/// What was delivered before a rate changed keeps the old one.
fn report(input: &CheckInput<'_>, law: &Law, (origin, date): (Origin, NaiveDate), sink: &mut Sink) {
    let Some(written) = input.journal_text.read_entry(origin) else {
        return;
    };
    let delivered = written.entry.detail_date(KeyName::Delivered);
    for rate in vat_arguments(&written.entry) {
        let Some(code) = rate.value.vat() else {
            continue;
        };
        let mut days = [Some(date), delivered].into_iter().flatten();
        if days.any(|day| law.is_vat_rate_on(code.rate(), day)) {
            continue;
        }
        sink.push(
            KIND.at(
                rate.span,
                format!(
                    "expected a VAT rate of {} on {date}, found {}",
                    law.country, code
                ),
            )
            .help(law.finding.vat_rates),
        );
    }
}

fn vat_arguments(entry: &Entry) -> impl Iterator<Item = &Argument> {
    let header = entry.clause_argument(Clause::Vat);
    let lines = entry.details.iter();
    let lines = lines.flat_map(|detail| entry.arguments_of(detail));
    let lines = lines.filter(|argument| argument.value.vat().is_some());
    header.into_iter().chain(lines)
}
