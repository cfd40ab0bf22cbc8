//! Whose invoices a claim is about: those of one customer.

use super::model::ClaimError;
use crate::journal::model::{CustomerIx, InvoiceIx, Journal, NumberUse};

/// The customer that all invoices belong to; `None` where there is no invoice.
///
/// # Errors
/// A number is no invoice, or the invoices belong to several customers.
pub fn find_single_customer(
    journal: &Journal,
    invoices: &[InvoiceIx],
) -> Result<Option<CustomerIx>, ClaimError> {
    let mut only: Option<(InvoiceIx, CustomerIx)> = None;
    for number in invoices {
        let invoice = &journal.invoices[*number];
        let customer = match invoice.customer {
            Some(customer) if invoice.number_use == NumberUse::Invoice => customer,
            _ => return Err(ClaimError::NoInvoice(*number)),
        };
        match only {
            Some((first, other)) if other != customer => {
                return Err(ClaimError::SeveralCustomers(first, *number));
            }
            _ => only = only.or(Some((*number, customer))),
        }
    }
    Ok(only.map(|(_, customer)| customer))
}
