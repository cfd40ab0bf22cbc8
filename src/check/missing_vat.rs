//! V001: an invoice, a line of one, or a credit note that says nothing about VAT.

use super::shared::check_input::CheckInput;
use crate::journal::model::{Invoice, InvoiceDetailFlags, InvoiceIx, MovementKind, NumberUse};
use crate::syntax::entry::{Detail, Entry, EntryState};
use crate::text::diagnostic::{Diagnostic, Sink};
use crate::text::span::Span;
use crate::value::key_name::KeyName;
use crate::value::money::Minor64;
use std::collections::BTreeSet;

crate::check_rule! {
    "V001" "missing-vat" Warning, needs Names, page "missing_vat.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    if !input.day.journal.is_vat_charged() {
        return;
    }
    let all = input.day.journal.invoices.as_slice().iter();
    let invoices = all.filter(|invoice| invoice.number_use == NumberUse::Invoice);
    let bare = invoices
        .clone()
        .filter(|invoice| is_without_rate(invoice) && !has_unread_detail(input, invoice));
    let count = bare.clone().count();
    let some_name_a_rate = invoices.count() > count;
    let shown = if some_name_a_rate { count } else { 1 };
    if some_name_a_rate {
        report_bare_lines(input, sink);
        report_bare_credits(input, sink);
    }
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

/// Lines that have no rate of their own, and no header that has one.
fn report_bare_lines(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    let bare = journal.vat_subtotals.iter();
    let bare = bare.filter(|part| part.code.is_none());
    let numbers: BTreeSet<InvoiceIx> = bare.map(|part| part.number).collect();
    for number in numbers {
        sink.push_with(&KIND, || {
            let at = input.span_of(journal.invoices[number].origin, find_bare_line);
            KIND.at(at, "expected a VAT rate on each line or in the header, found a line without")
                .help("write the rate behind the amount of the line, as in `item: 100.00 vat 21%`; what has none is in no box of the return")
        });
    }
}

fn find_bare_line(entry: &Entry) -> Option<Span> {
    let is_line =
        |detail: &&Detail| matches!(detail.key.name(), Some(KeyName::Item | KeyName::Less));
    let mut lines = entry.details.iter().filter(is_line);
    let bare = lines.find(|line| {
        let mut arguments = entry.arguments_of(line).iter();
        !arguments.any(|argument| argument.value.vat().is_some())
    });
    bare.map(|line| line.span)
}

/// Credit notes that name neither an invoice nor a rate.
fn report_bare_credits(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    let movements = journal.movements.as_slice().iter();
    let credits = movements.filter(|it| it.kind == MovementKind::Credit && it.invoice.is_none());
    let known: BTreeSet<InvoiceIx> = journal.vat_subtotals.iter().map(|it| it.number).collect();
    for credit in credits {
        let Some(own) = &credit.extra else { continue };
        let has_parts = own
            .credit_number
            .is_some_and(|number| known.contains(&number));
        if own.vat.is_some() || has_parts {
            continue;
        }
        sink.push_with(&KIND, || {
            KIND.at(
                input.amount_span(credit.origin),
                "expected the invoice that is credited or a VAT rate such as `vat 21%`, found neither",
            )
            .help("name the invoice with `for #INVOICE`, or write the rate; without it the return takes no VAT back")
        });
    }
}

/// A rate stands in the header, under it, or on each line.
fn is_without_rate(invoice: &Invoice) -> bool {
    let charges = invoice.amount().is_some_and(Minor64::is_positive);
    charges && invoice.vat.is_none() && !invoice.detail_flags.has(InvoiceDetailFlags::LINES)
}

/// A line that could not be read is told where it stands; it may be the rate.
fn has_unread_detail(input: &CheckInput<'_>, invoice: &Invoice) -> bool {
    let has_details = invoice.detail_flags.has(InvoiceDetailFlags::DETAILS);
    let written = || input.journal_text.read_entry(invoice.origin);
    let written = has_details.then(written).flatten();
    written.is_some_and(|it| it.entry.state == EntryState::DetailMissing)
}

fn finding(input: &CheckInput<'_>, invoice: &Invoice) -> Diagnostic {
    KIND.at(
        input.amount_span(invoice.origin),
        "expected a VAT rate such as `vat 21%`, found none",
    )
    .help("write the rate, also where it is `vat 0%`; without it no VAT can be claimed back on a bad debt")
}
