//! Terms of payment that are not those of the policy: of a customer, or of one invoice.

use super::deviation::Deviation;
use crate::document::Cell;
use crate::journal::due_date::start_of_written_terms;
use crate::journal::model::{CustomerIx, DueBasis, InvoiceDetailFlags, InvoiceIx, NumberUse};
use crate::report::shared::labels;
use crate::report::shared::report_input::ReportInput;
use crate::text::span::Origin;
use crate::value::calendar::PaymentTerms;
use crate::value::key_name::KeyName;

/// Customers with terms of their own, and invoices that name their terms or their due day themselves, where the policy
/// that holds for them says otherwise. Parts on days of their own are an arrangement about the work, and are not told.
pub fn find_deviations(input: ReportInput<'_>) -> Vec<Deviation> {
    let journal = input.day.journal;
    let customers = journal.customers_by_id().into_iter();
    let customers = customers.filter_map(|customer| of_customer(input, customer));
    let invoices = journal.invoices.iter();
    let invoices = invoices.filter_map(|(number, _)| of_invoice(input, number));
    customers.chain(invoices).collect()
}

fn of_customer(input: ReportInput<'_>, customer: CustomerIx) -> Option<Deviation> {
    let journal = input.day.journal;
    let record = &journal.customers[customer];
    let policy = journal.customer_policy_on(customer, input.day.as_of())?;
    let own = record.terms?;
    let of_policy = policy.terms.filter(|of_policy| *of_policy != own)?;
    let detail = in_place_of(input, own, of_policy);
    Some(Deviation {
        date: None,
        customer: Some(customer),
        ..deviation(input, detail, record.origin?)
    })
}

fn in_place_of(input: ReportInput<'_>, own: PaymentTerms, of_policy: PaymentTerms) -> Cell {
    let (own, of_policy) = (
        labels::terms_cell(own, input.language),
        labels::terms_cell(of_policy, input.language),
    );
    let words = &input.language.phrases.overview.deviation;
    match (own, of_policy) {
        (Cell::Word(own), Cell::Word(of_policy)) => Cell::word(
            own.code.to_string(),
            (words.in_place_of)(&own.label, &of_policy.label),
        ),
        (own, _) => own,
    }
}

fn of_invoice(input: ReportInput<'_>, number: InvoiceIx) -> Option<Deviation> {
    let journal = input.day.journal;
    let invoice = &journal.invoices[number];
    let of_policy = journal.policies[invoice.policy?].terms?;
    let due = journal.items[invoice.first_item?].due?;
    let says_terms = invoice.detail_flags.has(InvoiceDetailFlags::TERMS);
    let is_own = match invoice.due_basis {
        DueBasis::Written => true,
        DueBasis::Received | DueBasis::Sent | DueBasis::Issued => says_terms,
        DueBasis::Instalments | DueBasis::Missing => false,
    };
    // Most invoices are due by the terms of the policy from their own date.
    let by_policy = of_policy.date_after(invoice.date)?;
    if invoice.number_use != NumberUse::Invoice || !is_own || by_policy == due {
        return None;
    }
    let quote = input.day.source_lookup.quote_entry(invoice.origin);
    let is_written = invoice.due_basis == DueBasis::Written;
    let by_policy = of_policy.date_after(start_of_written_terms(invoice, &quote))?;
    let says_so = is_written || quote.values(KeyName::Terms).next().is_some();
    if !says_so || by_policy == due {
        return None;
    }
    let words = &input.language.phrases.overview.deviation;
    let own = due.to_string();
    let said = (words.due_in_place_of)(due, by_policy);
    Some(Deviation {
        date: Some(invoice.date),
        customer: invoice.customer,
        invoice: Cell::text(journal.invoice_no(number)),
        ..deviation(input, Cell::word(own, said), invoice.origin)
    })
}

fn deviation(input: ReportInput<'_>, detail: Cell, origin: Origin) -> Deviation {
    Deviation {
        date: None,
        customer: None,
        invoice: Cell::Empty,
        kind: ("terms", input.language.phrases.overview.deviation.terms),
        detail,
        until: None,
        amount: None,
        reason: String::new(),
        origin,
    }
}
