//! `show`: everything about one invoice, one credit note or one customer.

pub mod credit_limit_facts;
pub mod customer_page;
mod documents;
pub mod due_dates;
pub mod invoice_lines;
mod invoice_page;
pub mod next_step;
pub mod plan_parts;
pub mod summary;

use super::shared::lookup::ReportSubject;
use super::shared::report_definition::{Report, ReportFn};
use super::shared::report_flag::{FlagValue, ReportFlag};
use super::shared::report_input::ReportInput;
use crate::document::Document;

/// Everything about one invoice or one customer.
pub static SHOW: Report = Report {
    name: "show",
    aliases: &[],
    about: "everything about one invoice or one customer, with the lines it rests on",
    flags: FLAGS,
    columns: "",
    write: ReportFn::Subject(write),
};

static FLAGS: &[ReportFlag] = &[ReportFlag::new(
    "explain",
    "Every figure with its sources",
    FlagValue::Switch(|options| options.explain = true),
)];

fn write(input: ReportInput<'_>, subject: ReportSubject) -> Vec<Document> {
    vec![match subject {
        ReportSubject::Customer(customer) => customer_page::write(input, customer),
        ReportSubject::Invoice(number) => invoice_page::write(input, number),
    }]
}
