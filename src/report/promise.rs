//! What became of a promise: kept, broken, or still running.

use super::scope::Scope;
use crate::journal::model::{Event, MovementKind};
use crate::ledger::model::Rule;
use crate::value::money::{Minor, Money};

/// What became of a promise by the day of the ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// What was promised came in time.
    Kept,
    /// Its day has passed without it.
    Broken,
    /// Its day has not passed, or money waits on account that could be it.
    Running,
}

/// What became of a promise, and what was received for it: payments dated from its day through its last day.
pub fn fate(scope: Scope<'_>, promise: &Event) -> (Fate, Option<Money>) {
    let Some(more) = &promise.more else {
        return (Fate::Running, None);
    };
    let received = received(scope, promise);
    let Some(promised) = more.amount else {
        let running = more.until.is_none_or(|until| scope.ledger.as_of.0 <= until);
        let fate = match (received.is_positive(), running) {
            (true, _) => Fate::Kept,
            (false, true) => Fate::Running,
            (false, false) => Fate::Broken,
        };
        return (fate, None);
    };
    let missing = promised.minor - received;
    let passed = more.until.is_some_and(|until| until < scope.ledger.as_of.0);
    let fate = if !missing.is_positive() {
        Fate::Kept
    } else if passed && waiting(scope, promise, promised) < missing {
        Fate::Broken
    } else {
        Fate::Running
    };
    (fate, Some(Money::new(received, promised.currency)))
}

/// What payments dated in time settled of the invoices it names; of all, where it names none.
fn received(scope: Scope<'_>, promise: &Event) -> Minor {
    let Scope {
        journal, ledger, ..
    } = scope;
    let named: Vec<_> = promise.invoices().collect();
    let until = promise.more.as_ref().and_then(|more| more.until);
    let mut sum = Minor::ZERO;
    for step in &ledger.allocations {
        let from = &journal.movements[step.from];
        let invoice = journal.items[step.item].invoice;
        let counts = from.kind == MovementKind::Payment
            && !matches!(step.rule, Rule::Discount | Rule::Settlement)
            && from.date >= promise.date
            && until.is_none_or(|until| from.date <= until)
            && if named.is_empty() {
                journal.invoices[invoice].customer == promise.customer
            } else {
                named.contains(&invoice)
            };
        if counts {
            sum += step.amount.into();
        }
    }
    sum
}

/// What waits on account of the customer, in the currency of the promise.
fn waiting(scope: Scope<'_>, promise: &Event, promised: Money) -> Minor {
    let account = promise
        .customer
        .and_then(|customer| scope.ledger.on_account.get(&(customer, promised.currency)));
    let mut sum = Minor::ZERO;
    for credit in account.into_iter().flatten() {
        sum += credit.left;
    }
    sum
}
