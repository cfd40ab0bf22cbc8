//! The VAT of one invoice over time: what of its principal turned out not to be paid, on which day and why, and what of
//! that came in later (NL: Wet OB 1968 art. 29; SPEC.md 12.1). A fact of a day is never changed by a later one.

use super::instalment_vat::{InstalmentVat, ReclaimDay};
use super::vat_facts::{
    ReclaimCause, ReclaimableVat, RepayableVat, add_rates, is_rounding_off, taxed_parts,
};
use crate::journal::model::{InvoiceIx, ItemIx, Journal, MovementIx, MovementKind};
use crate::ledger::excess_credits::{CreditUse, ExcessCredit};
use crate::ledger::model::{Allocation, AllocationRule};
use crate::ledger::vat_breakdown::VatBreakdown;
use crate::policy::vat_relief::{TaxedPart, VatAmount, vat_inside};
use crate::text::span::Origin;
use crate::value::exact_amount::ExactAmount;
use crate::value::money::{Minor, Money};
use crate::value::share::Share;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// One invoice, replayed step by step.
pub struct VatTimeline<'a> {
    pub(super) journal: &'a Journal,
    pub(super) breakdown: &'a VatBreakdown,
    pub(super) invoice: InvoiceIx,
    pub(super) parts: Vec<TaxedPart>,
    pub(super) instalments: BTreeMap<ItemIx, InstalmentVat>,
    /// Principal whose VAT can be asked back, less what of it came in since.
    relieved: Minor,
    /// The invoice less its credit notes.
    charged: Minor,
    /// Money for it that the business kept.
    kept: Minor,
    /// What of credit notes took the place of relieved principal, and was not paid out.
    covered: Minor,
    /// The VAT in it, by rate: what all facts so far add up to.
    pub(super) vat: Vec<VatAmount>,
    /// The last-written line of all that happened so far.
    written: Origin,
    /// Whether the invoice was voided: nothing of it counts any more.
    is_void: bool,
    /// The last day that is known.
    pub(super) as_of: NaiveDate,
    /// Since when VAT can be asked back, each fact once.
    pub reclaimable: Vec<ReclaimableVat>,
    /// What came in of it afterwards.
    pub repayable: Vec<RepayableVat>,
}

impl<'a> VatTimeline<'a> {
    /// An invoice of which nothing has happened, with the moment of each of its instalments.
    pub fn new(
        journal: &'a Journal,
        breakdown: &'a VatBreakdown,
        (invoice, parts): (InvoiceIx, Vec<TaxedPart>),
        as_of: NaiveDate,
        moment_of: impl Fn(ItemIx) -> Option<ReclaimDay>,
    ) -> Self {
        let items = journal.items_of(invoice);
        let instalments = items.map(|item| {
            let state = InstalmentVat::new(journal.items[item].amount.into(), moment_of(item));
            (item, state)
        });
        let taxed = parts.iter().filter(|part| part.rate != Share::ZERO);
        let nothing = taxed.map(|part| VatAmount {
            rate: part.rate,
            net: Minor::ZERO,
            amount: Minor::ZERO,
        });
        Self {
            vat: nothing.collect(),
            instalments: instalments.collect(),
            journal,
            breakdown,
            invoice,
            parts,
            relieved: Minor::ZERO,
            charged: journal.invoices[invoice]
                .amount()
                .map_or(Minor::ZERO, Minor::from),
            kept: Minor::ZERO,
            covered: Minor::ZERO,
            written: journal.invoices[invoice].origin,
            is_void: false,
            as_of,
            reclaimable: Vec::new(),
            repayable: Vec::new(),
        }
    }

    /// Takes one step of the ledger.
    pub fn take_step(&mut self, step: &Allocation) {
        if self.is_void || step.rule == AllocationRule::Voided {
            return;
        }
        self.pass_moments(step.date);
        self.take_line(step.movement);
        let kind = self.journal.movements[step.movement].kind;
        let amount = Minor::from(step.amount);
        match step.rule {
            AllocationRule::WrittenOff if is_rounding_off(self.journal, self.invoice, amount) => {
                self.take_unrelieved(step.movement, step.item, amount);
            }
            AllocationRule::Recovered if kind == MovementKind::Writeoff => {
                if amount.is_positive() {
                    self.give_up(step, ReclaimCause::WrittenOff);
                }
            }
            AllocationRule::Recovered if amount.is_positive() => {
                self.kept += amount;
                self.pay_back((step.movement, step.date), amount);
            }
            AllocationRule::WrittenOff => self.give_up(step, ReclaimCause::WrittenOff),
            AllocationRule::Settlement if amount.is_positive() => {
                self.give_up(step, ReclaimCause::Settled);
            }
            // The settlement fell with the money it rested on: its VAT was asked back, so the debt is open as relieved.
            AllocationRule::Settlement => self.change(step.item, Minor::ZERO, -amount),
            _ if amount.is_positive() => self.receive(step, kind, amount),
            _ => self.reopen(step, -amount),
        }
    }

