//! V006: money for an invoice whose VAT may have been asked back.

use super::rule::{Rule, Run, Subject};
use super::vat::{law_of, rate_of, whole};
use crate::journal::model::{Component, ItemIx, MovementKind};
use crate::ledger::model::{Allocation, Rule as Of};
use crate::policy::jurisdiction::law::Law;
use crate::policy::vat_relief::{owed_again, quarter, relief_day};
use crate::text::diagnostic::{Depends, Diagnostic, Kind, Severity, Sink};
use crate::value::calendar::days_between;
use crate::value::money::Minor;
use std::collections::{BTreeMap, BTreeSet};

/// The check.
pub static RULE: Rule = Rule {
    kind: &KIND,
    run: Run::Journal(run),
};

static KIND: Kind = Kind {
    code: "V006",
    name: "vat-due-again",
    severity: Severity::Advice,
    depends: Depends::OnFigures,
    explain: include_str!("vat_due_again.md"),
};

/// No year is shorter: what came sooner is not looked at.
const DAYS: i64 = 364;

fn run(subject: &Subject<'_>, sink: &mut Sink) {
    let Some(law) = law_of(subject.journal) else {
        return;
    };
    let steps = subject.today.allocations.iter();
    let late: BTreeSet<ItemIx> = steps
        .filter(|step| came_late(subject, law, step))
        .map(|step| step.item)
        .collect();
    if late.is_empty() {
        return;
    }
    let mut open: BTreeMap<ItemIx, Minor> = BTreeMap::new();
    let steps = subject.today.allocations.iter();
    for step in
        steps.filter(|step| step.component == Component::Principal && late.contains(&step.item))
    {
        let whole = subject.journal.items[step.item].amount;
        let before = open.get(&step.item).copied().unwrap_or(whole.into());
        let after = before - step.amount.into();
        open.insert(step.item, after);
        if came_late(subject, law, step) {
            sink.push_with(&KIND, || found(subject, law, step, (before, after)));
        }
    }
}

/// Whether a step is money for principal more than a year after its due date, on an invoice that bears VAT.
fn came_late(subject: &Subject<'_>, law: &Law, step: &Allocation) -> bool {
    let item = &subject.journal.items[step.item];
    let is_money = matches!(
        step.rule,
        Of::Named | Of::Designated | Of::Applied | Of::Oldest
    );
    let relief = || item.due.and_then(|due| relief_day(law, due));
    let from = &subject.journal.movements[step.from];
    is_money
        && step.amount > 0
        && step.component == Component::Principal
        && from.kind == MovementKind::Payment
        && item
            .due
            .is_some_and(|due| days_between(due, step.date) > DAYS)
        && rate_of(law, &subject.journal.invoices[item.invoice]).is_some()
        && relief().is_some_and(|relief| step.date > relief)
}

fn found(
    subject: &Subject<'_>,
    law: &Law,
    step: &Allocation,
    (before, after): (Minor, Minor),
) -> Diagnostic {
    let number = subject.journal.items[step.item].invoice;
    let invoice = &subject.journal.invoices[number];
    let parts = rate_of(law, invoice).map(|rate| whole(rate, invoice));
    let again = owed_again(parts.as_slice(), before, after).unwrap_or_default();
    let vat = again.first().map_or(Minor::ZERO, |vat| vat.amount);
    let (year, quarter) = quarter(step.date);
    let no = subject.number(number);
    KIND.at(
        subject.amount_of(subject.journal.movements[step.from].origin),
        format!(
            "expected money for {no} within a year of its due date, found it on {}",
            step.date
        ),
    )
    .note(format!(
        "{} of it is VAT",
        subject.money(vat, invoice.currency)
    ))
    .help(format!(
        "if you asked the VAT back, it is due again: pay it in the return of {year}-Q{quarter}"
    ))
}
