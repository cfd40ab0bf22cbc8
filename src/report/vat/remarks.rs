//! What the page of a VAT return says below its boxes: what they leave out, and what belongs to other periods.

use crate::document::Document;
use crate::journal::model::{InvoiceIx, MovementKind};
use crate::ledger::unallocated::{UnallocatedMoney, unallocated_money};
use crate::policy::jurisdiction::law::Law;
use crate::report::shared::report_input::ReportInput;
use crate::value::money::{Money, Totals};
use crate::value::period::Period;
use crate::value::vocabulary::VatBasis;
use crate::vat::eu_listing::list_eu_supplies;
use crate::vat::small_business::turnover_under_scheme;
use crate::vat::vat_entry::{VatEntry, VatEntryKind, VatPlace};
use crate::vat::vat_return::VatReturn;
use chrono::Datelike;
use std::collections::BTreeSet;

/// The invoice with which a small business passed the limit of its scheme, in or before the period and in its year.
pub fn passed_limit(input: ReportInput<'_>, period: Period) -> Option<InvoiceIx> {
    let (day, last) = (input.day, period.last);
    let breakdown = day.vat_breakdown();
    let (_, years) = turnover_under_scheme(day.journal, day.ledger, breakdown)?;
    let passed = years.get(&last.year())?.passed?;
    (day.journal.invoices[passed].date <= last).then_some(passed)
}

/// What the boxes leave out, and what belongs to other periods.
pub fn add_remarks(input: ReportInput<'_>, law: &Law, found: &VatReturn, page: &mut Document) {
    let say = &input.language.phrases.vat.vat_return;
    if let Some(passed) = passed_limit(input, found.period) {
        let journal = input.day.journal;
        page.push_paragraph((say.passed_limit)(
            journal.invoice_no(passed),
            journal.invoices[passed].date,
        ));
    } else if !input.day.journal.is_vat_charged() {
        page.push_paragraph(say.charged_under_scheme);
    }
    if found.period.last > input.day.as_of() {
        page.push_paragraph((say.not_over)(found.period.last, input.day.as_of()));
    }
    add_amounts_outside(input, found, page);
    let vat_of = |entries: &mut dyn Iterator<Item = &VatEntry>| {
        let vat = entries.map(|entry| entry.part.vat).sum();
        input.language.format_money(Money::new(vat, law.currency))
    };
    let late = || found.entries.iter().filter(|entry| entry.is_late());
    if late().next().is_some() {
        page.push_paragraph((say.late)(late().count(), &vat_of(&mut late())));
    }
    let later = &found.declared_later;
    if !later.is_empty() {
        page.push_paragraph((say.declared_later)(
            later.len(),
            &vat_of(&mut later.iter()),
        ));
    }
    if found.basis == VatBasis::Cash {
        add_waiting_money(input, found, page);
    }
    let mut kinds = found.entries.iter().map(|entry| entry.kind);
    if kinds.any(|kind| kind == VatEntryKind::Relief) {
        page.push_paragraph(say.bad_debts);
    }
    page.push_paragraph(say.input_vat);
}

/// What stands in no box, for each reason; and what a business that charges no VAT supplied within the Union.
pub fn add_amounts_outside(input: ReportInput<'_>, found: &VatReturn, page: &mut Document) {
    let say = &input.language.phrases.vat.vat_return;
    let words = [
        say.unknown,
        say.exempt,
        say.margin,
        say.abroad,
        say.other_currency,
    ];
    for (place, words) in VatPlace::OUTSIDE.into_iter().zip(words) {
        let entries: Vec<&VatEntry> = found.entries_at(place).collect();
        let documents: BTreeSet<_> = entries.iter().map(|entry| entry.number).collect();
        if !documents.is_empty() {
            let sums = entries.iter();
            let sums = sums.map(|entry| Money::new(entry.part.gross(), entry.currency));
            let sums: Totals = sums.collect();
            let shown: Vec<String> = sums
                .iter()
                .map(|sum| input.language.format_money(sum))
                .collect();
            page.push_paragraph(words(documents.len(), &shown.join(", ")));
        }
    }
    let supplies = list_eu_supplies(input.day.journal, &found.entries);
    if !input.day.journal.is_vat_charged() && !supplies.is_empty() {
        page.push_paragraph(say.supplies_under_scheme);
    }
}

/// Money of the period that waits on account: which VAT is in it nobody wrote.
fn add_waiting_money(input: ReportInput<'_>, found: &VatReturn, page: &mut Document) {
    let waiting = unallocated_money(input.day.journal, input.day.ledger);
    let waiting: Vec<UnallocatedMoney<'_>> = waiting
        .filter(|it| it.movement.kind == MovementKind::Payment)
        .filter(|it| found.period.contains(it.movement.date))
        .collect();
    let sums = waiting.iter();
    let sums: Totals = sums
        .map(|it| Money::new(it.remaining, it.currency))
        .collect();
    if !waiting.is_empty() {
        let shown: Vec<String> = sums
            .iter()
            .map(|sum| input.language.format_money(sum))
            .collect();
        let say = &input.language.phrases.vat.vat_return;
        page.push_paragraph((say.waiting_money)(waiting.len(), &shown.join(", ")));
    }
}
