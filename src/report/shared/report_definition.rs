//! What a report is: its name, what it is about, and how its pages come about.

use super::lookup::{self, NotFound, ReportSubject};
use super::report_flag::ReportFlag;
use super::report_input::ReportInput;
use crate::document::Document;
use crate::journal::model::{CustomerIx, InvoiceIx};

/// A report: its name, what it is for, and the function that writes it.
pub struct Report {
    /// The command.
    pub name: &'static str,
    /// Other names of the command.
    pub aliases: &'static [&'static str],
    /// One line about it.
    pub about: &'static str,
    /// What it can be asked beside what it is about.
    pub flags: &'static [ReportFlag],
    /// What its columns mean, for the long help; empty where their keys say it. A column is never renamed or reused.
    pub columns: &'static str,
    /// Writes its pages.
    pub write: ReportFn,
}

/// Writes the pages about some invoices. The customers are those that were asked for and of whom nothing is due.
pub type InvoicesFn =
    fn(ReportInput<'_>, &[InvoiceIx], &[CustomerIx]) -> Result<Vec<Document>, ReportError>;

/// What a report is about decides what its function is given.
pub enum ReportFn {
    /// About everything.
    All(fn(ReportInput<'_>) -> Vec<Document>),
    /// About the customers that were asked for; all of them where none was.
    Customers(fn(ReportInput<'_>, &[CustomerIx]) -> Vec<Document>),
    /// About one customer.
    Customer(fn(ReportInput<'_>, CustomerIx) -> Vec<Document>),
    /// About one customer or one invoice.
    Subject(fn(ReportInput<'_>, ReportSubject) -> Vec<Document>),
    /// About one or more invoices; for the help, what several of them make.
    Invoices(InvoicesFn, &'static str),
}

impl Report {
    /// The pages of this report.
    ///
    /// # Errors
    /// What was asked for is not in the journal, or cannot be answered.
    pub fn write_pages(&self, input: ReportInput<'_>) -> Result<Vec<Document>, ReportError> {
        let asked = input.options.subject.as_deref();
        match self.write {
            ReportFn::All(write) => Ok(write(input)),
            ReportFn::Customers(write) => Ok(write(
                input,
                &lookup::find_customers(input.day.journal, asked)?,
            )),
            ReportFn::Customer(write) => Ok(write(
                input,
                lookup::find_customer(input.day.journal, asked.unwrap_or_default())?,
            )),
            ReportFn::Subject(write) => Ok(write(
                input,
                lookup::find_subject(input.day.journal, asked.unwrap_or_default())?,
            )),
            ReportFn::Invoices(write, _) => {
                let (mut found, mut idle) = (Vec::new(), Vec::new());
                for asked in &input.options.invoices {
                    match lookup::find_subject(input.day.journal, asked)? {
                        ReportSubject::Invoice(invoice) => found.push(invoice),
                        ReportSubject::Customer(customer) => {
                            let due = due_invoices(input, customer);
                            idle.extend(due.is_empty().then_some(customer));
                            found.extend(due);
                        }
                    }
                }
                write(input, &found, &idle)
            }
        }
    }
}

/// All that is due of a customer.
fn due_invoices(input: ReportInput<'_>, customer: CustomerIx) -> Vec<InvoiceIx> {
    let (journal, ledger) = (input.day.journal, input.day.ledger);
    let is_due = |invoice: InvoiceIx| {
        let mut items = journal.items_of(invoice);
        let is_late = items.any(|item| {
            let due = journal.items[item].due;
            ledger.items[item].open.is_positive() && due.is_some_and(|due| due < input.day.as_of())
        });
        is_late || ledger.charges_on(invoice).is_positive()
    };
    let invoices = journal.invoices.iter();
    let own = invoices.filter(|(_, record)| record.customer == Some(customer));
    own.map(|(invoice, _)| invoice)
        .filter(|it| is_due(*it))
        .collect()
}

/// Why there is no page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReportError {
    /// The customer or invoice asked for is not in the journal.
    NotFound(NotFound),
    /// It cannot be asked like that: what is the matter, and what to do.
    Usage(String, &'static str),
    /// The journal gives no answer: what is the matter, and what to do.
    NoAnswer(String, &'static str),
}

impl From<NotFound> for ReportError {
    fn from(missing: NotFound) -> Self {
        Self::NotFound(missing)
    }
}