    fn take_line(&mut self, movement: MovementIx) {
        let line = self.journal.movements[movement].origin;
        self.written = self.journal.includes.later(self.written, line);
    }

    /// Passes every moment up to and including the last day.
    pub fn finish(&mut self) {
        self.pass_moments(self.as_of.succ_opt().unwrap_or(self.as_of));
    }

    /// What is open at the end of its moment counts as not paid; money of that very day came in time.
    fn pass_moments(&mut self, before: NaiveDate) {
        let waiting = self.instalments.iter().filter(|(_, state)| !state.is_past);
        let mut due: Vec<(ReclaimDay, ItemIx)> = waiting
            .filter_map(|(item, state)| Some((state.moment?, *item)))
            .filter(|((day, ..), _)| *day < before)
            .collect();
        due.sort_unstable();
        for ((day, cause, origin), item) in due {
            let Some(state) = self.instalments.get_mut(&item) else {
                continue;
            };
            state.is_past = true;
            let open = state.unrelieved;
            let reopened = state.reopened.min(open);
            let reopened_by = state.reopened_by.unwrap_or(origin);
            let reopened_by = self.journal.includes.later(reopened_by, origin);
            self.change(item, -open, open);
            self.relieve(open - reopened, (day, cause, origin));
            self.relieve(reopened, (day, cause, reopened_by));
            self.correct_filed_relief(item, (day, cause, origin));
        }
    }

    fn change(&mut self, item: ItemIx, unrelieved: Minor, relieved: Minor) {
        if let Some(state) = self.instalments.get_mut(&item) {
            state.unrelieved += unrelieved;
            state.relieved += relieved;
        }
    }

    /// Takes from what is open and not relieved, by an entry; says what of the amount is left.
    fn take_unrelieved(&mut self, by: MovementIx, item: ItemIx, amount: Minor) -> Minor {
        let open = self.instalments.get(&item);
        let taken = open.map_or(Minor::ZERO, |state| state.unrelieved.min(amount));
        self.change(item, -taken, Minor::ZERO);
        self.note_late(by, item, taken);
        amount - taken
    }

    fn give_up(&mut self, step: &Allocation, cause: ReclaimCause) {
        let amount = Minor::from(step.amount);
        let left = self.take_unrelieved(step.movement, step.item, amount);
        self.change(step.item, Minor::ZERO, -left);
        // A settlement is reached by all that was paid for it.
        let origin = match cause {
            ReclaimCause::WrittenOff => self.journal.movements[step.movement].origin,
            _ => self.written,
        };
        self.relieve(amount - left, (step.date, cause, origin));
    }

    fn receive(&mut self, step: &Allocation, kind: MovementKind, amount: Minor) {
        if kind == MovementKind::Credit {
            self.lower_parts(step.movement, amount);
            self.charged -= amount;
        } else {
            self.kept += amount;
        }
        let left = self.take_unrelieved(step.movement, step.item, amount);
        if left.is_positive() {
            self.change(step.item, Minor::ZERO, -left);
            self.pay_back((step.movement, step.date), left);
        }
    }

    /// The invoice was wrong: what was asked back of it is owed again, also where nothing was open that could lapse.
    pub fn take_void(&mut self, void: MovementIx, date: NaiveDate) {
        self.pass_moments(date);
        self.is_void = true;
        let open = self.instalments.iter();
        let open: Vec<_> = open
            .map(|(item, state)| (*item, state.unrelieved))
            .collect();
        for (item, amount) in open {
            self.take_unrelieved(void, item, amount);
        }
        self.pay_back((void, date), self.relieved);
    }

    /// A credit note beyond what is open takes its VAT back by itself: what was asked back of that much is owed again.
    pub fn take_excess_credit(&mut self, beyond: &ExcessCredit) {
        if self.is_void {
            return;
        }
        self.pass_moments(beyond.date);
        self.take_line(beyond.note);
        self.lower_parts(beyond.note, beyond.amount);
        self.charged -= beyond.amount;
        self.covered += beyond.amount.min(self.relieved);
        self.pay_back((beyond.note, beyond.date), beyond.amount);
    }

