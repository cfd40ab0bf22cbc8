//! V012: an invoice or a credit note in a period whose VAT return was filed before.

use super::shared::check_input::{CheckInput, date_span};
use crate::journal::model::{MovementKind, NumberUse};
use crate::text::diagnostic::Sink;
use crate::text::span::Origin;
use crate::vat::late_entries::declared_later;
use chrono::NaiveDate;

crate::check_rule! {
    "V012" "entry-after-filing" Advice, needs Names, page "entry_after_filing.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    let filings = &journal.vat_filings;
    let law = journal.home_law();
    let correction = law.map_or("tell the tax office", |law| law.finding.vat_correction);
    if filings.is_empty() {
        return;
    }
    let invoices = journal.invoices.as_slice().iter();
    let invoices = invoices
        .filter(|record| record.number_use == NumberUse::Invoice)
        .map(|record| (record.date, record.origin));
    let movements = journal.movements.as_slice().iter();
    let taken_back = movements
        .filter(|it| matches!(it.kind, MovementKind::Credit | MovementKind::Void))
        .map(|movement| (movement.date, movement.origin));
    let all: Vec<(NaiveDate, Origin)> = invoices.chain(taken_back).collect();
    for (date, origin) in all {
        let Some(day) = declared_later(date, origin, filings) else {
            continue;
        };
        let filed = filings.iter().find(|filing| filing.period.contains(date));
        let Some(filed) = filed else { continue };
        let next = filed.period.of_same_kind(day);
        let next = next.map_or(day.to_string(), |next| next.to_string());
        sink.push_with(&KIND, || {
            KIND.at(
                date_span(origin),
                format!(
                    "expected a day that is not yet declared, found one of {}, filed on {}",
                    filed.period, filed.date
                ),
            )
            .related(date_span(filed.origin), "the return that was filed")
            .note(format!("`tegoed vat` declares it in the return of {next}"))
            .help(correction)
        });
    }
}
