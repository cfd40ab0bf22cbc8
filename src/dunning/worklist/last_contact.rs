//! When an invoice was last named, and a customer last spoken to.

use crate::journal::model::{CustomerIx, Event, InvoiceIx, Journal};
use crate::value::index_vec::IndexVec;
use chrono::NaiveDate;

/// The last day on which some entry named an invoice, or told of a talk with a customer.
#[derive(Debug)]
pub struct LastContacts {
    invoices: IndexVec<InvoiceIx, Option<NaiveDate>>,
    customers: IndexVec<CustomerIx, Option<NaiveDate>>,
}

impl LastContacts {
    /// What entries up to a day say.
    pub fn from_journal(journal: &Journal, through: NaiveDate) -> Self {
        let mut last = Self {
            invoices: IndexVec::from_elem(None, journal.invoices.len()),
            customers: IndexVec::from_elem(None, journal.customers.len()),
        };
        for event in journal.events.iter().filter(|event| event.date <= through) {
            for invoice in event.invoices() {
                last.invoices[invoice] = last.invoices[invoice].max(Some(event.date));
            }
            if let Some(customer) = event.customer.filter(|_| event.is_contact_or_note()) {
                last.customers[customer] = last.customers[customer].max(Some(event.date));
            }
        }
        last
    }

    /// Whether some entry named an invoice on a day or later.
    pub fn is_invoice_named_since(&self, invoice: InvoiceIx, since: NaiveDate) -> bool {
        self.invoices[invoice] >= Some(since)
    }

    /// Whether somebody spoke with a customer on a day or later.
    pub fn is_customer_contacted_since(&self, customer: CustomerIx, since: NaiveDate) -> bool {
        self.customers[customer] >= Some(since)
    }

    /// Whether what an entry leaves open was taken up on a day or later: an entry names one of its invoices, or
    /// where it names none, tells of a talk with its customer.
    pub fn is_answered_since(&self, event: &Event, since: NaiveDate) -> bool {
        let mut named = event.invoices();
        if event.invoice.is_some() {
            return named.any(|invoice| self.is_invoice_named_since(invoice, since));
        }
        event
            .customer
            .is_some_and(|customer| self.is_customer_contacted_since(customer, since))
    }
}
