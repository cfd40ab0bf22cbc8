//! The turnover of calendar years, for businesses that charge no VAT because they are small.

use crate::journal::model::{InvoiceIx, Journal, MovementKind, NumberUse};
use crate::ledger::model::{Ledger, Status};
use crate::ledger::vat_breakdown::{VatBreakdown, VatPart};
use crate::value::money::Minor;
use crate::value::vat_code::{Untaxed, VatCode, ZeroRate};
use crate::value::vocabulary::VatScheme;
use chrono::Datelike;
use std::collections::BTreeMap;

/// From how many per cent of the limit turnover is near it.
const NEAR: i128 = 80;

/// The turnover of a calendar year.
#[derive(Clone, Copy, Debug, Default)]
pub struct Turnover {
    /// All of it, less credit notes.
    pub sum: Minor,
    /// The first invoice with which it came near the limit.
    pub near: Option<InvoiceIx>,
    /// The first invoice with which it passed it.
    pub passed: Option<InvoiceIx>,
}

/// The limit for a business under the scheme, and the turnover of each year up to the day of the ledger; `None` where the
/// business is under none. Turnover is without VAT and less credit notes. Invoices that were voided or are in another currency
/// do not count, nor what is taxed in another country, as services to businesses there are (NL: Wet OB 1968 art. 25).
pub fn turnover_under_scheme(
    journal: &Journal,
    ledger: &Ledger,
    breakdown: &VatBreakdown,
) -> Option<(Minor, BTreeMap<i32, Turnover>)> {
    let scheme = journal.business.as_ref().and_then(|own| own.vat_scheme);
    let limit = journal.home_law()?.small_business_limit.as_ref();
    let limit = *limit.filter(|_| scheme == Some(VatScheme::Kor))?.value();
    let mut years = credited_without_invoice(journal, ledger, breakdown);
    for number in counted_invoices(journal, ledger) {
        let year = years.entry(journal.invoices[number].date.year());
        let year = year.or_default();
        year.sum += taxed_here(&breakdown.uncredited_of_invoice(journal, number));
        if year.sum.0.saturating_mul(100) >= limit.0.saturating_mul(NEAR) {
            year.near.get_or_insert(number);
        }
        if year.sum > limit {
            year.passed.get_or_insert(number);
        }
    }
    Some((limit, years))
}

/// The invoices that count, by day.
fn counted_invoices(journal: &Journal, ledger: &Ledger) -> Vec<InvoiceIx> {
    let invoices = journal.invoices.iter();
    let counted = invoices.filter(|(number, record)| {
        record.number_use == NumberUse::Invoice
            && record.currency == journal.currency
            && record.date <= ledger.as_of
            && !is_void(journal, ledger, *number)
    });
    let mut numbers: Vec<InvoiceIx> = counted.map(|(number, _)| number).collect();
    numbers.sort_by_key(|number| (journal.invoices[*number].date, *number));
    numbers
}

/// Each year, with what credit notes that name no invoice take off it. What others take off is gone from their invoices.
fn credited_without_invoice(
    journal: &Journal,
    ledger: &Ledger,
    breakdown: &VatBreakdown,
) -> BTreeMap<i32, Turnover> {
    let mut years: BTreeMap<i32, Turnover> = BTreeMap::new();
    let notes = journal.movements.iter();
    let notes = notes.filter(|(_, it)| it.kind == MovementKind::Credit && it.invoice.is_none());
    for (note, movement) in notes {
        if movement.currency == journal.currency && movement.date <= ledger.as_of {
            let year = years.entry(movement.date.year()).or_default();
            year.sum -= taxed_here(&breakdown.of_credit_note(journal, note));
        }
    }
    years
}

/// What of parts counts, without VAT.
fn taxed_here(parts: &[VatPart]) -> Minor {
    let here = parts.iter().filter(|part| !is_taxed_abroad(part.code));
    here.map(|part| part.net).sum()
}

/// Where VAT is owed, if at all, in another country.
const fn is_taxed_abroad(code: Option<VatCode>) -> bool {
    matches!(
        code,
        Some(
            VatCode::Untaxed(Untaxed::Abroad)
                | VatCode::Zero(ZeroRate::EuServices | ZeroRate::EuDistance)
        )
    )
}

/// A voided invoice is no turnover.
fn is_void(journal: &Journal, ledger: &Ledger, number: InvoiceIx) -> bool {
    let mut items = journal.items_of(number);
    items.any(|item| ledger.items[item].status == Status::Void)
}
