//! D011: an invoice from before its customer agreed to the terms.

use super::agreement::agreements;
use super::rule::{Rule, Run, Subject, dated};
use crate::journal::model::{DueBasis, NumberUse};
use crate::text::diagnostic::{Depends, Kind, Severity, Sink};
use crate::value::register::Register;

/// The check.
pub static RULE: Rule = Rule {
    kind: &KIND,
    run: Run::Journal(run),
};

static KIND: Kind = Kind {
    code: "D011",
    name: "terms-not-agreed",
    severity: Severity::Warning,
    depends: Depends::OnNames,
    explain: include_str!("terms_not_agreed.md"),
};

fn run(subject: &Subject<'_>, sink: &mut Sink) {
    let agreed = agreements(subject.journal);
    if agreed.is_empty() {
        return;
    }
    let mut earliest = Register::filled(None, subject.journal.customers.len());
    for (number, invoice) in subject.journal.invoices.iter() {
        let rests_on_terms = matches!(
            invoice.due_basis,
            DueBasis::Issued | DueBasis::Sent | DueBasis::Received
        );
        if let Some(customer) = invoice.customer
            && invoice.used == NumberUse::Invoice
            && rests_on_terms
        {
            let this = (invoice.date, number);
            let first = earliest[customer].get_or_insert(this);
            *first = this.min(*first);
        }
    }
    for (customer, first) in earliest.iter() {
        let Some((date, number)) = *first else {
            continue;
        };
        let agreement = agreed.get(&customer);
        if agreement.is_some_and(|(day, _)| *day <= date) {
            continue;
        }
        let at = subject.mention_of(subject.journal.invoices[number].origin, number);
        let who = subject.customer(customer);
        let expected = format!("expected an agreement of {who} on or before {date}");
        sink.push(match agreement {
            Some((day, origin)) => KIND
                .at(at, format!("{expected}, found the first on {day}"))
                .related(dated(*origin), "agreed here")
                .help("terms bind who agreed before: mend the date, or count on the statutory 30 days"),
            None => KIND
                .at(at, format!("{expected}, found none"))
                .help(format!("if he agreed, write when: `{date} agreed {who}`; if not, the statutory 30 days hold")),
        });
    }
}
