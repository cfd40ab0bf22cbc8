//! The turnover of calendar years, for businesses that charge no VAT because they are small.

use crate::journal::model::{InvoiceIx, Journal, NumberUse};
use crate::ledger::model::{Ledger, Status};
use crate::ledger::vat_breakdown::{VatBreakdown, VatPart};
use crate::value::money::Minor;
use crate::value::vat_code::{Untaxed, VatCode};
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
/// business is under none. Invoices that were voided, are in another currency or are taxed abroad do not count.
pub fn turnover_under_scheme(
    journal: &Journal,
    ledger: &Ledger,
    breakdown: &VatBreakdown,
) -> Option<(Minor, BTreeMap<i32, Turnover>)> {
    let scheme = journal.business.as_ref().and_then(|own| own.vat_scheme);
    let limit = journal.home_law()?.small_business_limit.as_ref();
    let limit = *limit.filter(|_| scheme == Some(VatScheme::Kor))?.value();
    let invoices = journal.invoices.iter();
    let counts = |number: &InvoiceIx| {
        let record = &journal.invoices[*number];
        record.number_use == NumberUse::Invoice
            && record.currency == journal.currency
            && record.date <= ledger.as_of
            && !is_void(journal, ledger, *number)
    };
    let mut numbers: Vec<InvoiceIx> = invoices.map(|(number, _)| number).filter(counts).collect();
    numbers.sort_by_key(|number| (journal.invoices[*number].date, *number));
    let mut years: BTreeMap<i32, Turnover> = BTreeMap::new();
    for number in numbers {
        let left = breakdown.left_of_invoice(journal, number);
        let abroad = Some(VatCode::Untaxed(Untaxed::Abroad));
        let here = left.iter().filter(|part| part.code != abroad);
        let year = years.entry(journal.invoices[number].date.year());
        let year = year.or_default();
        year.sum += here.map(VatPart::gross).sum();
        if year.sum.0.saturating_mul(100) >= limit.0.saturating_mul(NEAR) {
            year.near.get_or_insert(number);
        }
        if year.sum > limit {
            year.passed.get_or_insert(number);
        }
    }
    Some((limit, years))
}

/// A voided invoice is no turnover.
fn is_void(journal: &Journal, ledger: &Ledger, number: InvoiceIx) -> bool {
    let mut items = journal.items_of(number);
    items.any(|item| ledger.items[item].status == Status::Void)
}
