//! V002: a VAT rate that did not exist on that day.

use super::shared::check_input::CheckInput;
use super::shared::vat_rates::format_rate;
use crate::journal::model::{Journal, NumberUse};
use crate::policy::jurisdiction::law::Law;
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
    let lines = journal.line_sums.iter().map(|sum| {
        let record = &journal.invoices[sum.number];
        (sum.rate, record.date, record.origin)
    });
    invoices
        .chain(credits)
        .chain(lines)
        .filter(|(rate, date, _)| !law.is_vat_rate_on(*rate, *date))
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
        let Some(code) = rate.value.share().and_then(Share::hundredths) else {
            continue;
        };
        let mut days = [Some(date), delivered].into_iter().flatten();
        if days.any(|day| law.is_vat_rate_on(code, day)) {
            continue;
        }
        sink.push(
            KIND.at(
                rate.span,
                format!(
                    "expected a VAT rate of {} on {date}, found {}",
                    law.country,
                    format_rate(code)
                ),
            )
            .help(law.finding.vat_rates),
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
