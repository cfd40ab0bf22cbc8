//! VAT on bad debts: what can be reclaimed on a day, and what must be repaid because money came in later (NL: Wet OB
//! 1968 art. 29).

use crate::journal::model::{Component, Invoice, ItemIx, Journal, MovementIx, MovementKind};
use crate::ledger::model::{Allocation, Ledger};
use crate::policy::jurisdiction::law::Law;
use crate::policy::vat_relief::{TaxedPart, relief_day, vat_inside, vat_owed_again};
use crate::value::calendar::days_between;
use crate::value::money::{Minor, Money};
use crate::value::share::Share;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// VAT inside an open item that can be reclaimed.
#[derive(Clone, Copy, Debug)]
pub struct ReclaimableVat {
    /// The item that the VAT is part of.
    pub item: ItemIx,
    /// The day since which it can be reclaimed at the latest.
    pub since: NaiveDate,
    /// The open principal of the item, VAT included.
    pub open: Money,
    /// The VAT inside the open principal.
    pub vat: Money,
}

/// VAT that must be repaid if it was reclaimed, because a payment came in later.
#[derive(Clone, Copy, Debug)]
pub struct RepayableVat {
    /// The item that the VAT is part of.
    pub item: ItemIx,
    /// The payment.
    pub payment: MovementIx,
    /// The day of the payment.
    pub since: NaiveDate,
    /// The VAT inside the payment.
    pub vat: Money,
}

/// The VAT inside items that were not paid within the time of the law.
pub fn find_reclaimable_vat(journal: &Journal, ledger: &Ledger) -> Vec<ReclaimableVat> {
    let Some(law) = business_law(journal) else {
        return Vec::new();
    };
    let least_days = law.vat_relief.value().least_days();
    let items = journal.items.iter();
    let found = items.filter_map(|(item, record)| {
        let open = ledger.items[item].open;
        let late = open.is_positive() && days_between(record.due?, ledger.as_of) >= least_days;
        let since = late.then(|| relief_day(law, record.due?)).flatten()?;
        let invoice = &journal.invoices[record.invoice];
        let rate = vat_rate_of(law, invoice).filter(|_| since <= ledger.as_of)?;
        let open = Minor::from(open);
        let inside = vat_inside(&[taxed_total(rate, invoice)], open)?;
        Some(ReclaimableVat {
            item,
            since,
            open: Money::new(open, invoice.currency),
            vat: Money::new(inside.first()?.amount, invoice.currency),
        })
    });
    found.collect()
}

/// The VAT inside money that came in after the time of the law.
pub fn find_repayable_vat(journal: &Journal, ledger: &Ledger) -> Vec<RepayableVat> {
    let Some(law) = business_law(journal) else {
        return Vec::new();
    };
    let late = |step: &&Allocation| is_payment_after_relief(journal, law, step);
    let items: BTreeSet<ItemIx> = ledger
        .allocations
        .iter()
        .filter(late)
        .map(|step| step.item)
        .collect();
    let mut open: BTreeMap<ItemIx, Minor> = BTreeMap::new();
    let mut found = Vec::new();
    let steps = ledger.allocations.iter().filter(|_| !items.is_empty());
    for step in steps.filter(|it| it.component == Component::Principal && items.contains(&it.item))
    {
        let whole = journal.items[step.item].amount;
        let before = open.get(&step.item).copied().unwrap_or(whole.into());
        let after = before - step.amount.into();
        open.insert(step.item, after);
        if is_payment_after_relief(journal, law, step) {
            found.extend(repayable_vat_of_step(journal, law, step, (before, after)));
        }
    }
    found
}

fn repayable_vat_of_step(
    journal: &Journal,
    law: &Law,
    step: &Allocation,
    (before, after): (Minor, Minor),
) -> Option<RepayableVat> {
    let invoice = &journal.invoices[journal.items[step.item].invoice];
    let rate = vat_rate_of(law, invoice)?;
    let vat = vat_owed_again(&[taxed_total(rate, invoice)], before, after)?;
    Some(RepayableVat {
        item: step.item,
        payment: step.movement,
        since: step.date,
        vat: Money::new(vat.first()?.amount, invoice.currency),
    })
}

/// Whether an allocation is a payment of principal after the time of the law, on an invoice with VAT.
fn is_payment_after_relief(journal: &Journal, law: &Law, step: &Allocation) -> bool {
    let item = &journal.items[step.item];
    let relief = || item.due.and_then(|due| relief_day(law, due));
    step.rule.is_settling()
        && step.amount.is_positive()
        && step.component == Component::Principal
        && item
            .due
            .is_some_and(|due| days_between(due, step.date) >= law.vat_relief.value().least_days())
        && journal.movements[step.movement].kind == MovementKind::Payment
        && vat_rate_of(law, &journal.invoices[item.invoice]).is_some()
        && relief().is_some_and(|relief| step.date > relief)
}

/// The law under which the business owes VAT; `None` where it charges no VAT or the program does not know its law.
fn business_law(journal: &Journal) -> Option<&'static Law> {
    journal.home_law().filter(|_| journal.is_vat_charged())
}

/// The rate of VAT of an invoice in the currency of the law; `None` where its header names no rate above zero.
fn vat_rate_of(law: &Law, invoice: &Invoice) -> Option<Share> {
    let rate = invoice.vat.filter(|rate| *rate > 0)?;
    (invoice.currency == law.currency).then(|| Share::from_hundredths(rate.into()))
}

/// The whole invoice as one part, at its rate of VAT.
fn taxed_total(rate: Share, invoice: &Invoice) -> TaxedPart {
    let gross = Minor::from(invoice.amount().unwrap_or_default());
    TaxedPart { rate, gross }
}
