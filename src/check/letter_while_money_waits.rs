//! E013: a letter to a customer whose money waited.

use super::rule::{Rule, Run, Subject, dated};
use crate::journal::model::CustomerIx;
use crate::ledger::waiting::{Waiting, Why, waiting};
use crate::text::diagnostic::{Depends, Kind, Severity, Sink};
use crate::value::currency::Currency;
use std::collections::BTreeMap;

/// The check.
pub static RULE: Rule = Rule {
    kind: &KIND,
    run: Run::Journal(run),
};

static KIND: Kind = Kind {
    code: "E013",
    name: "letter-while-money-waits",
    severity: Severity::Warning,
    depends: Depends::OnFigures,
    explain: include_str!("letter_while_money_waits.md"),
};

fn run(subject: &Subject<'_>, sink: &mut Sink) {
    let letters = subject.letters();
    if letters.is_empty() {
        return;
    }
    let mut waits: BTreeMap<(CustomerIx, Currency), Vec<Waiting<'_>>> = BTreeMap::new();
    for money in waiting(subject.journal, subject.ledger).filter(|it| it.why == Why::Unallocated) {
        waits
            .entry((money.customer, money.currency))
            .or_default()
            .push(money);
    }
    for letter in letters.iter().filter(|letter| letter.closed.is_none()) {
        let record = &subject.journal.invoices[letter.invoice];
        let account = record.customer.map(|customer| (customer, record.currency));
        let known = account.and_then(|account| waits.get(&account));
        let mut known = known.into_iter().flatten();
        if let Some(money) = known.find(|money| money.from.date <= letter.event.date) {
            let left = subject.money(money.left, money.currency);
            sink.push(
                KIND.at(
                    subject.mention_of(letter.event.origin, letter.invoice),
                    format!("expected the money of this customer to be placed first, found {left} that waits"),
                )
                .related(dated(money.from.origin), "received here")
                .help("say what the payment is for, with `for:` lines; `tegoed next` proposes them"),
            );
        }
    }
}
