//! The walk through all days of a journal that have entries. It keeps one day in memory, and what few invoices need later,
//! so that a million invoices can be written as they are made.

use super::adjustments::Adjustments;
use super::bad_debt_vat::BadDebts;
use super::bookkeeping_entry::{BookkeepingEntry, EntryLine, EntrySource, LineVat, ReturnAmount};
use super::day_entries::DayEntries;
use super::entry_queues::EntryQueues;
use super::named_entries::{EntryNames, NamedEntries};
use super::receipts::{OnAccount, bank_lines, suspense_lines};
use super::sales::{SalesVat, account_of_receipt, debtor_lines};
use crate::claim::bad_debt_vat::{OpenVat, find_bad_debt_vat};
use crate::claim::vat_facts::{ReclaimCause, sum_of};
use crate::journal::model::{Component, InvoiceIx, Journal, MovementIx, MovementKind};
use crate::journal::source_lookup::SourceLookup;
use crate::ledger::balance_change::{invoice_change, is_balance_neutral, money_change};
use crate::ledger::model::{Allocation, AllocationRule, Ledger, Status};
use crate::ledger::vat_breakdown::VatBreakdown;
use crate::policy::vat_relief::VatAmount;
use crate::text::span::Origin;
use crate::value::ledger_account::LedgerAccount;
use crate::value::money::Minor;
use crate::value::vocabulary::VatBasis;
use crate::vat::cash_basis::{find_receipt_vat, is_by_invoice};
use crate::vat::vat_entry::{VatEntry, VatEntryKind};
use chrono::NaiveDate;
use std::collections::{BTreeMap, VecDeque};

/// Every entry of the books up to the day of a ledger, in the order of days.
pub struct Bookkeeping<'a> {
    journal: &'a Journal,
    ledger: &'a Ledger,
    sales: SalesVat<'a>,
    on_account: OnAccount,
    names: EntryNames<'a>,
    queues: EntryQueues,
    bad_debt_vat: OpenVat,
    receipts: Vec<VatEntry>,
    never_owed: BTreeMap<usize, Minor>,
    adjustments: Adjustments,
    bad_debts: BadDebts,
    ready: VecDeque<BookkeepingEntry>,
}

/// What the steps of a day leave for what is posted behind them.
#[derive(Default)]
struct DaySteps {
    /// What is given up today and relieved by itself, as far as no step took it yet.
    newly_relieved: BTreeMap<InvoiceIx, Minor>,
    /// The first entry that gave up something of an invoice.
    given_up_by: BTreeMap<InvoiceIx, MovementIx>,
    /// Principal that was given up before and came in.
    recovered: BTreeMap<(MovementIx, InvoiceIx), Minor>,
    /// Principal that a void closed.
    voided: BTreeMap<(MovementIx, InvoiceIx), Minor>,
}

impl<'a> Bookkeeping<'a> {
    /// The books of a journal, as known on the day of its ledger. Ids rest on its text.
    pub fn new(
        (journal, ledger): (&'a Journal, &'a Ledger),
        breakdown: &'a VatBreakdown,
        text: &'a dyn SourceLookup,
    ) -> Self {
        let sales = SalesVat::new(journal, breakdown);
        let is_cash = sales.basis == VatBasis::Cash;
        let law = journal.home_law().filter(|_| is_cash);
        let found = law.map(|law| find_receipt_vat(journal, law, breakdown, ledger));
        let found = found.map(|found| (found.entries, found.never_owed));
        let (mut receipts, never_owed) = found.unwrap_or_default();
        receipts.retain(|entry| !is_by_invoice(entry.part.code));
        let bad_debt_vat = if is_cash {
            OpenVat::default()
        } else {
            find_bad_debt_vat(journal, ledger, breakdown)
        };
        Self {
            journal,
            ledger,
            sales,
            on_account: OnAccount::of_journal(journal),
            names: EntryNames::new(journal, text, ledger.as_of),
            queues: EntryQueues::new(journal, ledger, &bad_debt_vat, &receipts),
            bad_debt_vat,
            receipts,
            never_owed,
            adjustments: Adjustments::default(),
            bad_debts: BadDebts::default(),
            ready: VecDeque::new(),
        }
    }

