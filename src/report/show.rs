//! `show`: everything about one invoice, one credit note or one customer.

use super::scope::{Report, Scope, Subject, Write};
use super::{customer_page, invoice_page};
use crate::document::Document;

/// Everything about one invoice or one customer.
pub static SHOW: Report = Report {
    name: "show",
    about: "everything about one invoice or one customer, with the lines it rests on",
    write: Write::Subject(write),
};

fn write(scope: Scope<'_>, subject: Subject) -> Vec<Document> {
    vec![match subject {
        Subject::Customer(customer) => customer_page::write(scope, customer),
        Subject::Invoice(number) => invoice_page::write(scope, number),
    }]
}
