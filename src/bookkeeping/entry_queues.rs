//! What is still to be posted, by its days.

use crate::claim::bad_debt_vat::OpenVat;
use crate::journal::model::{InvoiceIx, Journal, MovementIx, MovementKind, NumberUse};
use crate::ledger::balance_change::is_carried_out;
use crate::ledger::first_voids::first_voids;
use crate::ledger::model::Ledger;
use crate::vat::vat_entry::VatEntry;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Things by their days, taken day by day.
#[derive(Debug)]
pub struct DatedQueue<T> {
    all: Vec<(NaiveDate, T)>,
    next: usize,
}

/// The queues of everything that is posted. Facts are named by their places in their lists.
#[derive(Debug)]
pub struct EntryQueues {
    /// Invoices.
    pub invoices: DatedQueue<InvoiceIx>,
    /// Money and credit notes.
    pub money: DatedQueue<MovementIx>,
    /// Steps of the ledger.
    pub steps: DatedQueue<usize>,
    /// Invoices that were voided, each once, and by which entry.
    pub voids: DatedQueue<(MovementIx, InvoiceIx)>,
    /// VAT that can be asked back.
    pub relieved: DatedQueue<usize>,
    /// VAT that is owed again.
    pub owed_again: DatedQueue<usize>,
    /// VAT that is owed because money came in.
    pub receipts: DatedQueue<usize>,
    /// Payments of unknown payers.
    pub unknown_payments: DatedQueue<usize>,
    /// Those that went back.
    pub unknown_returns: DatedQueue<usize>,
}

impl<T: Copy> DatedQueue<T> {
    fn new(all: impl Iterator<Item = (NaiveDate, T)>) -> Self {
        let mut all: Vec<(NaiveDate, T)> = all.collect();
        // Most journals are written day by day, which a stable sort notices.
        all.sort_by_key(|(date, _)| *date);
        Self { all, next: 0 }
    }

    fn next_day(&self) -> Option<NaiveDate> {
        self.all.get(self.next).map(|(date, _)| *date)
    }

    /// What is of a day, if that is the next; it stays.
    pub fn peek_day(&self, day: NaiveDate) -> impl Iterator<Item = &T> {
        let rest = self.all.get(self.next..).unwrap_or_default();
        let own = rest.iter().take_while(move |(date, _)| *date == day);
        own.map(|(_, thing)| thing)
    }

    /// What is of a day, if that is the next.
    pub fn take_day(&mut self, day: NaiveDate) -> Vec<T> {
        let own: Vec<T> = self.peek_day(day).copied().collect();
        self.next = self.next.saturating_add(own.len());
        own
    }
}

impl EntryQueues {
    /// Everything up to the day of a ledger.
    pub fn new(
        journal: &Journal,
        ledger: &Ledger,
        bad_debt_vat: &OpenVat,
        receipts: &[VatEntry],
    ) -> Self {
        let as_of = ledger.as_of;
        let invoices = journal.invoices.iter();
        let invoices = invoices.filter(|(_, it)| it.number_use == NumberUse::Invoice);
        let steps = ledger.allocations.iter().enumerate();
        let by_place = |days: Vec<NaiveDate>| {
            let days = days.into_iter().enumerate();
            DatedQueue::new(
                days.map(|(place, day)| (day, place))
                    .filter(|(day, _)| *day <= as_of),
            )
        };
        let returns = journal.unknown_returns.iter().enumerate();
        let returns = returns.filter(|(_, back)| back.is_matched && back.date <= as_of);
        Self {
            invoices: DatedQueue::new(
                invoices
                    .map(|(ix, invoice)| (invoice.date, ix))
                    .filter(|(day, _)| *day <= as_of),
            ),
            money: money_queue(journal, ledger),
            steps: DatedQueue::new(steps.map(|(place, step)| (step.date, place))),
            voids: void_queue(journal, as_of),
            relieved: by_place(bad_debt_vat.reclaimable.iter().map(|it| it.since).collect()),
            owed_again: by_place(bad_debt_vat.repayable.iter().map(|it| it.since).collect()),
            receipts: by_place(receipts.iter().map(|it| it.date).collect()),
            unknown_payments: by_place(journal.unknown_payments.iter().map(|it| it.date).collect()),
            unknown_returns: DatedQueue::new(returns.map(|(place, back)| (back.date, place))),
        }
    }

    /// The next day on which something happened.
    pub fn next_day(&self) -> Option<NaiveDate> {
        let days = [
            self.invoices.next_day(),
            self.money.next_day(),
            self.steps.next_day(),
            self.voids.next_day(),
            self.relieved.next_day(),
            self.owed_again.next_day(),
            self.receipts.next_day(),
            self.unknown_payments.next_day(),
            self.unknown_returns.next_day(),
        ];
        days.into_iter().flatten().min()
    }
}

fn money_queue(journal: &Journal, ledger: &Ledger) -> DatedQueue<MovementIx> {
    let at_fault: BTreeSet<MovementIx> = ledger.movements_at_fault().collect();
    let movements = journal.movements.iter();
    let money = movements.filter(|(ix, movement)| {
        let is_money = matches!(
            movement.kind,
            MovementKind::Payment
                | MovementKind::Credit
                | MovementKind::Reversal
                | MovementKind::Refund
        );
        is_money && movement.date <= ledger.as_of && is_carried_out(&at_fault, *ix, movement)
    });
    DatedQueue::new(money.map(|(ix, movement)| (movement.date, ix)))
}

fn void_queue(journal: &Journal, as_of: NaiveDate) -> DatedQueue<(MovementIx, InvoiceIx)> {
    let voids = first_voids(journal, as_of).into_iter();
    DatedQueue::new(voids.map(|(invoice, (day, ix))| (day, (ix, invoice))))
}
