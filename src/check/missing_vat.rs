//! V001: an invoice that says nothing about VAT.

use super::shared::check_input::CheckInput;
use crate::journal::model::{Invoice, InvoiceDetailFlags, NumberUse};
use crate::text::diagnostic::{Diagnostic, Sink};
use crate::value::money::Minor64;

crate::check_rule! {
    "V001" "missing-vat" Warning, needs Names, page "missing_vat.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    if !input.day.journal.is_vat_charged() {
        return;
    }
    let all = input.day.journal.invoices.as_slice().iter();
    let invoices = all.filter(|invoice| invoice.number_use == NumberUse::Invoice);
    let bare = invoices.clone().filter(|invoice| is_without_rate(invoice));
    let count = bare.clone().count();
    let some_name_a_rate = invoices.count() > count;
    let shown = if some_name_a_rate { count } else { 1 };
    for invoice in bare.take(shown) {
        sink.push_with(&KIND, || {
            let finding = finding(input, invoice);
            if some_name_a_rate || count == 1 {
                finding
            } else {
                finding.note(format!("and on none of the {} other invoices", count - 1))
            }
        });
    }
}

/// A rate stands in the header, under it, or on each line.
fn is_without_rate(invoice: &Invoice) -> bool {
    let charges = invoice.amount().is_some_and(Minor64::is_positive);
    charges && invoice.vat.is_none() && !invoice.detail_flags.has(InvoiceDetailFlags::LINES)
}

fn finding(input: &CheckInput<'_>, invoice: &Invoice) -> Diagnostic {
    KIND.at(
        input.amount_span(invoice.origin),
        "expected a VAT rate such as `vat 21%`, found none",
    )
    .help("write the rate, also where it is `vat 0%`; without it no VAT can be claimed back on a bad debt")
}
