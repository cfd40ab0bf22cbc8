//! P001: the `for:` lines of a payment add up to more than the payment.

use super::shared::rule::{CheckFn, CheckInput, CheckRule};
use crate::ledger::model::FaultKind;
use crate::text::diagnostic::{DiagnosticKind, Prerequisite, Severity, Sink};
use crate::value::money::Money;

/// The check.
pub static RULE: CheckRule = CheckRule {
    kind: &KIND,
    run: CheckFn::Journal(run),
};

static KIND: DiagnosticKind = DiagnosticKind {
    code: "P001",
    name: "over-allocated",
    severity: Severity::Error,
    prerequisite: Prerequisite::Figures,
    explanation: include_str!("over_allocated.md"),
};

fn run(subject: &CheckInput<'_>, sink: &mut Sink) {
    let sums = subject.ledger_faults(|fault| match fault {
        FaultKind::OverAllocated { sum } => Some(sum),
        _ => None,
    });
    for (_, payment, sum) in sums {
        let money = |minor| Money::new(minor, payment.currency);
        sink.push(
            KIND.at(
                subject.amount_span(payment.origin),
                format!(
                    "expected `for:` lines of at most {}, found {}",
                    money(payment.minor()),
                    money(sum)
                ),
            )
            .note(format!("{} too much", money(sum - payment.minor())))
            .help("lower a `for:` line, or mend the amount of the payment"),
        );
    }
}