    /// The same, with ids for those alone; the others of a day stand in no order that means anything.
    pub const fn naming(mut self, named: NamedEntries) -> Self {
        self.names.named = named;
        self
    }

    fn post_day(&mut self, date: NaiveDate) {
        let mut day = DayEntries::new(self.journal, date);
        self.post_invoices(&mut day);
        self.post_money(&mut day);
        let steps = self.post_steps(&mut day);
        self.post_voids(&mut day, &steps);
        self.post_relief(&mut day, &steps);
        self.post_owed_again(&mut day, &steps);
        self.post_receipts(&mut day);
        self.post_unknown(&mut day);
        self.ready.extend(day.finish(self.names.ids_on(date)));
    }

    fn post_invoices(&mut self, day: &mut DayEntries<'_>) {
        let (journal, ledger) = (self.journal, self.ledger);
        for ix in self.queues.invoices.take_day(day.date) {
            let invoice = &journal.invoices[ix];
            if let Some(change) = invoice_change(journal, ledger, ix, invoice) {
                let source = EntrySource::Invoice(ix);
                day.add(
                    source,
                    change.currency,
                    debtor_lines(journal, change.customer, ix),
                );
                day.add(
                    source,
                    change.currency,
                    self.sales.invoice_lines(ix, change.amount),
                );
            }
        }
    }

    fn post_money(&mut self, day: &mut DayEntries<'_>) {
        let journal = self.journal;
        for ix in self.queues.money.take_day(day.date) {
            let movement = &journal.movements[ix];
            let Some(change) = money_change(ix, movement) else {
                continue;
            };
            let source = EntrySource::Movement(ix);
            let own = self.on_account.line(Some(change.customer), change.amount);
            if movement.kind == MovementKind::Credit {
                day.add(source, change.currency, self.sales.credit_lines(ix));
            } else {
                let bank = bank_lines(journal, self.ledger, ix, change.amount);
                day.add(source, change.currency, bank);
            }
            day.add(source, change.currency, [own]);
        }
    }

    fn post_steps(&mut self, day: &mut DayEntries<'_>) -> DaySteps {
        let (journal, ledger) = (self.journal, self.ledger);
        let mut steps = DaySteps::default();
        for place in self.queues.relieved.peek_day(day.date) {
            if let Some(fact) = self.bad_debt_vat.reclaimable.get(*place)
                && is_given_up(fact.cause)
            {
                *steps.newly_relieved.entry(fact.invoice).or_default() += fact.gross.minor;
            }
        }
        for place in self.queues.steps.take_day(day.date) {
            let Some(step) = ledger.allocations.get(place) else {
                continue;
            };
            let invoice = journal.items[step.item].invoice;
            let source = EntrySource::Movement(step.movement);
            let currency = journal.invoices[invoice].currency;
            let (own, other) = self
                .adjustments
                .lines_of_step(journal, step, self.on_account);
            day.add(source, currency, std::iter::once(own).chain(other));
            if other.is_some_and(|line| line.account == LedgerAccount::BadDebt) {
                let newly = steps.take_newly_relieved(invoice, step);
                day.add(
                    source,
                    currency,
                    self.bad_debts.take_step(invoice, step, newly),
                );
            }
            if let Some(vat) = self.never_owed.get(&place) {
                // Money for what was given up comes from the account of the customer; the loss it lessens is another step.
                let loss = other.filter(|_| !is_balance_neutral(journal, step));
                let account = loss.map_or(LedgerAccount::BadDebt, |line| line.account);
                let dropped = self.adjustments.drop_vat(invoice, account, *vat);
                day.add(source, currency, dropped);
            }
            steps.remember(journal, invoice, step);
        }
        steps
    }

