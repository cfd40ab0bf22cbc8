//! The statement of one customer: every line that changed what is owed, and the balance behind it.

use super::effect::{Cause, Effect, effects};
use super::model::{Ledger, Rule};
use super::order::{named, within_day};
use crate::journal::model::{Component, CustomerIx, InvoiceIx, Journal, MovementIx, MovementKind};
use crate::value::currency::Currency;
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// What kind of line it is. The order is that inside a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LineKind {
    /// An invoice.
    Invoice,
    /// A credit note.
    Credit,
    /// A payment that bounced.
    Reversal,
    /// A payment.
    Payment,
    /// The rest left out because money came early; or that taken back.
    Discount,
    /// Written-off money that came after all: what it lessens the write-off by; or that taken back.
    Recovery,
    /// Money paid back.
    Refund,
    /// A fee claimed.
    Fee,
    /// Collection costs claimed.
    Costs,
    /// Interest claimed.
    Interest,
    /// A charge no longer claimed.
    Waived,
    /// The rest left out because a settlement was reached; or that taken back.
    Settlement,
    /// Given up.
    WrittenOff,
    /// An invoice that was wrong.
    Void,
}

/// One line of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its day.
    pub date: NaiveDate,
    /// What it is.
    pub kind: LineKind,
    /// The entry it rests on; `None` for an invoice.
    pub movement: Option<MovementIx>,
    /// The invoice it is about, where there is one.
    pub invoice: Option<InvoiceIx>,
    /// Above zero: more is owed.
    pub amount: Minor,
    /// What is owed behind it.
    pub balance: Minor,
}

/// Every line of one customer in one currency, up to the day of the ledger. The first starts from nothing, and the
/// last balance is that of the ageing.
pub fn statement(
    journal: &Journal,
    ledger: &Ledger,
    customer: CustomerIx,
    currency: Currency,
) -> Vec<Line> {
    let effects = effects(journal, ledger);
    let own = effects.filter(|effect| effect.customer == customer && effect.currency == currency);
    let mut lines = in_order(journal, own);
    let mut balance = Minor::ZERO;
    for line in &mut lines {
        balance += line.amount;
        line.balance = balance;
    }
    lines
}

/// Every line of everybody, day by day. The balance behind each is that of its customer in its currency.
pub fn statements(journal: &Journal, ledger: &Ledger) -> Vec<(CustomerIx, Currency, Line)> {
    let mut balances: BTreeMap<(CustomerIx, Currency), Minor> = BTreeMap::new();
    let owned = in_order(journal, effects(journal, ledger)).into_iter();
    owned
        .filter_map(|line| {
            let (customer, currency) = owner(journal, &line)?;
            let balance = balances.entry((customer, currency)).or_default();
            *balance += line.amount;
            let balance = *balance;
            Some((customer, currency, Line { balance, ..line }))
        })
        .collect()
}

fn in_order(journal: &Journal, effects: impl Iterator<Item = Effect>) -> Vec<Line> {
    let mut lines: Vec<Line> = effects.map(|effect| line(journal, effect)).collect();
    lines.sort_by(|a, b| order(journal, a, b));
    merged(lines)
}

/// Whose line it is, and in which currency: money is its sender's, all else belongs to its invoice.
fn owner(journal: &Journal, line: &Line) -> Option<(CustomerIx, Currency)> {
    use LineKind::{Credit, Payment, Refund, Reversal};
    if let (Credit | Payment | Refund | Reversal, Some(movement)) = (line.kind, line.movement) {
        let movement = &journal.movements[movement];
        return Some((movement.customer?, movement.currency));
    }
    let invoice = &journal.invoices[line.invoice?];
    Some((invoice.customer?, invoice.currency))
}

/// The currencies in which a customer ever owed something or had something on account.
pub fn currencies(journal: &Journal, ledger: &Ledger, customer: CustomerIx) -> BTreeSet<Currency> {
    effects(journal, ledger)
        .filter(|effect| effect.customer == customer)
        .map(|effect| effect.currency)
        .collect()
}

fn line(journal: &Journal, effect: Effect) -> Line {
    let (kind, movement, invoice) = match effect.cause {
        Cause::Invoice(invoice) => (LineKind::Invoice, None, Some(invoice)),
        Cause::Money(ix) => {
            let movement = &journal.movements[ix];
            (of_money(movement.kind), Some(ix), movement.invoice)
        }
        Cause::Step {
            from,
            rule,
            invoice,
        } => {
            let kind = of_step(rule, journal.movements[from].kind);
            (kind, Some(from), Some(invoice))
        }
    };
    Line {
        date: effect.date,
        kind,
        movement,
        invoice,
        amount: effect.amount,
        balance: Minor::ZERO,
    }
}

const fn of_money(kind: MovementKind) -> LineKind {
    match kind {
        MovementKind::Credit => LineKind::Credit,
        MovementKind::Reversal => LineKind::Reversal,
        MovementKind::Refund => LineKind::Refund,
        MovementKind::Payment
        | MovementKind::Apply
        | MovementKind::Fee
        | MovementKind::Costs
        | MovementKind::Interest
        | MovementKind::Waive
        | MovementKind::Settle
        | MovementKind::Writeoff
        | MovementKind::Void => LineKind::Payment,
    }
}

const fn of_step(rule: Rule, kind: MovementKind) -> LineKind {
    match rule {
        Rule::Discount => LineKind::Discount,
        Rule::Settlement => LineKind::Settlement,
        Rule::Recovered => LineKind::Recovery,
        Rule::WrittenOff => LineKind::WrittenOff,
        Rule::Waived => LineKind::Waived,
        Rule::Voided => LineKind::Void,
        Rule::Named
        | Rule::Designated
        | Rule::Applied
        | Rule::Oldest
        | Rule::Claimed
        | Rule::Reversed => match kind.charged_component() {
            Some(Component::Fee) => LineKind::Fee,
            Some(Component::Costs) => LineKind::Costs,
            Some(Component::Interest | Component::Principal) | None => LineKind::Interest,
        },
    }
}

fn order(journal: &Journal, a: &Line, b: &Line) -> Ordering {
    (a.date, a.kind)
        .cmp(&(b.date, b.kind))
        .then_with(|| match (a.movement, b.movement) {
            (Some(one), Some(other)) => within_day(journal, one, other),
            _ => Ordering::Equal,
        })
        .then_with(|| named(journal, a.invoice, b.invoice))
}

/// Steps of one entry on one invoice are one line: a write-off over three instalments is one write-off.
fn merged(lines: Vec<Line>) -> Vec<Line> {
    let mut merged: Vec<Line> = Vec::with_capacity(lines.len());
    for line in lines {
        match merged.last_mut() {
            Some(last)
                if last.movement.is_some()
                    && (last.date, last.kind, last.movement, last.invoice)
                        == (line.date, line.kind, line.movement, line.invoice) =>
            {
                last.amount += line.amount;
            }
            _ => merged.push(line),
        }
    }
    merged
}
