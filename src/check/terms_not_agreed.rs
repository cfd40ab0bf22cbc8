//! D011: an invoice from before its customer agreed to the terms.

use super::agreement::agreements;
use super::proposal::agreed;
use super::rule::{Rule, Run, Subject, dated};
use crate::journal::model::{DueBasis, InvoiceDetailFlags, InvoiceIx, NumberUse};
use crate::text::diagnostic::{DiagnosticKind, Prerequisite, Severity, Sink};
use crate::value::index_vec::IndexVec;
use crate::value::key_name::KeyName;
use chrono::NaiveDate;

/// The check.
pub static RULE: Rule = Rule {
    kind: &KIND,
    run: Run::Journal(run),
};

static KIND: DiagnosticKind = DiagnosticKind {
    code: "D011",
    name: "terms-not-agreed",
    severity: Severity::Warning,
    prerequisite: Prerequisite::Names,
    explanation: include_str!("terms_not_agreed.md"),
};

fn run(subject: &Subject<'_>, sink: &mut Sink) {
    let agreements = agreements(subject.journal);
    if agreements.is_empty() {
        return;
    }
    let mut earliest = IndexVec::from_elem(None, subject.journal.customers.len());
    for (number, invoice) in subject.journal.invoices.iter() {
        let rests_on_terms = matches!(
            invoice.due_basis,
            DueBasis::Issued | DueBasis::Sent | DueBasis::Received
        );
        if let Some(customer) = invoice.customer
            && invoice.number_use == NumberUse::Invoice
            && rests_on_terms
        {
            let this = (invoice.date, number);
            let first = earliest[customer].get_or_insert(this);
            *first = this.min(*first);
        }
    }
    for (customer, first) in earliest.iter() {
        let Some((_, number)) = *first else {
            continue;
        };
        let agreement = agreements.get(&customer);
        let (bound, what) = bound(subject, number);
        if agreement.is_some_and(|(day, _)| *day <= bound) {
            continue;
        }
        let at = subject.mention_of(subject.journal.invoices[number].origin, number);
        let who = subject.customer(customer);
        let expected = format!("expected an agreement of {who} on or before {what}{bound}");
        sink.push(match agreement {
            Some((day, origin)) => KIND
                .at(at, format!("{expected}, found the first on {day}"))
                .related(dated(*origin), "agreed here")
                .help("terms bind who agreed before: mend the date, or count on the statutory 30 days"),
            None => KIND
                .at(at, format!("{expected}, found none"))
                .help(format!(
                    "if he agreed, write when: `{}`; if not, the statutory 30 days hold",
                    agreed(subject, bound, customer)
                )),
        });
    }
}

/// Until when terms could be agreed for an invoice: the day of its delivery where that was earlier, else its own.
fn bound(subject: &Subject<'_>, number: InvoiceIx) -> (NaiveDate, &'static str) {
    let invoice = &subject.journal.invoices[number];
    let detailed = invoice.detail_flags.has(InvoiceDetailFlags::DETAILS);
    let written = detailed.then(|| subject.pages.read_entry(invoice.origin));
    let delivered = written
        .flatten()
        .and_then(|written| written.entry.detail_date(KeyName::Delivered));
    match delivered.filter(|day| *day < invoice.date) {
        Some(day) => (day, "the delivery on "),
        None => (invoice.date, ""),
    }
}