    /// A void takes back turnover and VAT of its invoice, and whatever closed it without money.
    fn post_voids(&mut self, day: &mut DayEntries<'_>, steps: &DaySteps) {
        let journal = self.journal;
        let mut voids: BTreeMap<(MovementIx, InvoiceIx), Minor> = steps.voided.clone();
        for void in self.queues.voids.take_day(day.date) {
            let is_posted = voids.keys().any(|(_, invoice)| *invoice == void.1);
            if self.is_void(void.1) && !is_posted {
                voids.insert(void, Minor::ZERO);
            }
        }
        for ((movement, invoice), closed) in voids {
            let origin = journal.movements[movement].origin;
            let mut lines = self.sales.void_lines(invoice, (day.date, origin));
            lines.extend(self.adjustments.take_back_closed(invoice));
            let explained: Minor = lines.iter().map(|line| line.amount).sum();
            // What is left was handed out for nothing: the customer got more of credit notes than he had paid.
            lines.push(EntryLine::new(LedgerAccount::BadDebt, closed - explained));
            let currency = journal.invoices[invoice].currency;
            day.add(EntrySource::Movement(movement), currency, lines);
        }
    }

    fn is_void(&self, invoice: InvoiceIx) -> bool {
        let mut items = self.journal.items_of(invoice);
        items.any(|item| self.ledger.items[item].status == Status::Void)
    }

    /// VAT that is asked back, in the entry that gave the debt up, else in one of its own.
    fn post_relief(&mut self, day: &mut DayEntries<'_>, steps: &DaySteps) {
        for place in self.queues.relieved.take_day(day.date) {
            let Some(fact) = self.bad_debt_vat.reclaimable.get(place) else {
                continue;
            };
            let invoice = fact.invoice;
            let giver = steps.given_up_by.get(&invoice);
            let giver = giver.filter(|_| is_given_up(fact.cause));
            let source = giver.map_or(EntrySource::Relief(invoice), |it| {
                EntrySource::Movement(*it)
            });
            let about = (VatEntryKind::Relief, invoice, fact.origin);
            let asked = self.vat_lines(about, day.date, &fact.rates);
            let amounts = (fact.gross.minor, sum_of(&fact.rates));
            let account = self.bad_debts.relieve(invoice, giver.is_some(), amounts);
            let lessened = EntryLine::new(account, -amounts.1);
            day.add(
                source,
                fact.gross.currency,
                asked.into_iter().chain([lessened]),
            );
        }
    }

    /// VAT that is owed again, in the entry that brought the money.
    fn post_owed_again(&mut self, day: &mut DayEntries<'_>, steps: &DaySteps) {
        for place in self.queues.owed_again.take_day(day.date) {
            let Some(fact) = self.bad_debt_vat.repayable.get(place) else {
                continue;
            };
            let (invoice, movement) = (fact.invoice, fact.movement);
            let origin = self.journal.movements[movement].origin;
            let about = (VatEntryKind::ReliefUndone, invoice, origin);
            let owed = self.vat_lines(about, day.date, &fact.rates);
            let recovered = steps.recovered.get(&(movement, invoice));
            let recovered = recovered.copied().unwrap_or_default();
            let amounts = (fact.gross.minor, sum_of(&fact.rates));
            let restored = self.bad_debts.owe_again(invoice, recovered, amounts);
            let source = EntrySource::Movement(movement);
            day.add(
                source,
                fact.gross.currency,
                owed.into_iter().chain(restored),
            );
        }
    }

