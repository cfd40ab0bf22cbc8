//! The statement of one customer: every line that changed what is owed, and the balance behind it.

use super::balance_change::{BalanceCause, BalanceChange, balance_changes};
use super::model::{AllocationRule, Ledger};
use super::posting_order::{compare_invoice_numbers, compare_within_day};
use crate::journal::model::{
    AccountKey, ByAccount, Component, CustomerIx, InvoiceIx, Journal, MovementIx, MovementKind,
};
use crate::value::currency::Currency;
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// What kind of line it is. The order is that inside a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StatementLineKind {
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
pub struct StatementLine {
    /// Its day.
    pub date: NaiveDate,
    /// What it is.
    pub kind: StatementLineKind,
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
pub fn build_statement(
    journal: &Journal,
    ledger: &Ledger,
    customer: CustomerIx,
    currency: Currency,
) -> Vec<StatementLine> {
    let effects = balance_changes(journal, ledger);
    let own = effects.filter(|effect| effect.customer == customer && effect.currency == currency);
    let mut lines = sort_lines(journal, own);
    let mut balance = Minor::ZERO;
    for line in &mut lines {
        balance += line.amount;
        line.balance = balance;
    }
    lines
}

/// Every line of everybody, day by day. The balance behind each is that of its customer in its currency.
pub fn build_all_statements(
    journal: &Journal,
    ledger: &Ledger,
) -> Vec<(CustomerIx, Currency, StatementLine)> {
    let mut balances: ByAccount<Minor> = BTreeMap::new();
    let owned = sort_lines(journal, balance_changes(journal, ledger)).into_iter();
    owned
        .filter_map(|line| {
            let (customer, currency) = line_account(journal, &line)?;
            let balance = balances.entry((customer, currency)).or_default();
            *balance += line.amount;
            let balance = *balance;
            Some((customer, currency, StatementLine { balance, ..line }))
        })
        .collect()
}

fn sort_lines(
    journal: &Journal,
    effects: impl Iterator<Item = BalanceChange>,
) -> Vec<StatementLine> {
    let mut lines: Vec<StatementLine> = effects
        .map(|effect| to_statement_line(journal, effect))
        .collect();
    lines.sort_by(|a, b| compare_lines(journal, a, b));
    merge_lines(lines)
}

/// Whose line it is, and in which currency: money is its sender's, all else belongs to its invoice.
fn line_account(journal: &Journal, line: &StatementLine) -> Option<AccountKey> {
    use StatementLineKind::{Credit, Payment, Refund, Reversal};
    if let (Credit | Payment | Refund | Reversal, Some(movement)) = (line.kind, line.movement) {
        let movement = &journal.movements[movement];
        return Some((movement.customer?, movement.currency));
    }
    let invoice = &journal.invoices[line.invoice?];
    Some((invoice.customer?, invoice.currency))
}

/// The currencies in which a customer ever owed something or had something on account.
pub fn customer_currencies(
    journal: &Journal,
    ledger: &Ledger,
    customer: CustomerIx,
) -> BTreeSet<Currency> {
    balance_changes(journal, ledger)
        .filter(|effect| effect.customer == customer)
        .map(|effect| effect.currency)
        .collect()
}

/// What kind of line a change of a balance is.
pub fn kind_of_change(journal: &Journal, cause: BalanceCause) -> StatementLineKind {
    match cause {
        BalanceCause::Invoice(_) => StatementLineKind::Invoice,
        BalanceCause::Money(ix) => movement_line_kind(journal.movements[ix].kind),
        BalanceCause::Allocation { from, rule, .. } => {
            allocation_line_kind(rule, journal.movements[from].kind)
        }
    }
}

fn to_statement_line(journal: &Journal, effect: BalanceChange) -> StatementLine {
    let (movement, invoice) = match effect.cause {
        BalanceCause::Invoice(invoice) => (None, Some(invoice)),
        BalanceCause::Money(ix) => (Some(ix), journal.movements[ix].invoice),
        BalanceCause::Allocation { from, invoice, .. } => (Some(from), Some(invoice)),
    };
    StatementLine {
        date: effect.date,
        kind: kind_of_change(journal, effect.cause),
        movement,
        invoice,
        amount: effect.amount,
        balance: Minor::ZERO,
    }
}

const fn movement_line_kind(kind: MovementKind) -> StatementLineKind {
    match kind {
        MovementKind::Credit => StatementLineKind::Credit,
        MovementKind::Reversal => StatementLineKind::Reversal,
        MovementKind::Refund => StatementLineKind::Refund,
        _ => StatementLineKind::Payment,
    }
}

const fn allocation_line_kind(rule: AllocationRule, kind: MovementKind) -> StatementLineKind {
    match rule {
        AllocationRule::Discount => StatementLineKind::Discount,
        AllocationRule::Settlement => StatementLineKind::Settlement,
        AllocationRule::Recovered => StatementLineKind::Recovery,
        AllocationRule::WrittenOff => StatementLineKind::WrittenOff,
        AllocationRule::Waived => StatementLineKind::Waived,
        AllocationRule::Voided => StatementLineKind::Void,
        AllocationRule::Named
        | AllocationRule::Designated
        | AllocationRule::Applied
        | AllocationRule::Oldest
        | AllocationRule::Claimed
        | AllocationRule::Reversed => match kind.charged_component() {
            Some(Component::Fee) => StatementLineKind::Fee,
            Some(Component::Costs) => StatementLineKind::Costs,
            Some(Component::Interest | Component::Principal) | None => StatementLineKind::Interest,
        },
    }
}

fn compare_lines(journal: &Journal, a: &StatementLine, b: &StatementLine) -> Ordering {
    (a.date, a.kind)
        .cmp(&(b.date, b.kind))
        .then_with(|| match (a.movement, b.movement) {
            (Some(one), Some(other)) => compare_within_day(journal, one, other),
            _ => Ordering::Equal,
        })
        .then_with(|| compare_invoice_numbers(journal, a.invoice, b.invoice))
}

/// Steps of one entry on one invoice are one line: a write-off over three instalments is one write-off.
fn merge_lines(lines: Vec<StatementLine>) -> Vec<StatementLine> {
    let mut merged: Vec<StatementLine> = Vec::with_capacity(lines.len());
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
