//! P002: a payment of more than its invoices could take.

use super::proposal::{apply, refund};
use super::rule::{Rule, Run, Subject};
use crate::ledger::waiting::{Why, overdue, waiting};
use crate::text::diagnostic::{Depends, Kind, Severity, Sink};

/// The check.
pub static RULE: Rule = Rule {
    kind: &KIND,
    run: Run::Journal(run),
};

static KIND: Kind = Kind {
    code: "P002",
    name: "overpaid-invoice",
    severity: Severity::Advice,
    depends: Depends::OnFigures,
    explain: include_str!("overpaid_invoice.md"),
};

fn run(subject: &Subject<'_>, sink: &mut Sink) {
    let mut late = None;
    for money in waiting(subject.journal, subject.ledger).filter(|money| money.why == Why::Overpaid)
    {
        // With something overdue the same money is reported as stale.
        let late =
            late.get_or_insert_with(|| overdue(subject.journal, subject.ledger, subject.as_of.0));
        if late.contains_key(&(money.customer, money.currency)) {
            continue;
        }
        let left = subject.money(money.left, money.currency);
        sink.push(
            KIND.at(
                subject.amount_of(money.from.origin),
                format!("expected at most what the invoice could take, found {left} more"),
            )
            .note(format!("{left} on account"))
            .help(format!(
                "pay it back (`{}`), use it (`{}`), \
                 or leave it for the next invoice: `allow: P002` and why",
                refund(subject, &money),
                apply(subject, &money)
            )),
        );
    }
}
