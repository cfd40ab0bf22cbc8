//! V002: a VAT rate that did not exist on that day.

use super::rule::{Rule, Run, Subject};
use super::vat::{is_dutch, is_lawful, percent};
use crate::journal::model::{Journal, NumberUse};
use crate::syntax::clause::Clause;
use crate::syntax::entry::{Argument, Entry};
use crate::text::diagnostic::{DiagnosticKind, Prerequisite, Severity, Sink};
use crate::text::span::Origin;
use crate::value::key_name::KeyName;
use crate::value::share::Share;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The check.
pub static RULE: Rule = Rule {
    kind: &KIND,
    run: Run::Journal(run),
};

static KIND: DiagnosticKind = DiagnosticKind {
    code: "V002",
    name: "unknown-vat-rate",
    severity: Severity::Advice,
    prerequisite: Prerequisite::Names,
    explanation: include_str!("unknown_vat_rate.md"),
};

fn run(subject: &Subject<'_>, sink: &mut Sink) {
    if !is_dutch(subject.journal) {
        return;
    }
    for (origin, date) in doubtful(subject.journal) {
        report(subject, origin, date, sink);
    }
}

/// The entries with some rate that did not exist on their day. Only these are read again.
fn doubtful(journal: &Journal) -> BTreeMap<Origin, NaiveDate> {
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
        .filter(|(rate, date, _)| !is_lawful(*rate, *date))
        .map(|(_, date, origin)| (origin, date))
        .collect()
}

/// What was delivered before a rate changed keeps the old one.
fn report(subject: &Subject<'_>, origin: Origin, date: NaiveDate, sink: &mut Sink) {
    let Some(written) = subject.pages.read_entry(origin) else {
        return;
    };
    let delivered = written.entry.detail_date(KeyName::Delivered);
    for rate in rates(&written.entry) {
        let Some(code) = rate.value.share().and_then(Share::hundredths) else {
            continue;
        };
        if is_lawful(code, date) || delivered.is_some_and(|day| is_lawful(code, day)) {
            continue;
        }
        sink.push(
            KIND.at(
                rate.span,
                format!("expected a VAT rate of the Netherlands on {date}, found {}", percent(code)),
            )
            .help("the rates are 21%, 9% and 0%; before 2019 the low one was 6%, before October 2012 the high one 19%"),
        );
    }
}

fn rates(entry: &Entry) -> impl Iterator<Item = &Argument> {
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
