//! Why something is to be done, in the reader's language; with the line to write where there is one.

use super::scope::Scope;
use super::words;
use crate::dunning::standing::{Wait, What, Why};
use crate::dunning::worklist::task::{Action, Reason, Task};
use crate::journal::model::{Event, InvoiceIx};
use crate::value::money::{Minor, Money};

/// Why a task is to be done.
pub fn why(scope: Scope<'_>, task: &Task<'_>) -> String {
    let say = &scope.language.say.dunning.reason;
    match &task.reason {
        Reason::Possible(wait) => possible(scope, wait),
        Reason::CallOpen(sent) => (say.call_open)(sent.date),
        Reason::Broken(promise, received) => broken(scope, promise, *received),
        Reason::Missed(term, missing) => (say.missed)(&scope.language.money(*missing), *term),
        Reason::Noted(event) => (say.noted)(event.date, &scope.archive.words(event.origin)),
        Reason::Proposal(lines) => proposal(scope, task, lines),
        Reason::Since(event) => (say.endless)(event.date, &scope.archive.words(event.origin)),
        Reason::Exhausted(event) => (say.exhausted)(event.date),
        Reason::OnlyCharges => say.only_charges.to_owned(),
        Reason::Lapsed(settle, by) => {
            let amount = Money::new(settle.minor(), settle.currency);
            (say.lapsed)(&scope.language.money(amount), *by)
        }
        Reason::Cents => (say.cents)(&writeoff(scope, task)),
        Reason::BankEnds(day) => (say.bank_ends)(*day),
        Reason::Vat(vat) => (say.vat)(&scope.language.money(*vat)),
        Reason::Ends(day) => (say.ends)(*day),
    }
}

/// The last of the days that a step waited for.
fn possible(scope: Scope<'_>, wait: &Wait<'_>) -> String {
    let say = &scope.language.say.dunning.reason;
    let event = match wait.what {
        What::Due(due) => return (say.due)(due),
        What::Movement(reversal) => {
            return (say.reversal)(scope.journal.movements[reversal].date);
        }
        What::Event(event) => event,
    };
    match wait.why {
        Why::Deadline { given } => (say.deadline)(event.date, given),
        Why::Hold(hold) => (say.hold_over)(words::hold(hold, scope.language).1, event.date),
        Why::Threshold | Why::Gap | Why::Reversal => (say.gap)(event.date),
    }
}

fn broken(scope: Scope<'_>, promise: &Event, received: Minor) -> String {
    let say = &scope.language.say.dunning.reason;
    let made = promise.promise();
    let promised = made.and_then(|made| made.amount);
    let came = promised.filter(|_| received.is_positive());
    let came = came.map_or_else(
        || say.nothing.to_owned(),
        |promised| {
            scope
                .language
                .money(Money::new(received, promised.currency))
        },
    );
    let promised = promised.map(|promised| scope.language.money(promised));
    (say.broken)(promised.as_deref(), made.and_then(|made| made.by), &came)
}

/// Lines to write: `for:` under a payment that waits, or an `apply`.
fn proposal(scope: Scope<'_>, task: &Task<'_>, lines: &[(InvoiceIx, Money)]) -> String {
    let customer = task
        .customer
        .map_or("", |customer| scope.journal.customer_id(customer));
    let lines = lines.iter().map(|(invoice, part)| {
        let number = scope.journal.invoice_no(*invoice);
        let part = scope.journal.written_money(*part);
        match task.action {
            Action::UseCredit => format!("apply @{customer} {part} for #{number}"),
            _ => format!("for: #{number} {part}"),
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn writeoff(scope: Scope<'_>, task: &Task<'_>) -> String {
    let number = task
        .invoices
        .first()
        .map_or("", |first| scope.journal.invoice_no(*first));
    let amount = task
        .amount
        .map(|amount| scope.journal.written_money(amount));
    format!("writeoff #{number} {}", amount.unwrap_or_default())
}
