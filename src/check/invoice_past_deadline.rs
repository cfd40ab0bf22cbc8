//! V018: an invoice later than the law wants it for VAT.

use super::shared::check_input::{CheckInput, date_span};
use crate::journal::model::{InvoiceIx, NumberUse};
use crate::policy::vat_relief::quarter;
use crate::text::diagnostic::Sink;
use crate::value::money::Minor;
use crate::value::vocabulary::VatBasis;
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

crate::check_rule! {
    "V018" "invoice-past-deadline" Advice, needs Names, page "invoice_past_deadline.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    let Some(law) = journal.home_law().filter(|_| journal.is_vat_charged()) else {
        return;
    };
    let basis = journal.business.as_ref().map(|own| own.vat_basis);
    if basis == Some(VatBasis::Cash) {
        return;
    }
    // Work that took several days is supplied on the last of them.
    let mut last: BTreeMap<InvoiceIx, NaiveDate> = BTreeMap::new();
    for named in &journal.deliveries {
        let day = last.entry(named.invoice).or_insert(named.delivered);
        *day = named.delivered.max(*day);
    }
    for (number, delivered) in last {
        let invoice = &journal.invoices[number];
        let Some(by) = law.invoice_deadline(delivered) else {
            continue;
        };
        let is_taxed = || {
            let parts = input.day.vat_breakdown().of_invoice(journal, number);
            parts.iter().any(|part| part.vat != Minor::ZERO)
        };
        if invoice.date <= by || invoice.number_use != NumberUse::Invoice || !is_taxed() {
            continue;
        }
        let (year, quarter) = quarter(by);
        sink.push_with(&KIND, || {
            KIND.at(
                date_span(invoice.origin),
                format!(
                    "expected the invoice by {by}, for what was delivered on {delivered}, found {}",
                    invoice.date
                ),
            )
            .help(format!(
                "its VAT was owed in the period of {by}: the return of {year}-Q{quarter}, by month that of {year}-{:02}; \
                 `tegoed vat` has it on the day of the invoice. If the day of delivery is a slip, mend `delivered:`",
                by.month()
            ))
        });
    }
}
