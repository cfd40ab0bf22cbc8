//! What the page of a VAT return says below its boxes: what they leave out, and what belongs to other periods.

use crate::document::Document;
use crate::journal::model::{InvoiceIx, MovementKind};
use crate::ledger::unallocated::unallocated_money;
use crate::policy::jurisdiction::law::Law;
use crate::report::shared::report_input::ReportInput;
use crate::value::money::{Money, Totals};
use crate::value::period::Period;
use crate::value::vocabulary::VatBasis;
use crate::vat::discounts_taken::discounts_taken;
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
    if found.basis == VatBasis::Invoice {
        add_discounts(input, found, page);
    }
    add_waiting_money(input, found, page);
    add_unknown_payers(input, found, page);
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
            let sums = format_sums(input, &sums.collect());
            page.push_paragraph(words(documents.len(), &sums));
        }
    }
    let supplies = list_eu_supplies(input.day.journal, &found.entries);
    if !input.day.journal.is_vat_charged() && !supplies.is_empty() {
        page.push_paragraph(say.supplies_under_scheme);
    }
}

/// Discounts of the period: the boxes have what was invoiced.
fn add_discounts(input: ReportInput<'_>, found: &VatReturn, page: &mut Document) {
    let taken = discounts_taken(input.day.journal, input.day.ledger, found.period);
    let words = input.language.phrases.vat.vat_return.discounts;
    add_sum(input, page, taken.into_values().collect(), words);
}

/// Money of the period that waits on account: which VAT is in it nobody wrote.
fn add_waiting_money(input: ReportInput<'_>, found: &VatReturn, page: &mut Document) {
    let waiting = unallocated_money(input.day.journal, input.day.ledger);
    let waiting = waiting
        .filter(|it| it.movement.kind == MovementKind::Payment)
        .filter(|it| found.period.contains(it.movement.date))
        .map(|it| Money::new(it.remaining, it.currency));
    let say = &input.language.phrases.vat.vat_return;
    add_sum(input, page, waiting.collect(), |count, sum| {
        (say.waiting_money)(found.basis, count, sum)
    });
}

/// Money of the period whose payer nobody knows yet.
fn add_unknown_payers(input: ReportInput<'_>, found: &VatReturn, page: &mut Document) {
    let unknown = input.day.journal.unknown_payments_by(input.day.as_of());
    let unknown = unknown.into_iter();
    let own = unknown.filter(|it| found.period.contains(it.date));
    let say = &input.language.phrases.vat.vat_return;
    let amounts = own.map(|it| it.amount).collect();
    add_sum(input, page, amounts, |count, sum| {
        (say.unknown_payers)(found.basis, count, sum)
    });
}

/// How many amounts there are and what they come to, by currency; nothing where there are none.
fn add_sum(
    input: ReportInput<'_>,
    page: &mut Document,
    amounts: Vec<Money>,
    words: impl Fn(usize, &str) -> String,
) {
    let count = amounts.len();
    if count > 0 {
        let sums = format_sums(input, &amounts.into_iter().collect());
        page.push_paragraph(words(count, &sums));
    }
}

fn format_sums(input: ReportInput<'_>, sums: &Totals) -> String {
    let shown = sums.iter().map(|sum| input.language.format_money(sum));
    shown.collect::<Vec<_>>().join(", ")
}
