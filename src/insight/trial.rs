//! How the trials of new customers go: passed, failed or running, and why.
//!
//! A trial begins with the first invoice of the customer. It is passed on the first day on which its time is over and
//! an item was settled. It fails on the first day on which the customer owes more than its limit, or an item is later
//! than the bank buffer allows (SPEC.md section 5.5).

use super::exposure::{Exposure, Exposures, customers_with_limit};
use crate::dunning::arrangement_status::{add_duration, next_day};
use crate::dunning::policy_lookup::PolicyLookup;
use crate::journal::limits::Trial;
use crate::journal::model::{CustomerIx, ItemIx, Journal, NumberUse};
use crate::ledger::model::{Ledger, Status};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// How the trial of one customer goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TrialProgress {
    /// The length and the limit of the trial.
    pub trial: Trial,
    /// The day of the first invoice, and the day on which the time is over; `None` while there is no invoice.
    pub period: Option<(NaiveDate, NaiveDate)>,
    /// The number of items settled.
    pub settled: usize,
    /// Whether it is running, passed or failed.
    pub status: TrialStatus,
}

/// Whether a trial is running, passed or failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrialStatus {
    /// Neither passed nor failed yet.
    Running,
    /// Passed on this day.
    Passed(NaiveDate),
    /// Failed: the customer owed more than the limit.
    Exceeded(Exposure),
    /// Failed: this item was later than the bank buffer allows, since this day.
    Late(ItemIx, NaiveDate),
}

impl TrialProgress {
    /// Whether the limit of the trial applies to an invoice of a day: it does until the trial is passed.
    pub fn is_limit_active(&self, day: NaiveDate) -> bool {
        !matches!(self.status, TrialStatus::Passed(since) if since <= day)
    }
}

/// The trials of all customers who have one, up to the as-of day of the ledger.
pub fn trial_progress_by_customer(
    journal: &Journal,
    ledger: &Ledger,
    exposures: &Exposures,
) -> BTreeMap<CustomerIx, TrialProgress> {
    let on_trial = customers_with_limit(journal)
        .filter_map(|(customer, limits)| Some((customer, limits.trial?)));
    let mut all: BTreeMap<CustomerIx, TrialPayments> = on_trial
        .map(|(customer, trial)| (customer, TrialPayments::new(trial)))
        .collect();
    if all.is_empty() {
        return BTreeMap::new();
    }
    let calendar = PolicyLookup::new(journal, ledger.as_of);
    for (item, record) in journal.items.iter() {
        let invoice = &journal.invoices[record.invoice];
        let issued = invoice.number_use == NumberUse::Invoice && invoice.date <= ledger.as_of;
        let Some(paying) = invoice.customer.and_then(|it| all.get_mut(&it)) else {
            continue;
        };
        if issued {
            let buffer = calendar
                .policy_of_invoice(record.invoice, ledger.as_of)
                .bank_buffer;
            let too_late = record.due.map(|due| next_day(add_duration(due, buffer)));
            paying.record_item(journal, ledger, item, too_late);
        }
    }
    let all = all.into_iter();
    all.map(|(customer, paying)| {
        let owing = exposures.get(customer, paying.trial.limit.currency);
        let history = owing.map_or(&[][..], |owing| &owing.history);
        (customer, paying.into_progress(ledger.as_of, history))
    })
    .collect()
}

/// The payments of one customer on trial, collected item by item.
struct TrialPayments {
    trial: Trial,
    first_invoiced_on: Option<NaiveDate>,
    settled_on: Vec<NaiveDate>,
    first_overdue: Option<(NaiveDate, ItemIx)>,
}

impl TrialPayments {
    const fn new(trial: Trial) -> Self {
        Self {
            trial,
            first_invoiced_on: None,
            settled_on: Vec::new(),
            first_overdue: None,
        }
    }

    /// Records an item of an invoice, and the first day on which it would be too late.
    fn record_item(
        &mut self,
        journal: &Journal,
        ledger: &Ledger,
        item: ItemIx,
        too_late: Option<NaiveDate>,
    ) {
        let record = &journal.items[item];
        let date = journal.invoices[record.invoice].date;
        self.first_invoiced_on = Some(self.first_invoiced_on.map_or(date, |first| first.min(date)));
        let state = &ledger.items[item];
        if matches!(state.status, Status::Credited | Status::Void) || !record.amount.is_positive() {
            return;
        }
        if matches!(state.status, Status::Paid | Status::Settled) {
            self.settled_on.extend(state.closed);
        }
        let end = state.closed.unwrap_or_else(|| next_day(ledger.as_of));
        let Some(since) = too_late.filter(|since| *since <= end && *since <= ledger.as_of) else {
            return;
        };
        let number = |item: ItemIx| journal.invoice_no(journal.items[item].invoice);
        let key = |(day, item): (NaiveDate, ItemIx)| (day, number(item), item);
        if self
            .first_overdue
            .is_none_or(|known| key((since, item)) < key(known))
        {
            self.first_overdue = Some((since, item));
        }
    }

    fn into_progress(self, as_of: NaiveDate, history: &[Exposure]) -> TrialProgress {
        let end = self
            .first_invoiced_on
            .and_then(|first| self.trial.period.date_after(first));
        let settled = self.settled_on.iter().min();
        let passed = end.zip(settled).map(|(end, settled)| end.max(*settled));
        let passed = passed.filter(|day| *day <= as_of);
        let above = |exposure: &&Exposure| exposure.amount_owed > self.trial.limit.minor;
        let exceeded = history.iter().find(above);
        let in_time = |day: NaiveDate| passed.is_none_or(|passed| day < passed);
        let exceeded = exceeded.filter(|exposure| in_time(exposure.day));
        let late = self.first_overdue.filter(|(day, _)| in_time(*day));
        let stand = match (exceeded, late) {
            (Some(exposure), late) if late.is_none_or(|(day, _)| exposure.day <= day) => {
                TrialStatus::Exceeded(*exposure)
            }
            (_, Some((since, item))) => TrialStatus::Late(item, since),
            _ => passed.map_or(TrialStatus::Running, TrialStatus::Passed),
        };
        TrialProgress {
            trial: self.trial,
            period: self.first_invoiced_on.zip(end),
            settled: self.settled_on.len(),
            status: stand,
        }
    }
}