    /// The customer got money of such a credit note: what was given up of the invoice is unpaid again.
    pub fn take_credit_use(&mut self, used: CreditUse) {
        if self.is_void {
            return;
        }
        self.pass_moments(used.date);
        self.take_line(used.movement);
        self.kept -= used.amount;
        let unpaid = self.charged - self.kept.max(Minor::ZERO) - self.relieved;
        let again = used.amount.min(self.covered).min(unpaid);
        if again.is_positive() {
            self.covered -= again;
            let moment = (used.date, ReclaimCause::CreditPaidOut, self.written);
            self.relieve(again, moment);
        }
    }

    fn reopen(&mut self, step: &Allocation, amount: Minor) {
        self.kept -= amount;
        let includes = &self.journal.includes;
        let line = self.journal.movements[step.movement].origin;
        let Some(state) = self.instalments.get_mut(&step.item) else {
            return;
        };
        if let Some((_, cause, origin)) = state.moment.filter(|_| state.is_past) {
            state.relieved += amount;
            let origin = includes.later(origin, line);
            self.relieve(amount, (step.date, cause, origin));
        } else {
            state.unrelieved += amount;
            state.reopened = state.reopened.min(state.unrelieved - amount) + amount;
            let known = state.reopened_by.unwrap_or(line);
            state.reopened_by = Some(includes.later(known, line));
        }
    }

    /// A credit note that names its rates takes its VAT out of the parts with those rates.
    fn lower_parts(&mut self, note: MovementIx, amount: Minor) {
        let whole = self.journal.movements[note].minor();
        let credited = self.breakdown.of_credit_note(self.journal, note);
        for credited in taxed_parts(&credited) {
            let same = |part: &&mut TaxedPart| part.rate == credited.rate;
            let share =
                |of| ExactAmount::proportion_of_minor(of, amount, whole).unwrap_or_default();
            if let Some(part) = self.parts.iter_mut().find(same) {
                part.gross = (part.gross - share(credited.gross)).max(Minor::ZERO);
                part.vat = (part.vat - share(credited.vat)).max(Minor::ZERO);
            }
        }
    }

    fn relieve(&mut self, gross: Minor, (since, cause, origin): ReclaimDay) {
        if gross.is_zero() {
            return;
        }
        self.relieved += gross;
        let rates = self.restate_vat();
        let currency = self.journal.invoices[self.invoice].currency;
        let fact = ReclaimableVat {
            invoice: self.invoice,
            since,
            cause,
            origin,
            gross: Money::new(gross, currency),
            rates,
        };
        match self.reclaimable.last_mut() {
            Some(last) if (last.since, last.cause, last.origin) == (since, cause, origin) => {
                last.add(&fact);
            }
            _ => self.reclaimable.push(fact),
        }
    }

    fn pay_back(&mut self, (movement, since): (MovementIx, NaiveDate), amount: Minor) {
        let gross = amount.min(self.relieved);
        let Some(first) = self.reclaimable.first().filter(|_| gross.is_positive()) else {
            return;
        };
        let reclaimable_since = first.since;
        self.relieved -= gross;
        let mut rates = self.restate_vat();
        for rate in &mut rates {
            (rate.net, rate.amount) = (-rate.net, -rate.amount);
        }
        let currency = self.journal.invoices[self.invoice].currency;
        let fact = RepayableVat {
            invoice: self.invoice,
            movement,
            since,
            reclaimable_since,
            gross: Money::new(gross, currency),
            rates,
        };
        match self.repayable.last_mut() {
            Some(last) if last.since == since && last.movement == movement => {
                last.gross.minor += gross;
                add_rates(&mut last.rates, &fact.rates);
            }
            _ => self.repayable.push(fact),
        }
    }

    /// Works out the VAT in what is relieved, and says by how much it changed. All changes together are the VAT in what is
    /// left, so roundings never add up to more than was charged.
    fn restate_vat(&mut self) -> Vec<VatAmount> {
        let inside = vat_inside(&self.parts, self.relieved);
        let now = inside.unwrap_or_else(|| {
            let rates = self.vat.iter();
            let none = rates.map(|known| VatAmount {
                net: Minor::ZERO,
                amount: Minor::ZERO,
                ..*known
            });
            none.collect()
        });
        let pairs = now.iter().zip(&self.vat);
        let change = pairs.map(|(now, before)| VatAmount {
            rate: now.rate,
            net: now.net - before.net,
            amount: now.amount - before.amount,
        });
        let change = change.collect();
        self.vat = now;
        change
    }
}
