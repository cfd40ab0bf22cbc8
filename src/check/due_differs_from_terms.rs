//! D006: a due date in the header that is not what was agreed.

use super::shared::check_input::CheckInput;
use super::shared::days_to_pay::is_too_long;
use super::shared::message_words::format_terms;
use crate::journal::model::{DueBasis, Invoice, InvoiceDetailFlags, NumberUse};
use crate::syntax::clause::Clause;
use crate::text::diagnostic::{Diagnostic, Sink};
use crate::value::calendar::PaymentTerms;
use crate::value::key_name::KeyName;
use chrono::NaiveDate;

crate::check_rule! {
    "D006" "due-differs-from-terms" Advice, needs Terms, page "due_differs_from_terms.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    for invoice in input.day.journal.invoices.as_slice() {
        if invoice.number_use != NumberUse::Invoice || invoice.due_basis != DueBasis::Written {
            continue;
        }
        let due = invoice
            .first_item
            .and_then(|item| input.day.journal.items[item].due);
        // A day before the invoice is told by D005.
        let due = due.filter(|due| *due >= invoice.date);
        if let (Some(due), Some(terms)) = (due, input.day.journal.terms_of_invoice(invoice))
            && let Some(expected) = expected_due(input, invoice, due, terms)
            // More than the law allows at all is told by D009.
            && !invoice.customer.is_some_and(|who| is_too_long(input, invoice, due, who))
        {
            sink.push_with(&KIND, || finding(input, invoice, due, &expected));
        }
    }
}

/// When an invoice should be due, and why.
struct ExpectedDue {
    due: NaiveDate,
    terms: PaymentTerms,
    start: NaiveDate,
}

/// When an invoice should be due that says otherwise.
fn expected_due(
    input: &CheckInput<'_>,
    invoice: &Invoice,
    due: NaiveDate,
    agreed: PaymentTerms,
) -> Option<ExpectedDue> {
    if agreed.date_after(invoice.date) == Some(due) {
        return None;
    }
    let (terms, days) = if invoice.detail_flags.has(InvoiceDetailFlags::TERMS) {
        invoice_terms(input, invoice, agreed)?
    } else {
        (agreed, [None, None, Some(invoice.date)])
    };
    let mut days = days.into_iter().flatten();
    if days
        .clone()
        .any(|start| terms.date_after(start) == Some(due))
    {
        return None;
    }
    let start = days.next()?;
    Some(ExpectedDue {
        due: terms.date_after(start)?,
        terms,
        start,
    })
}

/// The terms that the invoice itself names, and the days they may count from.
fn invoice_terms(
    input: &CheckInput<'_>,
    invoice: &Invoice,
    agreed: PaymentTerms,
) -> Option<(PaymentTerms, [Option<NaiveDate>; 3])> {
    let written = input.journal_text.read_entry(invoice.origin)?;
    let entry = &written.entry;
    let own = entry
        .detail_value(KeyName::Terms)
        .and_then(|terms| terms.value.terms());
    let received = entry.detail_date(KeyName::Received);
    let days = [
        received,
        entry.detail_date(KeyName::Sent),
        Some(invoice.date),
    ];
    Some((own.unwrap_or(agreed), days))
}

fn finding(
    input: &CheckInput<'_>,
    invoice: &Invoice,
    due: NaiveDate,
    expected: &ExpectedDue,
) -> Diagnostic {
    let at = input.span_of(invoice.origin, |entry| {
        entry.clause_argument(Clause::Due).map(|clause| clause.span)
    });
    let (terms, start) = (format_terms(expected.terms), expected.start);
    KIND.at(
        at,
        format!("expected due {}, which is {terms} from {start}, found {due}", expected.due),
    )
    .help("leave `due` out and the terms decide; if this date was agreed, say so: `allow: D006` and why")
}
