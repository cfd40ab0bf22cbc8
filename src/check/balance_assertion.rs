//! P008: a `balance` line that does not hold.

use super::rule::{Rule, Run, Subject};
use crate::journal::model::BalanceAssertion;
use crate::ledger::model::{FaultEntry, FaultKind};
use crate::text::diagnostic::{DiagnosticKind, Prerequisite, Severity, Sink};

/// The check.
pub static RULE: Rule = Rule {
    kind: &KIND,
    run: Run::Journal(run),
};

static KIND: DiagnosticKind = DiagnosticKind {
    code: "P008",
    name: "balance-assertion",
    severity: Severity::Error,
    prerequisite: Prerequisite::Figures,
    explanation: include_str!("balance_assertion.md"),
};

fn run(subject: &Subject<'_>, sink: &mut Sink) {
    for fault in &subject.ledger.faults {
        let (FaultEntry::Assertion(place), FaultKind::BalanceDiffers { computed }) =
            (fault.entry, fault.kind)
        else {
            continue;
        };
        let Some(asserted) = subject.journal.assertions.get(place) else {
            continue;
        };
        let currency = asserted.amount.currency;
        let off = subject.money(computed - asserted.amount.minor, currency);
        let more = if computed > asserted.amount.minor {
            format!("{off} more")
        } else {
            format!("{} less", off.trim_start_matches('-'))
        };
        sink.push(
            KIND.at(
                subject.amount_of(asserted.origin),
                format!(
                    "expected {} at the end of {}, as asserted, found {}",
                    subject.money(asserted.amount.minor, currency),
                    asserted.date,
                    subject.money(computed, currency)
                ),
            )
            .note(format!("the journal adds up to {more}"))
            .help(help(subject, asserted)),
        );
    }
}

fn help(subject: &Subject<'_>, asserted: &BalanceAssertion) -> String {
    let day = asserted.date;
    match asserted.customer {
        Some(customer) => format!(
            "`tegoed statement {} --as-of {day}` shows every line that leads there",
            subject.journal.customer_id(customer)
        ),
        None => format!("`tegoed balance --as-of {day}` shows what each customer owes"),
    }
}
