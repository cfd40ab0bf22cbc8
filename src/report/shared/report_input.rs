//! What a report is, and what it is given.

use crate::document::Document;
use crate::insight::remedy::Estimates;
use crate::journal::model::{CustomerIx, InvoiceIx, Journal};
use crate::journal::source_lookup::SourceLookup;
use crate::language::phrases::Language;
use crate::ledger::model::Ledger;
use crate::value::share::Quantity;

use super::lookup;

/// Everything a report may look at. No disk, no clock.
#[derive(Clone, Copy)]
pub struct ReportInput<'a> {
    /// What the journal means.
    pub journal: &'a Journal,
    /// Who owes what on the day.
    pub ledger: &'a Ledger,
    /// What was written where.
    pub source_lookup: &'a dyn SourceLookup,
    /// The name of the root file, to print.
    pub root_file: &'a str,
    /// The reader's language.
    pub language: &'static Language,
    /// What was asked beyond the name of the report.
    pub options: &'a ReportOptions,
}

/// Options of reports, gathered: each report reads those it knows.
#[derive(Clone, Debug, Default)]
pub struct ReportOptions {
    /// One row per customer, or per open item.
    pub group_by: GroupBy,
    /// From which day age counts.
    pub age_by: AgeBy,
    /// Upper bounds of the buckets, in days, rising: `30,60,90`.
    pub buckets: Vec<u32>,
    /// A customer or an invoice, as typed.
    pub subject: Option<String>,
    /// Several invoices, as typed.
    pub invoices: Vec<String>,
    /// First day: of a statement, or from which on what is open became late.
    pub from: Option<chrono::NaiveDate>,
    /// Last day of a statement, inclusive.
    pub to: Option<chrono::NaiveDate>,
    /// Every figure with its sources.
    pub explain: bool,
    /// Closed items too.
    pub include_closed: bool,
    /// Only people read the pages: what no person sees need not be looked up.
    pub for_people: bool,
    /// Where a page looks ahead: the day on which the question is asked.
    pub known_on: Option<chrono::NaiveDate>,
    /// How many weeks to look ahead.
    pub weeks: Option<u32>,
    /// Chances and prices that a person says, in whole units of the currency of what they are about.
    pub estimates: Estimates<Quantity>,
}

/// One row per what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GroupBy {
    /// Per customer and currency.
    #[default]
    Customer,
    /// Per open item.
    Invoice,
}

/// From which day age counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AgeBy {
    /// The due date of the item.
    #[default]
    Due,
    /// The date of the invoice.
    Invoice,
}

/// A report: its name, what it is for, and the function that writes it.
pub struct Report {
    /// The command.
    pub name: &'static str,
    /// One line about it.
    pub about: &'static str,
    /// Writes its pages.
    pub write: ReportFn,
}

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
    /// About one or more invoices.
    Invoices(fn(ReportInput<'_>, &[InvoiceIx]) -> Result<Vec<Document>, ReportError>),
}

/// One customer or one invoice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportSubject {
    /// A customer.
    Customer(CustomerIx),
    /// An invoice, a credit note, or another number the journal mentions.
    Invoice(InvoiceIx),
}

impl Report {
    /// The pages of this report.
    ///
    /// # Errors
    /// What was asked for is not in the journal, or cannot be answered.
    pub fn write_pages(&self, scope: ReportInput<'_>) -> Result<Vec<Document>, ReportError> {
        let asked = scope.options.subject.as_deref();
        match self.write {
            ReportFn::All(write) => Ok(write(scope)),
            ReportFn::Customers(write) => {
                Ok(write(scope, &lookup::find_customers(scope.journal, asked)?))
            }
            ReportFn::Customer(write) => Ok(write(
                scope,
                lookup::find_customer(scope.journal, asked.unwrap_or_default())?,
            )),
            ReportFn::Subject(write) => Ok(write(
                scope,
                lookup::find_subject(scope.journal, asked.unwrap_or_default())?,
            )),
            ReportFn::Invoices(write) => {
                let asked = scope.options.invoices.iter();
                let found: Result<Vec<InvoiceIx>, NotFound> = asked
                    .map(|asked| lookup::find_invoice(scope.journal, asked))
                    .collect();
                write(scope, &found?)
            }
        }
    }
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

/// The customer or invoice asked for is not in the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotFound {
    /// What was asked for.
    pub query: String,
    /// Names like it, the likest first.
    pub similar: Vec<String>,
}