    /// VAT on a bad debt by rate: asked back on an account of its own, owed again on that of its rate.
    fn vat_lines(
        &self,
        about: (VatEntryKind, InvoiceIx, Origin),
        date: NaiveDate,
        rates: &[VatAmount],
    ) -> Vec<EntryLine> {
        let is_asked_back = about.0 == VatEntryKind::Relief;
        let entries = rates.iter();
        let entries = entries.filter_map(|rate| self.sales.vat_entry(about, (date, rate)));
        let lines = entries.map(|entry| {
            let code = entry.part.code.filter(|_| !is_asked_back);
            let account = code.map_or(LedgerAccount::VatReclaimed, LedgerAccount::Vat);
            EntryLine {
                vat: Some(LineVat::of_entry(&entry, ReturnAmount::Whole)),
                ..EntryLine::new(account, -entry.part.vat)
            }
        });
        lines.collect()
    }

    /// Where VAT is owed when it is paid: what became owed, in the entry that brought the money.
    fn post_receipts(&mut self, day: &mut DayEntries<'_>) {
        let places = self.queues.receipts.take_day(day.date);
        if places.is_empty() {
            return;
        }
        let movements = day.movements_by_origin();
        for place in places {
            if let Some(entry) = self.receipts.get(place)
                && let Some(movement) = movements.get(&entry.origin)
                && let Some(code) = entry.part.code
            {
                let account = account_of_receipt(code, entry.part.vat);
                let owed = EntryLine {
                    vat: Some(LineVat::of_entry(entry, ReturnAmount::Whole)),
                    ..EntryLine::new(account, -entry.part.vat)
                };
                let waited = EntryLine::new(LedgerAccount::VatNotDue, entry.part.vat);
                day.add(
                    EntrySource::Movement(*movement),
                    entry.currency,
                    [owed, waited],
                );
            }
        }
    }

    fn post_unknown(&mut self, day: &mut DayEntries<'_>) {
        for place in self.queues.unknown_payments.take_day(day.date) {
            if let Some(payment) = self.journal.unknown_payments.get(place) {
                let lines = suspense_lines(payment.amount.minor);
                day.add(
                    EntrySource::UnknownPayment(place),
                    payment.amount.currency,
                    lines,
                );
            }
        }
        for place in self.queues.unknown_returns.take_day(day.date) {
            if let Some(back) = self.journal.unknown_returns.get(place) {
                let lines = suspense_lines(-back.amount.minor);
                day.add(
                    EntrySource::UnknownReturn(place),
                    back.amount.currency,
                    lines,
                );
            }
        }
    }
}

impl Iterator for Bookkeeping<'_> {
    type Item = BookkeepingEntry;

    fn next(&mut self) -> Option<BookkeepingEntry> {
        while self.ready.is_empty() {
            let day = self.queues.next_day()?;
            self.post_day(day);
        }
        self.ready.pop_front()
    }
}

impl DaySteps {
    /// What of a step is relieved by itself.
    fn take_newly_relieved(&mut self, invoice: InvoiceIx, step: &Allocation) -> Minor {
        let amount = Minor::from(step.amount);
        let Some(left) = self
            .newly_relieved
            .get_mut(&invoice)
            .filter(|_| step.component == Component::Principal && amount.is_positive())
        else {
            return Minor::ZERO;
        };
        let newly = amount.min(*left);
        *left -= newly;
        newly
    }

    fn remember(&mut self, journal: &Journal, invoice: InvoiceIx, step: &Allocation) {
        let amount = Minor::from(step.amount);
        if step.component != Component::Principal {
            return;
        }
        let key = (step.movement, invoice);
        match step.rule {
            AllocationRule::Voided if !is_balance_neutral(journal, step) => {
                *self.voided.entry(key).or_default() += amount;
            }
            AllocationRule::Recovered if is_balance_neutral(journal, step) => {
                *self.recovered.entry(key).or_default() += amount;
            }
            AllocationRule::WrittenOff | AllocationRule::Settlement | AllocationRule::Recovered
                if amount.is_positive() =>
            {
                self.given_up_by.entry(invoice).or_insert(step.movement);
            }
            _ => {}
        }
    }
}

const fn is_given_up(cause: ReclaimCause) -> bool {
    matches!(cause, ReclaimCause::WrittenOff | ReclaimCause::Settled)
}
