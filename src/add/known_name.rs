//! Customers and invoices as people name them: by their id, or by enough of it.

use super::new_entry_context::NewEntryContext;
use crate::journal::model::{CustomerIx, InvoiceIx, Journal, NumberUse};
use crate::report::shared::lookup::{NotFound, find_customer, find_invoice};

/// So many numbers are named where several are meant.
const MAX_NAMED: usize = 5;

/// The id of a customer, with its sign: by the id, the name, or a part that no other has.
///
/// # Errors
/// There is none, or there are several.
pub fn customer_id(journal: &Journal, word: &str) -> Result<String, NotFound> {
    let customer = find_customer(journal, word)?;
    Ok(format!("@{}", journal.customer_id(customer)))
}

/// The number of an invoice, with its sign: by the number, or by its beginning or end where no other invoice has it. Of
/// several those of a customer go first, then those that are open.
///
/// # Errors
/// There is none, or there are several.
pub fn invoice_number(
    context: &NewEntryContext<'_>,
    word: &str,
    customer: Option<CustomerIx>,
) -> Result<String, NotFound> {
    let journal = context.journal;
    let missing = match find_invoice(journal, word) {
        Ok(invoice) => return Ok(format!("#{}", journal.invoice_no(invoice))),
        Err(missing) => missing,
    };
    let part = word.trim_start_matches('#').to_lowercase();
    let mut fitting: Vec<InvoiceIx> = issued_invoices(journal)
        .filter(|invoice| {
            let number = journal.invoice_no(*invoice).to_lowercase();
            number.starts_with(&part) || number.ends_with(&part)
        })
        .collect();
    let is_of_customer =
        |invoice: &InvoiceIx| customer.is_some() && journal.invoices[*invoice].customer == customer;
    let is_open = |invoice: &InvoiceIx| {
        let open = context.ledger.open_principal(journal, *invoice);
        !open.is_zero()
    };
    keep_if_any(&mut fitting, is_of_customer);
    keep_if_any(&mut fitting, is_open);
    match fitting.as_slice() {
        [] => Err(missing),
        [invoice] => Ok(format!("#{}", journal.invoice_no(*invoice))),
        several => Err(NotFound {
            is_ambiguous: true,
            similar: named(journal, several),
            ..missing
        }),
    }
}

/// The open invoices of a customer, the one that was due first in front.
pub fn open_invoices(context: &NewEntryContext<'_>, customer: CustomerIx) -> Vec<InvoiceIx> {
    let NewEntryContext {
        journal, ledger, ..
    } = context;
    let mut open: Vec<InvoiceIx> = issued_invoices(journal)
        .filter(|invoice| journal.invoices[*invoice].customer == Some(customer))
        .filter(|invoice| ledger.open_principal(journal, *invoice).is_positive())
        .collect();
    open.sort_by_key(|invoice| (journal.first_due_date(*invoice), *invoice));
    open
}

/// The numbers of some invoices, no more than people can take in.
pub fn named(journal: &Journal, invoices: &[InvoiceIx]) -> Vec<String> {
    let numbers = invoices.iter().take(MAX_NAMED);
    numbers
        .map(|invoice| journal.invoice_no(*invoice).to_owned())
        .collect()
}

fn issued_invoices(journal: &Journal) -> impl Iterator<Item = InvoiceIx> + '_ {
    let issued = journal.invoices.iter();
    issued
        .filter(|(_, invoice)| invoice.number_use == NumberUse::Invoice)
        .map(|(invoice, _)| invoice)
}

/// Leaves those that are preferred; all where none is.
fn keep_if_any(all: &mut Vec<InvoiceIx>, is_preferred: impl Fn(&InvoiceIx) -> bool) {
    if all.iter().any(&is_preferred) {
        all.retain(is_preferred);
    }
}
