//! D006: a due date in the header that is not what was agreed.

use super::rule::{Rule, Run, Subject};
use super::wording::duration;
use crate::journal::model::{DueBasis, Invoice, NumberUse};
use crate::text::diagnostic::{Depends, Kind, Severity, Sink};
use crate::value::calendar::Duration;
use chrono::NaiveDate;

/// The check.
pub static RULE: Rule = Rule {
    kind: &KIND,
    run: Run::Journal(run),
};

static KIND: Kind = Kind {
    code: "D006",
    name: "due-differs-from-terms",
    severity: Severity::Advice,
    depends: Depends::OnNames,
    explain: include_str!("due_differs_from_terms.md"),
};

fn run(subject: &Subject<'_>, sink: &mut Sink) {
    for invoice in subject.journal.invoices.as_slice() {
        if invoice.used != NumberUse::Invoice || invoice.due_basis != DueBasis::Written {
            continue;
        }
        let due = invoice
            .first_item
            .and_then(|item| subject.journal.items[item].due);
        if let (Some(due), Some(terms)) = (due, terms(subject, invoice))
            && terms.after(invoice.date) != Some(due)
        {
            report(subject, invoice, due, terms, sink);
        }
    }
}

fn terms(subject: &Subject<'_>, invoice: &Invoice) -> Option<Duration> {
    let own = subject.journal.customers[invoice.customer?].terms;
    own.or_else(|| subject.journal.policies[invoice.policy?].terms)
}

fn report(
    subject: &Subject<'_>,
    invoice: &Invoice,
    due: NaiveDate,
    agreed: Duration,
    sink: &mut Sink,
) {
    let Some(written) = subject.pages.written(invoice.origin) else {
        return;
    };
    let entry = &written.entry;
    let own = entry
        .detail_value("terms")
        .and_then(|terms| terms.value.duration());
    let terms = own.unwrap_or(agreed);
    let starts = [
        entry.detail_date("received"),
        entry.detail_date("sent"),
        Some(invoice.date),
    ];
    let days: Vec<NaiveDate> = starts.into_iter().flatten().collect();
    let fits = |start: &NaiveDate| terms.after(*start) == Some(due);
    let (Some(start), Some(clause)) = (days.first(), entry.clause("due")) else {
        return;
    };
    let Some(expected) = terms.after(*start).filter(|_| !days.iter().any(fits)) else {
        return;
    };
    sink.push(
        KIND.at(
            clause.span,
            format!(
                "expected due {expected}, which is {} from {start}, found {due}",
                duration(terms)
            ),
        )
        .help("leave `due` out and the terms decide; if this date was agreed, say so: `allow: D006` and why"),
    );
}
